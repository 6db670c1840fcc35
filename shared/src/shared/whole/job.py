"""A large whole is packed by the worker, with the rights of who asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from shared.http import idempotency
from shared.http.answers import Answer
from shared.jobs.job import Job
from shared.jobs.show import accepted
from shared.jobs.store import enqueue
from shared.jobs.work import Bodies, Body
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.whole.gather import Whole, pack


def job_name(whole: Whole) -> str:
    """Return the kind of job: `package_report`."""
    return f"package_{whole.process.name}"


async def enqueue_package(desk: Desk, whole: Whole, object_id: UUID, body: Any, call: Call) -> Answer:
    """Leave packing to the worker. Raises: Problem `not_found`, `forbidden`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await load_for(tx, desk, whole.process, object_id, call, whole.permission, lock=False)
        args = {"object_id": str(object_id), "purpose": call.purpose}
        answer = accepted(desk, enqueue(tx, desk, call, job_name(whole), args=args))
        idempotency.keep(tx, key, answer, call.at)
    return answer


def package_jobs(wholes: Sequence[Whole]) -> Bodies:
    """Return what the worker does for each kind of object that can be packed."""
    return {job_name(whole): _packing(whole) for whole in wholes}


def _packing(whole: Whole) -> Body:
    async def packing(job: Job) -> None:
        call = replace(job.call, purpose=job.args["purpose"])
        packed = await pack(job.desk, whole, UUID(job.args["object_id"]), call)
        file = await job.keep(packed.name, packed.content)
        async with job.step():
            job.finish({"size": file.stored.size}, file)

    return packing
