"""How anything that belongs to a joint task comes into the world, and how it is answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskState as S
from casework.store.linkage.circle import inherit
from casework.store.linkage.objects import row_of
from shared.db import Reader, Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

STAFFED = (S.APPROVED, S.TEAM_FORMED, S.IN_PROGRESS)
"""While people are asked for."""
WORKED = (S.TEAM_FORMED, S.IN_PROGRESS)
"""While there is a team that shares, talks and is given work."""


async def open_task(
    tx: Reader, desk: Desk, task_id: UUID, call: Call, permission: str, states: tuple[S, ...]
) -> LinkageTask:
    """Return a task in one of these states, for a caller with the permission; its row is not locked.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`.
    """
    process = desk.processes[LINKAGE_TASK.name]
    task: LinkageTask
    task, _ = await load_for(tx, desk, process, task_id, call, f"linkage_task:{permission}", lock=False)
    if task.state not in states:
        raise Problem("task_not_open")
    return task


async def put(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    subject: Any,
    call: Call,
    *,
    rule: str,
    event: str = "",
    event_data: dict[str, Any] | None = None,
) -> None:
    """Queue a new object of a task; members know of it as its kind allows, recused officers never."""
    told = {"task_id": str(subject.task_id), **(event_data or {})}
    await create(
        tx, desk, process, subject, rule=rule, action="create", actor=call.actor, at=call.at, trigger_on=call.today,
        event=event, event_data=told, columns=row_of(subject, call.at),
    )  # fmt: skip
    await inherit(tx, subject.task_id, subject.id, process.name, call.at)


async def answered(
    tx: Transaction, desk: Desk, process: Process[Any], subject: Any, call: Call, key: Any
) -> Answer:
    """Return the new object as the caller sees it, and keep the answer for a repeated request."""
    shown = await describe(tx, desk, process, subject, call)
    location = f"/{desk.service}/v1/{process.collection}/{subject.id}"
    answer = Answer(201, shown, etag=subject.version, location=location)
    idempotency.keep(tx, key, answer, call.at)
    return answer
