"""B9: a work reminder goes out, is answered, visited, and its results are recorded demand by demand."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.chasing import ADDRESSED
from intake.domain.demand import Demand
from intake.domain.work_reminder_lifecycle import (
    WORK_REMINDER,
    WorkReminder,
    WorkReminderAction,
    WorkReminderFacts,
    WorkReminderState,
)
from intake.store.work_reminders import (
    add_visit,
    lacks_results,
    matters_of,
    record_result,
)
from intake.usecases.answering.quoting import must_not_quote
from intake.usecases.chasing.draft_urging import check_ahead
from intake.usecases.chasing.draft_work_reminder import keep_reminder
from intake.usecases.follow_with import follow_with
from shared.directory.paths import code_of
from shared.http.models import Day, Text
from shared.http.problems import FieldError, invalid_input
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.bodies import Command
from shared.process.desk import Call
from shared.process.process import Changes, Step

Count = Annotated[int, Field(ge=0, le=10_000_000)]
ANSWER_BY = "P-B9"


class AnswerWorkReminder(Command):
    """回复工作提醒 · what was done."""

    reply: Annotated[str, Text(4, 5000), Field(description="回复内容 · reply")]


class RecordVisit(Command):
    """跟踪回访 · when, and what was seen."""

    visited_on: Annotated[Day, Field(description="回访日期 · day of the visit")]
    finding: Annotated[str, Text(2, 5000), Field(description="回访情况 · what was seen")]


class RecordResult(Command):
    """登记成效 · what came of one demand; money in cents of a yuan."""

    demand: Annotated[UUID, Field(description="诉求 · the demand")]
    households_helped: Count = 0
    money_paid_back: Annotated[int, Field(ge=0, le=10**14)] = 0
    documents_issued: Count = 0


class RemindDepartment(Command):
    """工作提醒 · a letter to the department that drags, with a date to answer by."""

    letter: Annotated[str, Text(4, 5000), Field(description="提醒函正文 · the letter")] | None = None
    due_on: Annotated[Day | None, Field(description="答复期限 · answer by")] = None

    @property
    def leaving(self) -> str:
        return self.letter or self.opinion or "请抓紧办理并按期书面回复。"


async def work_reminder_facts(step: Step[WorkReminder, Any]) -> WorkReminderFacts:
    """Gather what the guards of a reminder look at."""
    wanted = getattr(step.command, "demand", None)
    known = {one["object_id"] for one in await matters_of(step.tx, step.subject.id)}
    return WorkReminderFacts(
        has_every_result=not await lacks_results(step.tx, step.subject.id),
        matter_is_in_it=wanted is None or wanted in known,
    )


async def send_work_reminder(step: Step[WorkReminder, Command]) -> Changes:
    """Number the letter and let the department read it.

    Rule: B9.
    """
    reminder = step.subject
    grant(step.tx, reminder.id, reminder.to_path, ADDRESSED, by=step.actor.id, since=step.at)
    number = await next_number(
        step.tx, org=code_of(reminder.holder_path), kind="work_reminder", year=step.today.year
    )
    return Changes(
        columns={"number": str(number), "sent_on": step.today},
        event={"to": reminder.to_path, "due_on": reminder.due_on.isoformat()},
        written={ANSWER_BY: reminder.due_on},
        clock_holder=reminder.to_path,
    )


async def answer_work_reminder(step: Step[WorkReminder, AnswerWorkReminder]) -> Changes:
    """Keep the reply, sealed.

    Rule: B9.
    """
    sealed = step.desk.seals.seal_text(step.command.reply, "work_reminders", step.subject.id, "reply")
    return Changes(columns={"reply": sealed, "answered_on": step.today})


async def record_visit(step: Step[WorkReminder, RecordVisit]) -> Changes:
    """Keep what was seen on the spot.

    Raises: Problem `invalid_input` for a day to come.
    Rule: B9.
    """
    on = step.command.visited_on
    if on > step.today:
        raise invalid_input(FieldError("/visited_on", "body", "date_past"))
    add_visit(
        step.tx,
        step.desk.seals,
        step.subject.id,
        on=on,
        finding=step.command.finding,
        by=step.actor.id,
        at=step.at,
    )
    return Changes(event={"visited_on": on.isoformat()})


async def record_result_of(step: Step[WorkReminder, RecordResult]) -> Changes:
    """Keep the figures of one demand.

    Rule: B9.
    """
    command = step.command
    figures = command.model_dump(include={"households_helped", "money_paid_back", "documents_issued"})
    await record_result(step.tx, step.subject.id, command.demand, figures, step.at)
    return Changes(event={"demand_id": str(command.demand), **figures})


async def may_remind(step: Step[Demand, RemindDepartment]) -> None:
    """See, before anybody signs, that the letter may go.

    Raises: Refused `nobody_to_urge`, `report_is_quoted`; Problem `invalid_input` for a day that is not to come.
    """
    if step.subject.department_path is None:
        raise Refused("nobody_to_urge")
    check_ahead(step.command.due_on, step.today)
    await must_not_quote(step, step.command.leaving)


async def remind_department(step: Step[Demand, RemindDepartment]) -> Changes:
    """Make the letter about this one demand and send it, under the signature of the move at hand.

    Rule: B9.
    """
    demand, command = step.subject, step.command
    reminder = WorkReminder(
        id=uuid7(), number=None, state=WorkReminderState.DRAFTED.value, version=1, holder_path=demand.holder_path,
        secrecy=demand.secrecy, to_path=demand.department_path or "", due_on=command.due_on or await _in_ten_days(step),
    )  # fmt: skip
    process = step.desk.processes[WORK_REMINDER.name]
    call = Call(actor=step.actor, at=step.at, today=step.today)
    await keep_reminder(step.tx, step.desk, reminder, command.leaving, [demand.id], call)
    await follow_with(step, process, reminder.id, WorkReminderAction.SEND)
    return Changes(event={"work_reminder_id": str(reminder.id)})


async def _in_ten_days(step: Step[Demand, RemindDepartment]) -> date:
    calendar = await step.desk.calendar.current(step.tx)
    return calendar.working_day_after(step.today, 10)
