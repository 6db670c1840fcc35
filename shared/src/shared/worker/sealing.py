"""The sealer's duty: number what was committed, grow the audit tree, sign checkpoints."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.audit.numbering import number
from shared.audit.sealing import checkpoint, seal_batch
from shared.clock import Clock
from shared.db import Database
from shared.feed.tables import NUMBERED, events
from shared.sealing.provider import KeyProvider

BATCH = 1000


class Sealing:
    """Numbers events and audit entries in commit order. Runs as the sealer role, one at a time in a database."""

    def __init__(self, db: Database, provider: KeyProvider, origin: str, clock: Clock) -> None:
        self._db, self._provider, self._origin, self._clock = db, provider, origin, clock
        self._looked_at: datetime | None = None

    async def round(self) -> bool:
        """Number one batch of each; say whether a batch was full."""
        async with self._db.transaction() as tx:
            told = await number(tx, events, limit=BATCH)
            sealed = await seal_batch(tx, limit=BATCH)
            if told:
                tx.ring(NUMBERED)
        if sealed or self._is_time():
            await checkpoint(self._db, self._provider, self._origin, self._clock.now())
        return BATCH in (told, sealed)

    def _is_time(self) -> bool:
        """Say whether a checkpoint may have fallen due since the last look; looking costs two statements."""
        now = self._clock.now()
        if self._looked_at is not None and abs(now - self._looked_at) < timedelta(seconds=2):
            return False
        self._looked_at = now
        return True
