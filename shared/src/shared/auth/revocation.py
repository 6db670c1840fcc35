"""Which version of an officer's rights is current: a token with an older one is refused.

The service's feed consumer records versions from identity's events; each process keeps them in memory and
asks its own database every second. So a withdrawn right stops working within seconds, without asking the
issuer each time.
"""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert

from shared.auth.actor import Actor
from shared.auth.tables import permission_feed, permission_versions
from shared.auth.tokens import TokenRevoked
from shared.db import Database, DatabaseUnavailable, Scope, Transaction

log = structlog.get_logger()

POLL_S = 1.0
OVERLAP = timedelta(seconds=30)
"""Rows are read again for so long, since a transaction may commit after one that began later."""
STALE_AFTER = timedelta(seconds=10)
NEVER = 2**31 - 1
"""The version of somebody who left: no token can have it."""

_WORKER = Scope("worker")


async def record(tx: Transaction, subject: str, version: int) -> None:
    """Record a subject's current version; an older one than is known changes nothing."""
    new = insert(permission_versions).values(
        subject=subject, version=version, changed_at=sa.func.clock_timestamp()
    )
    await tx.run(
        new.on_conflict_do_update(
            index_elements=["subject"],
            set_={"version": new.excluded.version, "changed_at": new.excluded.changed_at},
            where=permission_versions.c.version < new.excluded.version,
        )
    )


async def heard(tx: Transaction, source: str) -> None:
    """Record that the issuer's feed answered, with or without news; readiness depends on it."""
    new = insert(permission_feed).values(source=source, heard_at=sa.func.clock_timestamp())
    await tx.run(
        new.on_conflict_do_update(index_elements=["source"], set_={"heard_at": new.excluded.heard_at})
    )


class PermissionVersions:
    """The versions one process knows, and how old its knowledge is.

    Ages are measured by the database and by this machine's steady clock: a demonstration may shift others.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._current: dict[str, int] = {}
        self._newest: datetime | None = None
        self._polled_s: float | None = None
        self._heard_s: float | None = None

    def check(self, actor: Actor) -> None:
        """Refuse a token issued before the holder's rights last changed. Raises: TokenRevoked."""
        if actor.permission_version < self._current.get(actor.id, 0):
            raise TokenRevoked("permission version")

    def polled_ago(self) -> timedelta | None:
        """Say how long ago the own database was asked; None when it never answered."""
        return None if self._polled_s is None else timedelta(seconds=time.monotonic() - self._polled_s)

    def heard_ago(self) -> timedelta | None:
        """Say how long ago the issuer's feed answered anybody in this service; None when it never did."""
        return None if self._heard_s is None else timedelta(seconds=time.monotonic() - self._heard_s)

    def is_stale(self) -> bool:
        """Say whether a withdrawal could have been missed: sensitive routes are closed then."""
        ages = (self.polled_ago(), self.heard_ago())
        return any(age is None or age > STALE_AFTER for age in ages)

    async def refresh(self) -> None:
        """Read what changed since the last time; everything on the first. Raises: DatabaseUnavailable."""
        asked_s = time.monotonic()
        async with self._db.reader(_WORKER) as reader:
            rows = await reader.all(_ALL if self._newest is None else _since(self._newest - OVERLAP))
            silent_s = await reader.scalar(_SILENT)
        for row in rows:
            self._current[row["subject"]] = max(row["version"], self._current.get(row["subject"], 0))
        if rows:
            self._newest = max(row["changed_at"] for row in rows)
        self._polled_s = asked_s
        self._heard_s = None if silent_s is None else asked_s - float(silent_s)

    async def run(self) -> None:
        """Refresh for ever, once a second. A failure leaves the knowledge as it is, and it grows stale."""
        while True:
            try:
                await self.refresh()
            except DatabaseUnavailable:
                log.warning("permission_versions_unreachable")
            await asyncio.sleep(POLL_S)


_ALL = sa.select(permission_versions)
_SILENT = sa.select(sa.extract("epoch", sa.func.clock_timestamp() - sa.func.max(permission_feed.c.heard_at)))


def _since(at: datetime) -> sa.Select[tuple[object, ...]]:
    return sa.select(permission_versions).where(permission_versions.c.changed_at > at)
