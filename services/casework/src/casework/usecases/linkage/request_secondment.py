"""E4: the lead office asks a home body of its contact zone for an officer."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from casework.domain.linkage.capacities import HOME_BODY
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.secondment import Secondment, home_of
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.store.linkage.secondments import is_asked_for, overlaps
from casework.store.linkage.team import loads
from casework.store.papers import PAPERS
from casework.usecases.linkage.bodies import FirstDay, LastDay, Officer, in_order
from casework.usecases.linkage.creating import STAFFED, answered, open_task, put
from casework.usecases.linkage.officer_check import check_officers
from casework.usecases.linkage.zones import zone_of_lead
from shared.auth.rls import past_sight
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.directory.officers import OfficerName, the_officer
from shared.directory.paths import code_of, organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.bodies import Code
from shared.process.desk import Call, Desk


class RequestSecondment(Input):
    """商请抽调 · for which task, whom, from when to when. The home body reads the note, and nothing of the task."""

    task_id: Annotated[UUID, Field(description="联动任务 · task")]
    officer: Officer
    from_on: FirstDay
    to_on: LastDay
    skill: Annotated[Code | None, Field(description="所需专长 · skill that is needed")] = None
    note: Annotated[str, Text(0, 2000), Field(description="致派出单位的说明 · note to the home body")] = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        in_order(self.from_on, self.to_on)
        return self


async def request_secondment(desk: Desk, body: RequestSecondment, call: Call) -> Answer:
    """Ask for an officer who was found to have no ground to keep away; the home body has three working days.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `invalid_input`, `officer_unknown`,
    `officer_outside_contact_zone`, `officer_already_asked_for`, `recusal_conflict`, `recusal_check_unavailable`,
    `contact_zones_unavailable`.
    Rule: E4, 1.6.
    """
    key = idempotency.key_of(call, body)
    if body.to_on < call.today:
        raise invalid_input(FieldError("/to_on", "body", "day_in_past"))
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task = await open_task(reader, desk, body.task_id, call, "request_secondment", STAFFED)
    zone = await zone_of_lead(desk, task)
    officer = await the_officer(desk, body.officer)
    home = home_of(officer.path, zone.organisations)
    if home is None:
        raise Problem("officer_outside_contact_zone")
    if await check_officers(desk, task, [officer], "request", call):
        raise Problem("recusal_conflict")
    process = desk.processes[SECONDMENT.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        task = await open_task(tx, desk, body.task_id, call, "request_secondment", STAFFED)
        if await is_asked_for(tx, task.id, str(officer.id)):
            raise Problem("officer_already_asked_for")
        secondment = await _secondment(tx, task, officer, home, zone.code, body, call)
        told = {"home_body": home, "from_on": body.from_on.isoformat(), "to_on": body.to_on.isoformat()}
        await put(
            tx, desk, process, secondment, call, rule="E4", event="secondment.requested", event_data=told
        )
        await _tell_home(tx, desk, secondment, body.note, call)
        return await answered(tx, desk, process, secondment, call, key)


async def _secondment(
    tx: Transaction,
    task: LinkageTask,
    officer: OfficerName,
    home: str,
    zone: str,
    body: RequestSecondment,
    call: Call,
) -> Secondment:
    officer_id = str(officer.id)
    lent, busy = await burden(tx, [officer_id], body.from_on, body.to_on, call)
    organ = code_of(organ_of(task.lead_path))
    number = await next_number(tx, org=organ, kind="secondment", year=call.today.year)
    return Secondment(
        id=uuid7(),
        number=str(number),
        state=SECONDMENT.initial.value,
        version=1,
        holder_path=task.lead_path,
        secrecy=task.secrecy,
        task_id=task.id,
        officer_id=officer_id,
        login=officer.login,
        officer_path=officer.path,
        home_path=home,
        zone=zone,
        from_on=body.from_on,
        to_on=body.to_on,
        skill=body.skill,
        overlaps=lent.get(officer_id, 0),
        load=busy.get(officer_id, 0),
    )


async def burden(
    tx: Transaction, officers: list[str], from_on: date, to_on: date, call: Call
) -> tuple[dict[str, int], dict[str, int]]:
    """Count each officer's other loans in a period, and the teams they are in: figures, whoever leads what."""
    async with past_sight(tx):
        return await overlaps(tx, officers, from_on, to_on), await loads(tx, officers, call.at)


async def _tell_home(tx: Transaction, desk: Desk, one: Secondment, note: str, call: Call) -> None:
    grant(tx, one.id, one.home_path, HOME_BODY, by=call.actor.id, since=call.at)
    clocks.start(
        tx, desk.deadlines["P-E4"], object_type=SECONDMENT.name, object_id=one.id, trigger_on=call.today,
        held_by=one.home_path, calendar=await desk.calendar.current(tx), started_at=call.at,
    )  # fmt: skip
    if note:
        fields = {"note": note}
        await PAPERS.add(
            tx, desk.seals, (SECONDMENT.name, one.id), "request", fields, by=call.actor.id, at=call.at
        )
