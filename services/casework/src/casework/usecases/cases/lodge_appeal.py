"""DL-25 to DL-29: a subject appeals, or complains about measures; other people than before will handle it."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from casework.domain.appeal import COURSES, Appeal, AppealKind
from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.case import Case
from casework.domain.case_words import APPEAL as HANDLES_APPEAL
from casework.domain.clue_lifecycle import LEDGER
from casework.store.papers import PAPERS
from casework.usecases.cases.days import not_in_future
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.offices import office
from shared.directory.paths import code_of, organ_of
from shared.http.models import Day, Text
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.needtoknow.store import grant, grantees_of
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.bodies import Code, Command
from shared.process.create import create
from shared.process.process import Changes, Step


class _Lodge(Command):
    subject_id: SubjectId
    grounds: Annotated[
        str, Text(0, 20000), Field(description="申诉请求和理由 · what is asked for and why")
    ] = ""
    lodged_on: Annotated[Day | None, Field(description="收到日期，默认当日 · day of receipt")] = None
    to: Annotated[
        Code | None,
        Field(description="承办部门，省略时为案件审理部门 · office that handles it, else the review office"),
    ] = None


class LodgeAppeal(_Lodge):
    """登记申诉 · by whom, of what kind, and which office handles it. Execution goes on meanwhile."""

    kind: Annotated[
        Literal["re_examination", "superior_review", "party_appeal", "accountability_appeal"],
        Field(description="申诉类别 · kind"),
    ]


class LodgeComplaint(_Lodge):
    """登记对措施的申诉 · against unlawful measures; the case goes on meanwhile."""

    kind: Annotated[Literal["complaint", "complaint_review"], Field(description="申诉类别 · kind")] = (
        "complaint"
    )


async def lodge_appeal(step: Step[Case, LodgeAppeal | LodgeComplaint]) -> Changes:
    """Make the appeal; its clock begins, and the office that handles it knows of the case from now on.

    Raises: Refused `organisation_unknown`, `office_missing`; Problem `invalid_input` for a day to come.
    Rule: DL-25 to DL-29, SoD-4.
    """
    command, case = step.command, step.subject
    lodged_on = not_in_future(command.lodged_on, "/lodged_on", step.today)
    path = (await office(step.tx, command.to)).path if command.to else case.review_path
    if path is None:
        raise Refused("office_missing")
    appeal = await _made(step, path, lodged_on)
    course = COURSES[AppealKind(command.kind)]
    grant(step.tx, case.id, path, HANDLES_APPEAL, by=step.actor.id, since=step.at)
    for known in await grantees_of(step.tx, case.id):
        if known.capacity == LEDGER and known.is_live(step.at):
            grant(step.tx, appeal.id, known.grantee, LEDGER, by=step.actor.id, since=step.at)
    await create(
        step.tx, step.desk, step.desk.processes[APPEAL.name], appeal, rule="5", action="create", actor=step.actor,
        at=step.at, trigger_on=lodged_on, starts=() if course.at_acceptance else (course.clock,),
        columns={**columns_of(appeal), "created_at": step.at},
    )  # fmt: skip
    await PAPERS.add(
        step.tx, step.desk.seals, (APPEAL.name, appeal.id), "grounds",
        command.model_dump(mode="json", exclude_none=True), by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes(event={"appeal_id": str(appeal.id), "kind": command.kind})


async def _made(step: Step[Case, Any], path: str, lodged_on: date) -> Appeal:
    organ = code_of(organ_of(path))
    number = await next_number(step.tx, org=organ, kind="appeal", year=step.today.year)
    return Appeal(
        id=uuid7(),
        number=str(number),
        state=APPEAL.initial.value,
        version=1,
        holder_path=path,
        secrecy=step.subject.secrecy,
        case_id=step.subject.id,
        subject_id=step.command.subject_id,
        kind=step.command.kind,
        lodged_on=lodged_on,
    )
