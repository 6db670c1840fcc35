"""The worker compares every row with the audit, a page at a time, and tells what differs: once, loudly, and for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from prometheus_client import Counter

from shared.audit.record import audit
from shared.auth.actor import SYSTEM
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.process.reconcile import ACTION, Difference, Sweep, sweeps_of

log = structlog.get_logger()
SWEEP_EVERY = timedelta(hours=1)
MOST_TOLD = 1000
"""More differences are one disaster, not more of them: what was told is enough to find the rest with a sweep by hand."""
DIFFERENCES = Counter("huiying_audit_differences_total", "Rows that are not as the audit log says", ["kind"])


class Reconciling:
    """One sweep after another, over all kinds of objects and then `besides`; where it stands is kept in memory only."""

    def __init__(self, desk: Desk, besides: Sequence[Sweep] = ()) -> None:
        self._desk = desk
        self._sweeps = (*sweeps_of(desk.processes), *besides)
        self._told: set[Difference] = set()
        self._begun = desk.clock.now()
        self._left = self._all()
        self._sweep = next(self._left, None)
        self._after: UUID | None = None

    async def round(self) -> bool:
        """Compare one page, and rest: a sweep takes its time. Returns False: there is never a hurry."""
        now = self._desk.clock.now()
        if self._sweep is None:
            if now - self._begun >= SWEEP_EVERY:
                self._begun, self._left = now, self._all()
                self._sweep = next(self._left, None)
            return False
        found, self._after = await self._sweep(self._desk, self._after)
        if self._after is None:
            self._sweep = next(self._left, None)
        await self._tell([one for one in found if one not in self._told], now)
        return False

    def _all(self) -> Iterator[Sweep]:
        return iter(self._sweeps)

    async def _tell(self, found: list[Difference], at: datetime) -> None:
        """Write each difference into the log it contradicts; the row itself is left as it is, for who looks into it."""
        found = found[: MOST_TOLD - len(self._told)]
        if not found:
            return
        async with self._desk.db.transaction(WORKER) as tx:
            for one in found:
                audit(
                    tx, SYSTEM, at, action=ACTION, object_type=one.object_type, object_id=one.object_id,
                    outcome=one.kind,
                )  # fmt: skip
        for one in found:
            DIFFERENCES.labels(one.kind).inc()
            log.error(
                "audit_difference", kind=one.kind, object_type=one.object_type, object_id=str(one.object_id)
            )
        self._told.update(found)
