"""A log of its own for each test: the database, the application's and the sealer's connections, the keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from huiying.databases import Access
from shared.audit.record import audit
from shared.audit.sealing import checkpoint, seal_batch
from shared.auth.actor import SYSTEM
from shared.clock import FakeClock
from shared.db import Database
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create

from tests.conftest import MakeAccess

ORIGIN = "huiying/identity"


@dataclass
class Log:
    """One service's log, seen by those who write and seal it."""

    access: Access
    app: Database
    sealer: Database
    ring: LocalKeyRing
    clock: FakeClock

    async def write(self, count: int) -> None:
        """Commit that many entries, all in one transaction."""
        async with self.app.transaction() as tx:
            for number in range(count):
                details = {"to": "received", "version": number, "note": "收到"}
                audit(tx, SYSTEM, self.clock.now(), action="report:receive", object_id=str(number), rule="A1",
                      row_hash=bytes([number % 256]) * 32, details=details)  # fmt: skip

    async def seal(self, *, limit: int = 1000) -> int:
        """Number and seal everything there is."""
        total = 0
        while True:
            async with self.sealer.transaction() as tx:
                done = await seal_batch(tx, limit=limit)
            total += done
            if not done:
                return total

    async def sign(self) -> None:
        """Make a checkpoint now."""
        await checkpoint(self.sealer, self.ring, ORIGIN, self.clock.now(), at_once=True)

    async def grow(self, *counts: int) -> None:
        """Write, seal and sign, once for each count."""
        for count in counts:
            await self.write(count)
            await self.seal()
            await self.sign()


@pytest.fixture
def ring(tmp_path: Path) -> LocalKeyRing:
    create(tmp_path / "ring.json")
    return LocalKeyRing(tmp_path / "ring.json")


@pytest_asyncio.fixture
async def log(make_access: MakeAccess, ring: LocalKeyRing, clock: FakeClock) -> AsyncIterator[Log]:
    access = await make_access("identity")
    app = await Database.connect(access.app, pool_size=5)
    sealer = await Database.connect(access.sealer, pool_size=2)
    yield Log(access, app, sealer, ring, clock)
    await app.close()
    await sealer.close()
