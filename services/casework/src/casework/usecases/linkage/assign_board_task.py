"""E7: a piece of work on the shared board is given to an organisation or to one officer, with a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from casework.domain.linkage.board_task_lifecycle import BOARD_TASK, BoardTask
from casework.domain.linkage.capacities import ASSIGNED_BODY, ASSIGNEE
from casework.domain.linkage.linkage_task import LinkageTask
from casework.store.linkage.participants import participants_of
from casework.store.linkage.team import TeamMember, present_members
from casework.store.papers import PAPERS
from casework.usecases.linkage.bodies import Officer
from casework.usecases.linkage.creating import WORKED, answered, open_task, put
from casework.usecases.linkage.officer_check import check_officers
from shared.clocks import store as clocks
from shared.db import Reader, Transaction
from shared.directory.officers import the_officer
from shared.directory.paths import code_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.process.bodies import Code
from shared.process.desk import Call, Desk


class Work(Input):
    """工作内容 · what is to be done, by whom, until when; without a day ten working days are given."""

    title: Annotated[str, Line(2, 200), Field(description="工作名称 · title")]
    text: Annotated[str, Text(0, 5000), Field(description="工作要求 · what is asked")] = ""
    to: Annotated[Code | None, Field(description="承办单位代码 · organisation")] = None
    officer: Officer | None = None
    due_on: Annotated[Day | None, Field(description="办结日期 · day")] = None

    @model_validator(mode="after")
    def _names_one_doer(self) -> Self:
        if (self.to is None) == (self.officer is None):
            raise PydanticCustomError("one_doer_needed", "an organisation or an officer")
        return self


class AssignBoardTask(Work):
    """交办 · a piece of work of a joint task."""

    task_id: Annotated[UUID, Field(description="联动任务 · task")]


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does a piece of work: an organisation that takes part, or a member of the team today."""

    path: str
    member: TeamMember | None = None


async def assign_board_task(desk: Desk, body: AssignBoardTask, call: Call) -> Answer:
    """Put a piece of work on the board; an officer it is given to was found to have no ground to keep away.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `invalid_input`, `not_in_the_team`, `officer_unknown`,
    `recusal_conflict`, `recusal_check_unavailable`.
    Rule: E7, 1.6.
    """
    key = idempotency.key_of(call, body)
    if body.due_on is not None and body.due_on < call.today:
        raise invalid_input(FieldError("/due_on", "body", "day_in_past"))
    if body.officer is not None:
        await _check(desk, body.task_id, body.officer, call)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        task = await open_task(tx, desk, body.task_id, call, "assign", WORKED)
        doer = await doer_of(tx, task, body, call)
        if doer is None:
            raise Problem("not_in_the_team")
        piece = await give_work(tx, desk, task, body, doer, call)
        return await answered(tx, desk, desk.processes[BOARD_TASK.name], piece, call, key)


async def doer_of(reader: Reader, task: LinkageTask, work: Work, call: Call) -> Doer | None:
    """Return who is meant, or None for somebody outside the task."""
    if work.to is not None:
        paths = [one.organisation_path for one in await participants_of(reader, task.id)]
        found = [path for path in paths if code_of(path) == work.to]
        return Doer(found[0]) if found else None
    members = await present_members(reader, task.id, call.at)
    named = [one for one in members.values() if work.officer in (one.login, one.officer_id)]
    return Doer(named[0].organisation_path, named[0]) if named else None


async def give_work(
    tx: Transaction,
    desk: Desk,
    task: LinkageTask,
    work: Work,
    doer: Doer,
    call: Call,
    consultation_id: UUID | None = None,
    *,
    is_supervision: bool = False,
) -> BoardTask:
    """Queue the piece of work, its day and its doer's right to know of it."""
    identity = uuid7()
    clock = clocks.start(
        tx, desk.deadlines["P-E7"], object_type=BOARD_TASK.name, object_id=identity, trigger_on=call.today,
        held_by=doer.path, calendar=await desk.calendar.current(tx), written_due_on=work.due_on,
        started_at=call.at,
    )  # fmt: skip
    piece = _piece(identity, task, doer, clock.due_on, consultation_id, is_supervision=is_supervision)
    process = desk.processes[BOARD_TASK.name]
    told = {"given_to": doer.path, "due_on": clock.due_on.isoformat()}
    await put(tx, desk, process, piece, call, rule="E7", event="board_task.assigned", event_data=told)
    if doer.member is None:
        grant(tx, identity, doer.path, ASSIGNED_BODY, by=call.actor.id, since=call.at)
    else:
        grant(
            tx, identity, doer.member.officer_id, ASSIGNEE, by=call.actor.id, since=call.at,
            until=doer.member.until,
        )  # fmt: skip
    fields = {"title": work.title, "text": work.text}
    await PAPERS.add(
        tx, desk.seals, (BOARD_TASK.name, identity), "assignment", fields, by=call.actor.id, at=call.at
    )
    return piece


def _piece(
    identity: UUID,
    task: LinkageTask,
    doer: Doer,
    due_on: date,
    consultation_id: UUID | None,
    *,
    is_supervision: bool,
) -> BoardTask:
    return BoardTask(
        id=identity,
        number=None,
        state=BOARD_TASK.initial.value,
        version=1,
        holder_path=task.lead_path,
        secrecy=task.secrecy,
        task_id=task.id,
        given_to_path=doer.path,
        due_on=due_on,
        officer_id=doer.member.officer_id if doer.member else None,
        login=doer.member.login if doer.member else None,
        consultation_id=consultation_id,
        is_supervision=is_supervision,
    )


async def _check(desk: Desk, task_id: UUID, name: str, call: Call) -> None:
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task = await open_task(reader, desk, task_id, call, "assign", WORKED)
    if await check_officers(desk, task, [await the_officer(desk, name)], "assignment", call):
        raise Problem("recusal_conflict")
