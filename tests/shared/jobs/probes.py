"""Bodies of jobs that do what a test wants to see. Their effect is an audit entry, which can be counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.audit.record import audit
from shared.audit.tables import audit_entries
from shared.db import Transaction
from shared.http.problems import FieldError, Problem
from shared.jobs.job import Job
from shared.jobs.store import enqueue
from shared.jobs.work import Bodies, Body
from shared.lifecycle import Refused
from shared.process.desk import Call

from tests.support.cast import actor
from tests.support.house import House

OWNER = "petition.city"
MEBIBYTE = 1024 * 1024


def effect(tx: Transaction, job: Job, part: int = 0) -> None:
    """Leave a trace that stays if and only if the step does."""
    audit(tx, job.call.actor, job.call.at, action="probe:act", object_id=job.id, details={"part": part})


async def once(job: Job) -> None:
    """Do one thing in one step."""
    file = await job.keep("结果.txt", b"result of " + job.payload)
    async with job.step() as tx:
        effect(tx, job)
        job.finish({"given": job.args.get("given", 0)}, file)


async def large(job: Job) -> None:
    """Make a file of so many mebibytes while it is put away; with `breaks`, fail on the way."""

    async def content() -> AsyncIterator[bytes]:
        for number in range(job.args["mebibytes"]):
            yield number.to_bytes(8) * (MEBIBYTE // 8)
        if job.args.get("breaks"):
            raise Problem("internal_error")

    file = await job.keep("大.bin", content())
    async with job.step():
        job.finish({"size": file.stored.size}, file)


async def lose(job: Job) -> None:
    """Put a file away, and be refused afterwards."""
    file = await job.keep("无.txt", b"nobody's")
    async with job.step():
        job.finish({}, file)
        raise Problem("conflict")


async def in_parts(job: Job) -> None:
    """Do three things in three steps, going on where an earlier worker stopped."""
    for part in range(job.position, 3):
        async with job.step() as tx:
            effect(tx, job, part)
            job.reached(part + 1)
            job.show(part + 1, 3)


async def refuse(job: Job) -> None:
    """Say what is wrong with the job, after doing half of it."""
    async with job.step() as tx:
        effect(tx, job)
        raise Problem("import_refused", count=2, errors=[FieldError("/rows/3/name", "body", "missing", {})])


async def refuse_by_guard(job: Job) -> None:
    """Do nothing but be refused by a guard."""
    raise Refused("sign_off_pending")


async def stumble(job: Job) -> None:
    """Fail for a reason nobody foresaw."""
    async with job.step() as tx:
        effect(tx, job)
        raise ZeroDivisionError


async def forever(job: Job) -> None:
    """Work on without an end."""
    async with job.step() as tx:
        effect(tx, job)
        await tx.flush()
        while True:
            job.show(job.done + 1, 1000)
            await asyncio.sleep(0.01)


BODIES: Bodies = {
    "once": once, "in_parts": in_parts, "refuse": refuse, "refuse_by_guard": refuse_by_guard, "stumble": stumble,
    "forever": forever, "large": large, "lose": lose,
}  # fmt: skip


async def asked(house: House, kind: str, **more: Any) -> UUID:
    """Ask for a job as an officer."""
    call = Call(actor=actor(OWNER), at=house.clock.now(), today=house.clock.today(), request_id="r")
    async with house.desk.db.transaction() as tx:
        return enqueue(tx, house.desk, call, kind, **more)


async def seen(house: House, job: UUID, login: str = OWNER) -> Mapping[str, Any]:
    """Return the job as its owner sees it."""
    answer = await house.get(login, f"/v1/jobs/{job}")
    assert answer.status_code == 200, answer.text
    body: Mapping[str, Any] = answer.json()
    return body


async def effects(house: House) -> list[int]:
    """Return the parts that were done, in order."""
    async with house.desk.db.reader() as reader:
        rows = await reader.all(
            sa.select(audit_entries.c.details)
            .where(audit_entries.c.action == "probe:act")
            .order_by(audit_entries.c.inserted)
        )
    return [row["details"]["part"] for row in rows]


def body(kind: str) -> Body:
    """Return one of the bodies."""
    return BODIES[kind]
