"""Run a service's worker until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
import uvloop

from shared.attachments.store import forget_unlinked
from shared.auth.actor import SYSTEM
from shared.clocks.fire import fire
from shared.db import Database, Transaction
from shared.feed.consume import WORKER, Apply, Fetch, Follower, Handler, Prepare
from shared.feed.emit import emit
from shared.http.idempotency import forget_expired
from shared.process.desk import Desk
from shared.worker.loops import Loop
from shared.worker.sealing import Sealing

__all__ = ["Apply", "Duties", "Handler", "Prepare", "run_worker"]

log = structlog.get_logger()
SEAL_EVERY_S = 0.1
FIRE_EVERY_S = 5.0
TIDY_EVERY_S = 600.0


@dataclass
class Duties:
    """What one service's worker does: whose events it follows, and loops of its own."""

    follows: Mapping[str, tuple[Fetch, Mapping[str, Handler]]] = field(default_factory=dict)
    loops: Sequence[Loop] = ()


def run_worker(make: Callable[[], "Worker"]) -> None:
    """Run until SIGTERM or SIGINT."""
    uvloop.run(_until_stopped(make))


async def _until_stopped(make: Callable[[], "Worker"]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    worker = make()
    await worker.start()
    log.info("worker_started")
    await stop.wait()
    await worker.stop()
    log.info("worker_stopped")


class Worker:
    """The loops of one service, each a task of its own."""

    def __init__(self, open_desk: Callable[[], "asyncio.Future[Desk]"], sealer_url: str, duties: Callable[[Desk], Duties]) -> None:
        self._open_desk, self._sealer_url, self._duties = open_desk, sealer_url, duties
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Open the databases and begin every loop."""
        self.desk = desk = await self._open_desk()
        self._sealer = await Database.connect(self._sealer_url, pool_size=2, application=f"{desk.service}-sealer")
        sealing = Sealing(self._sealer, desk.seals.provider, f"huiying/{desk.service}", desk.clock)
        duties = self._duties(desk)
        self.loops = [
            Loop("seal", sealing.round, SEAL_EVERY_S),
            Loop("fire", lambda: fire_clocks(desk), FIRE_EVERY_S),
            Loop("tidy", lambda: tidy(desk), TIDY_EVERY_S),
            *duties.loops,
        ]
        self.followers = [
            Follower(source, desk.db, desk.clock, fetch, handlers)
            for source, (fetch, handlers) in duties.follows.items()
        ]
        runs = [loop.run() for loop in self.loops] + [follower.run() for follower in self.followers]
        self._tasks = [asyncio.create_task(run) for run in runs]

    async def stop(self) -> None:
        """End every loop; a transaction that was open leaves nothing behind."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._sealer.close()
        await self.desk.db.close()


async def fire_clocks(desk: Desk) -> bool:
    """Record which deadlines have become due soon or overdue, and tell it once."""
    at = desk.clock.now()

    def tell(tx: Transaction, kind: str, subject: object, data: Mapping[str, object]) -> None:
        emit(tx, desk.service, kind, str(subject), dict(data), at)

    async with desk.db.transaction(WORKER) as tx:
        return len(await fire(tx, at, tell)) >= 500


async def tidy(desk: Desk) -> bool:
    """Forget answers nobody may ask for again, and files nobody linked within a day."""
    at = desk.clock.now()
    async with desk.db.transaction(WORKER) as tx:
        await forget_expired(tx, at)
    await forget_unlinked(desk.db, desk.objects, before=at - timedelta(hours=24), actor=SYSTEM)
    return False
