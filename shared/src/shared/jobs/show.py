"""A job as its owner sees it, and nobody else: how far it is, what came of it, and the way to stop it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from starlette.types import Scope as Request

from shared.audit.record import audit
from shared.db.engine import Row
from shared.http.answers import Answer
from shared.http.catalogue import Catalogue
from shared.http.language import language_of
from shared.http.models import Instant, Output
from shared.http.problems import FieldError, Problem, problem_body
from shared.jobs import store
from shared.jobs.files import GivenFile, file_of
from shared.process.desk import Call, Desk


class ProgressOut(Output):
    """How far a job is; `total` is null until it is known."""

    done: int
    total: int | None


class JobOut(Output):
    """A job. `result` is there when it is done, in part also before; `problem` when it failed."""

    id: UUID
    kind: str
    state: Annotated[str, Field(examples=["running"])]
    progress: ProgressOut
    result: Annotated[dict[str, Any] | None, Field(examples=[{"created": 5000}])]
    file_name: Annotated[
        str | None, Field(description="结果文件，由 content 下载 · the file that came of it")
    ]
    problem: Annotated[dict[str, Any] | None, Field(description="失败原因 · why it failed")]
    created_at: Instant
    finished_at: Instant | None
    expires_at: Annotated[Instant | None, Field(description="结果保留至 · kept until")]


def accepted(desk: Desk, job: UUID) -> Answer:
    """Return the answer to a request that became a job."""
    return Answer(202, {"job_id": job}, location=f"/{desk.service}/v1/jobs/{job}")


class AcceptedOut(Output):
    """A request that became a job; ask for it at `Location`."""

    job_id: UUID


async def load_job(desk: Desk, job: UUID, call: Call) -> Row:
    """Return a job of the caller's own. Raises: Problem `not_found`."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        row = await store.find(reader, job, call.actor.id)
    if row is None:
        raise Problem("not_found")
    return row


async def cancel_job(desk: Desk, job: UUID, call: Call) -> Row:
    """Stop a job of the caller's own: at once while it waits, within a second or two while it runs.

    Raises: Problem `not_found`, `job_over`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if await store.find(tx, job, call.actor.id) is None:
            raise Problem("not_found")
        row = await store.cancel(tx, job, call.at)
        if row is None:
            raise Problem("job_over")
        audit(
            tx, call.actor, call.at, action="job:cancel", object_type="job", object_id=job,
            request_id=call.request_id, details={"kind": row["kind"]},
        )  # fmt: skip
    return row


async def take_file(desk: Desk, job: UUID, call: Call) -> GivenFile:
    """Return the file that came of a job; taking it is audited.

    Raises: Problem `not_found`; while reading: ContentBroken, KeyServiceUnavailable.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        row = await store.find(tx, job, call.actor.id)
        file = None if row is None else file_of(desk.seals, desk.keeping.objects, row)
        if row is None or file is None:
            raise Problem("not_found")
        audit(
            tx, call.actor, call.at, action="job:read", object_type="job", object_id=job, field_group="file",
            request_id=call.request_id, details={"kind": row["kind"]},
        )  # fmt: skip
    return file


def show(row: Row, catalogue: Catalogue, request: Request) -> Answer:
    """Return a job as answers show it, its problem in the reader's language."""
    problem = None
    if kept := row["problem"]:
        errors = [
            FieldError(one["pointer"], one["place"], one["code"], one["params"]) for one in kept["errors"]
        ]
        told = Problem(kept["code"], errors=errors, **kept["params"])
        problem = problem_body(catalogue, told, language_of(request), request)
    shown = JobOut(
        id=row["id"], kind=row["kind"], state=row["state"], result=row["result"], file_name=row["file_name"],
        progress=ProgressOut(done=row["done"], total=row["total"]), problem=problem,
        created_at=row["created_at"], finished_at=row["finished_at"], expires_at=row["expires_at"],
    )  # fmt: skip
    headers = {} if row["finished_at"] else {"Retry-After": "1"}
    return Answer(200, shown, headers=headers)
