"""What a worker does with jobs: take the next one, do it while showing how far it is, and write down how it ended."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
import structlog

from shared.auth.actor import Actor
from shared.auth.tables import permission_versions
from shared.db import DatabaseUnavailable, Scope
from shared.db.engine import Row
from shared.http.problems import Problem
from shared.jobs import store
from shared.jobs.job import Job, LeaseLost, job_of
from shared.lifecycle import Refused
from shared.process.desk import Desk

log = structlog.get_logger()

Body = Callable[[Job], Awaitable[None]]
Bodies = Mapping[str, Body]
MOST_ATTEMPTS = 5
BEAT_S = 1.0
_WORKER = Scope("worker")
_INTERNAL = Problem("internal_error")


class Cancelled(Exception):
    """The owner does not want the job any more."""


async def run_next(desk: Desk, bodies: Bodies, *, beat_s: float = BEAT_S) -> bool:
    """Do the job that is due longest, if any, and say whether there was one."""
    async with desk.db.transaction(_WORKER) as tx:
        row = await store.claim(tx, desk.clock.now())
    if row is None:
        return False
    log.info("job_started", job=str(row["id"]), kind=row["kind"], attempt=row["attempts"])
    if row["state"] == "cancelling":
        await _end(desk, row, "cancelled")
    elif row["attempts"] > MOST_ATTEMPTS:  # a job that kills its workers
        await _end(desk, row, "failed", _INTERNAL)
    else:
        await _run(desk, bodies, row, beat_s)
    return True


async def _run(desk: Desk, bodies: Bodies, row: Row, beat_s: float) -> None:
    """Do a claimed job. What its body refuses is the job's answer; what it did not expect is tried again later."""
    try:
        await _check_rights(desk, store.actor_of(row))
        await desk.directory.read_ahead()
        job = job_of(desk, row)
        await _beside(_whole(bodies[row["kind"]], job), _heart(job, beat_s))
        log.info("job_done", job=str(row["id"]), kind=row["kind"])
    except LeaseLost:
        log.warning("job_lease_lost", job=str(row["id"]), kind=row["kind"])
    except Cancelled:
        await _end(desk, row, "cancelled")
    except Problem as problem:
        await _end(desk, row, "failed", problem)
    except Refused as refused:
        params: dict[str, Any] = dict(refused.params)
        await _end(desk, row, "failed", Problem(refused.code, **params))
    except Exception as error:
        log.warning("job_failed", job=str(row["id"]), kind=row["kind"], error_type=type(error).__name__)
        if row["attempts"] >= MOST_ATTEMPTS:
            await _end(desk, row, "failed", _INTERNAL)
        else:
            await _later(desk, row)


async def _whole(body: Body, job: Job) -> None:
    try:
        await body(job)
        if not job.is_finishing:
            async with job.step():
                job.finish()
    except DatabaseUnavailable:
        raise  # the commit may have arrived: rather noise in the store than a result without its file
    except BaseException:
        await job.forget_files()
        raise


async def _beside(work: Awaitable[None], heart: Awaitable[None]) -> None:
    """Do the work while the heart beats; when it stops beating, for its reason, the work is broken off."""
    working, beating = asyncio.ensure_future(work), asyncio.ensure_future(heart)
    try:
        await asyncio.wait({working, beating}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working
            beating.result()
        working.result()
    finally:
        for task in (working, beating):
            task.cancel()
        await asyncio.gather(working, beating, return_exceptions=True)


async def _heart(job: Job, beat_s: float) -> None:
    """Prolong the lease and show the progress for as long as the job runs. Raises: LeaseLost, Cancelled."""
    while True:
        await asyncio.sleep(beat_s)
        at = job.desk.clock.now()
        async with job.desk.db.transaction(_WORKER) as tx:
            state = await store.beat(tx, job.id, job.lease, at, job.done, job.total)
        if state is None and not job.is_finishing:
            raise LeaseLost(str(job.id))
        if state == "cancelling":
            raise Cancelled


async def _check_rights(desk: Desk, actor: Actor) -> None:
    """Refuse to act with rights that were withdrawn since. Raises: Problem `token_revoked`."""
    async with desk.db.reader() as reader:
        known = await reader.scalar(
            sa.select(permission_versions.c.version).where(permission_versions.c.subject == actor.id)
        )
    if actor.permission_version < (known or 0):
        raise Problem("token_revoked")


async def _end(desk: Desk, row: Row, state: str, problem: Problem | None = None) -> None:
    told = None if problem is None else _told(problem)
    ended = store.finished(state, desk.clock.now(), problem=told)
    async with desk.db.transaction(_WORKER) as tx:
        await store.save(tx, row["id"], row["lease"], ended)
    log.info("job_ended", job=str(row["id"]), kind=row["kind"], state=state)


async def _later(desk: Desk, row: Row) -> None:
    """Let the job be tried again after a pause that doubles."""
    due_at = desk.clock.now() + timedelta(seconds=5 * 2 ** row["attempts"])
    async with desk.db.transaction(_WORKER) as tx:
        waits = {"state": "waiting", "lease": None, "due_at": due_at}
        await store.save(tx, row["id"], row["lease"], waits)


def _told(problem: Problem) -> dict[str, Any]:
    """Return a refusal as it is kept: codes and figures; words are found when somebody reads it."""
    errors = [
        {"pointer": one.pointer, "place": one.place, "code": one.code, "params": dict(one.params)}
        for one in problem.errors
    ]
    return {"code": problem.code, "params": problem.params, "errors": errors}
