"""C11: minutes of a special meeting on clues: attendees, focus areas, what was decided about which clue."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.clue_meeting import CLUE_MEETING, ClueMeeting, ClueMeetingAction, ClueMeetingFacts
from casework.store.clues.clues import visible_clues
from casework.store.clues.meetings import add_clues, meeting_columns
from casework.store.papers import PAPERS
from casework.usecases.offices import ledger_of
from casework.usecases.writing import write
from shared.directory.paths import code_of, organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.process import Changes, Step
from shared.process.sign_bodies import MeetingRecord


class ClueDecision(Input):
    """What was decided, about which clue if about one."""

    clue_id: Annotated[UUID | None, Field(description="线索 · the clue")] = None
    decision: Annotated[str, Text(2, 2000), Field(description="决定事项 · what was decided")]
    responsible: Annotated[str, Line(0, 200), Field(description="责任部门或者责任人 · who does it")] = ""


class Minutes(Input):
    """会议纪要 · the minutes."""

    meeting: Annotated[
        MeetingRecord, Field(description="会议记录 · date, place, chair, attendees, resolution")
    ]
    fields: Annotated[list[Code], Field(max_length=20, description="重点领域 · focus areas")] = []
    decisions: Annotated[list[ClueDecision], Field(max_length=100, description="议定事项 · decisions")] = []


class ReviseMinutes(Command, Minutes):
    """修改纪要 · the whole minutes as they shall stand."""


async def create_clue_meeting(desk: Desk, body: Minutes, call: Call) -> Answer:
    """Keep the minutes as a draft until whoever heads the organ confirms them.

    Raises: Problem `forbidden`, `clue_unknown`.
    Rule: C11, ENF Art 24.
    """
    key = idempotency.key_of(call, body)
    if not desk.permissions.over(call.actor, "clue_meeting:create", call.actor.organisation, call.at):
        raise Problem("forbidden")
    process = desk.processes[CLUE_MEETING.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        clues = _clues_in(body)
        if len(await visible_clues(tx, desk.permissions, call, clues)) < len(clues):
            raise Problem("clue_unknown")
        ledger = await ledger_of(tx, call.actor.organisation, desk.settings.ledger_path)
        organ = code_of(organ_of(ledger))
        number = await next_number(tx, org=organ, kind=CLUE_MEETING.name, year=body.meeting.held_on.year)
        meeting = ClueMeeting(
            id=uuid7(), number=str(number), state=CLUE_MEETING.initial.value, version=1, holder_path=ledger,
            secrecy="work_secret", held_on=body.meeting.held_on, fields=tuple(body.fields),
        )  # fmt: skip
        await create(
            tx, desk, process, meeting, rule="C11", action="create", actor=call.actor, at=call.at,
            trigger_on=call.today, columns=meeting_columns(meeting, call.at),
        )  # fmt: skip
        await tx.flush()
        await add_clues(tx, meeting.id, clues)
        await PAPERS.add(
            tx, desk.seals, (CLUE_MEETING.name, meeting.id), "minutes", body.model_dump(mode="json"),
            by=call.actor.id, at=call.at,
        )  # fmt: skip
        shown = await describe(tx, desk, process, meeting, call)
        answer = Answer(201, shown, etag=meeting.version)
        idempotency.keep(tx, key, answer, call.at)
    return answer


def _clues_in(minutes: Minutes) -> list[UUID]:
    return sorted({one.clue_id for one in minutes.decisions if one.clue_id is not None})


async def revise_minutes(step: Step[ClueMeeting, ReviseMinutes]) -> Changes:
    """Keep the minutes as the next version.

    Rule: C11, 1.8.
    """
    command = step.command
    await add_clues(step.tx, step.subject.id, _clues_in(command))
    await write(step, CLUE_MEETING.name, "minutes")
    return Changes(columns={"held_on": command.meeting.held_on, "fields": list(command.fields)})


async def meeting_facts(step: Step[ClueMeeting, Any]) -> ClueMeetingFacts:
    """Count clues the minutes name that the caller cannot see."""
    if step.row.action != ClueMeetingAction.REVISE:
        return ClueMeetingFacts()
    clues = _clues_in(step.command)
    call = Call(actor=step.actor, at=step.at, today=step.today)
    seen = await visible_clues(step.tx, step.desk.permissions, call, clues)
    return ClueMeetingFacts(unknown_clues=len(clues) - len(seen))
