"""A consultation (会商) is called: what about, when, and who is to be heard."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.capacities import PARTICIPANT
from casework.domain.linkage.consultation_lifecycle import CONSULTATION, Consultation
from casework.domain.linkage.linkage_task import LinkageTask
from casework.store.linkage.consultations import invite
from casework.store.linkage.team import present_members
from casework.store.papers import PAPERS
from casework.usecases.linkage.bodies import Officer
from casework.usecases.linkage.creating import WORKED, answered, open_task, put
from shared.db import Transaction
from shared.directory.paths import code_of, organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.desk import Call, Desk


class CallConsultation(Input):
    """召集会商 · agenda, day, and the members who are to be heard."""

    task_id: Annotated[UUID, Field(description="联动任务 · task")]
    agenda: Annotated[
        list[Annotated[str, Line(2, 500)]], Field(min_length=1, max_length=30, description="议题 · agenda")
    ]
    held_on: Annotated[Day, Field(description="会商日期 · day")]
    participants: Annotated[
        list[Officer], Field(min_length=2, max_length=60, description="参加人员 · who is to be heard")
    ]


async def call_consultation(desk: Desk, body: CallConsultation, call: Call) -> Answer:
    """Call members of the team together.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `not_in_the_team`.
    Rule: chapter 6.
    """
    key = idempotency.key_of(call, body)
    process = desk.processes[CONSULTATION.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        task = await open_task(tx, desk, body.task_id, call, "call_consultation", WORKED)
        consultation = await _consultation(tx, task, body, call)
        await put(tx, desk, process, consultation, call, rule="6.1", event="consultation.called")
        await _invite(tx, task, consultation.id, body.participants, call)
        fields = {"agenda": body.agenda}
        about = (CONSULTATION.name, consultation.id)
        await PAPERS.add(tx, desk.seals, about, "agenda", fields, by=call.actor.id, at=call.at)
        return await answered(tx, desk, process, consultation, call, key)


async def _consultation(
    tx: Transaction, task: LinkageTask, body: CallConsultation, call: Call
) -> Consultation:
    organ = code_of(organ_of(task.lead_path))
    number = await next_number(tx, org=organ, kind="consultation", year=call.today.year)
    return Consultation(
        id=uuid7(),
        number=str(number),
        state=CONSULTATION.initial.value,
        version=1,
        holder_path=task.lead_path,
        secrecy=task.secrecy,
        task_id=task.id,
        held_on=body.held_on,
    )


async def _invite(
    tx: Transaction, task: LinkageTask, consultation_id: UUID, names: list[str], call: Call
) -> None:
    """Let members of the team know, and the head who calls."""
    present = await present_members(tx, task.id, call.at)
    by_name = {key: one for one in present.values() for key in (one.login, one.officer_id)}
    invited = set()
    for name in names:
        member = by_name.get(name)
        is_caller = name in (call.actor.login, call.actor.id)
        if member is None and not is_caller:
            raise Problem("not_in_the_team")
        officer_id = member.officer_id if member else call.actor.id
        if officer_id in invited:
            continue
        invited.add(officer_id)
        login = member.login if member else call.actor.login
        path = member.organisation_path if member else call.actor.organisation
        invite(tx, consultation_id, officer_id, login, path)
        until = member.until if member else None
        grant(tx, consultation_id, officer_id, PARTICIPANT, by=call.actor.id, since=call.at, until=until)
