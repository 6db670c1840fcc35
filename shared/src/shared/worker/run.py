"""Run a service's worker until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Mapping
from typing import Any

import structlog
import uvloop
from prometheus_client import start_http_server

from shared.attachments.give_out import scan_waiting
from shared.attachments.reconcile import missing_files
from shared.attachments.store import forget_unlinked
from shared.audit.numbering import UNNUMBERED
from shared.auth.actor import SYSTEM
from shared.auth.revocation import heard
from shared.calendar.store import load
from shared.clocks.fire import fire
from shared.clocks.recount import recompute_provisional
from shared.db import Database, Transaction
from shared.feed.consume import WORKER, Fetch, Follower
from shared.feed.emit import emit
from shared.http.client import JsonObject, ServiceClient
from shared.http.idempotency import forget_expired
from shared.jobs.store import forget_expired as forget_old_jobs
from shared.jobs.work import run_next
from shared.logging import configure
from shared.process.desk import Desk
from shared.service.opening import Opened, open_service
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings
from shared.worker.loops import Loop
from shared.worker.reconciling import Reconciling
from shared.worker.sealing import Sealing

log = structlog.get_logger()
SEAL_EVERY_S = 1.0
FIRE_EVERY_S = 5.0
RECOUNT_EVERY_S = 30.0
TIDY_EVERY_S = 600.0
JOBS_EVERY_S = 2.0
"""By themselves; the bell calls them sooner."""
RECONCILE_EVERY_S = 2.0
JOBS_AT_ONCE = 2
"""So that a short job need not wait for a long one; each takes a connection while it writes."""
LONG_POLL_S = 4.0
"""Shorter than the ten seconds after which unheard-of rights count as stale."""
ISSUER = "identity"


def run_worker(spec: ServiceSpec, settings: ServiceSettings) -> None:
    """Run a service's worker until SIGTERM or SIGINT."""
    configure(f"{spec.name}-worker", settings.log_level)
    if settings.worker_port is not None:
        start_http_server(settings.worker_port, addr=settings.host)
    uvloop.run(_until_stopped(spec, settings))


async def _until_stopped(spec: ServiceSpec, settings: ServiceSettings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if settings.sealer_url is None:
        raise SystemExit(f"{spec.name.upper()}_SEALER_URL is missing: the worker seals")
    worker = Worker(spec, await open_service(spec, settings), settings.sealer_url.get_secret_value())
    await worker.start()
    log.info("worker_started")
    await stop.wait()
    await worker.stop()
    log.info("worker_stopped")


class Worker:
    """The loops of one service, each a task of its own."""

    def __init__(self, spec: ServiceSpec, opened: Opened, sealer_url: str) -> None:
        self._spec, self._opened, self._sealer_url = spec, opened, sealer_url
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin every loop."""
        desk, spec = self._opened.desk, self._spec
        self._sealer = await Database.connect(
            self._sealer_url, pool_size=2, application=f"{desk.service}-sealer"
        )
        sealing = Sealing(self._sealer, desk.seals.provider, f"huiying/{desk.service}", desk.clock)
        self.loops = [
            Loop("seal", sealing.round, SEAL_EVERY_S, desk.db.bell, UNNUMBERED),
            Loop("fire", lambda: fire_clocks(desk), FIRE_EVERY_S),
            Loop("recount", lambda: recount(desk), RECOUNT_EVERY_S),
            Loop("tidy", lambda: tidy(desk), TIDY_EVERY_S),
            Loop("reconcile", Reconciling(desk, (missing_files, *spec.sweeps)).round, RECONCILE_EVERY_S),
            *(
                Loop(f"jobs-{number}", self._do_a_job, JOBS_EVERY_S, desk.db.bell, "jobs")
                for number in range(JOBS_AT_ONCE)
            ),
            *(spec.loops(desk) if spec.loops else ()),
        ]
        follows = spec.follows(desk) if spec.follows else {}
        self.followers = [
            Follower(
                source,
                desk.db,
                desk.clock,
                feed_of(desk.clients[source]),
                handlers,
                heard if source == ISSUER else None,
            )
            for source, handlers in follows.items()
        ]
        runs = [loop.run() for loop in self.loops] + [follower.run() for follower in self.followers]
        self._tasks = [asyncio.create_task(run) for run in runs]

    async def _do_a_job(self) -> bool:
        return await run_next(self._opened.desk, self._spec.all_jobs)

    async def stop(self) -> None:
        """End every loop; a transaction that was open leaves nothing behind."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._sealer.close()
        await self._opened.close()


def feed_of(client: ServiceClient) -> Fetch:
    """Return what fetches a batch of another service's events, waiting a few seconds for the first."""

    async def fetch(after: int) -> dict[str, Any]:
        params = {"after": after, "limit": 200, "wait": LONG_POLL_S}
        return (await client.get("/v1/feed", JsonObject, params=params, total_s=LONG_POLL_S + 5)).model_dump()

    return fetch


async def fire_clocks(desk: Desk) -> bool:
    """Record which deadlines have become due soon or overdue, and tell it once."""
    at = desk.clock.now()

    def tell(tx: Transaction, kind: str, subject: object, data: Mapping[str, object]) -> None:
        emit(tx, desk.service, kind, str(subject), dict(data), at)

    async with desk.db.transaction(WORKER) as tx:
        return len(await fire(tx, at, tell)) >= 500


async def recount(desk: Desk) -> bool:
    """Make provisional deadlines final once their year is known, also those a process began with an older calendar."""
    at = desk.clock.now()
    async with desk.db.transaction(WORKER) as tx:
        await recompute_provisional(tx, await load(tx), at=at)
    return False


async def tidy(desk: Desk) -> bool:
    """Forget answers nobody may ask for again and files nobody linked within a day; ask for late scans again."""
    at = desk.clock.now()
    async with desk.db.transaction(WORKER) as tx:
        await forget_expired(tx, at)
    await forget_old_jobs(desk.db, desk.keeping.objects, at)
    await forget_unlinked(desk.db, desk.keeping.objects, actor=SYSTEM, at=at)
    await scan_waiting(desk.db, desk.keeping, SYSTEM, at)
    return False
