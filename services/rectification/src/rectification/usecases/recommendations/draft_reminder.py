"""Chapter 10: the lighter papers, counted apart: work reminder, reminder interview, internal notice."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.recommendation import Reminder
from rectification.domain.recommendation_lifecycle import ADDRESSEE
from rectification.domain.reminder_lifecycle import REMINDER, ReminderKind
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, bring, fresh, numbered, organisation
from rectification.usecases.writing import write
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class DraftReminder(Input):
    """起草提醒、约谈或通报 · to whom, and what it says."""

    kind: Annotated[ReminderKind, Field(description="类别 · kind")]
    addressee: Annotated[Code, Field(description="受文单位代码 · addressee")]
    inspected_organization_id: Annotated[
        UUID | None, Field(description="相关被巡察党组织 · organisation")
    ] = None
    text: Annotated[str, Text(5, 20000), Field(description="提醒、约谈或通报内容 · what it says")]
    reply_by: Annotated[Day | None, Field(description="报告期限，默认送达后 30 日 · date of the report")] = (
        None
    )


class ReviseReminder(Command):
    """修改提醒、约谈或通报 · the text as it now reads, and the date of the report where it is another."""

    text: Annotated[str, Text(5, 20000), Field(description="提醒、约谈或通报内容 · what it says")]
    reply_by: Annotated[Day | None, Field(description="报告期限 · date of the report")] = None


class AnswerReminder(Command):
    """报告整改情况 · what was done."""

    answer: Annotated[str, Text(2, 20000), Field(description="整改情况 · what was done")]


async def draft_reminder(desk: Desk, body: DraftReminder, call: Call) -> Answer:
    """Draft a lighter paper in the caller's office.

    Raises: Problem `forbidden`, `not_found`, `organisation_unknown`, `reply_date_passed`.
    Rule: chapter 10; chapter 9, G8.
    """
    holder = call.actor.organisation
    if not desk.permissions.over(call.actor, "reminder:create", holder, call.at):
        raise Problem("forbidden")
    process: Process[Any] = desk.processes[REMINDER.name]

    async def make(tx: Transaction) -> Reminder:
        addressee = await organisation(tx, body.addressee)
        if body.reply_by is not None and body.reply_by <= call.today:
            raise Refused("reply_date_passed")
        if body.inspected_organization_id is not None:
            organizations = desk.processes[INSPECTED_ORGANIZATION.name]
            await load_for(
                tx, desk, organizations, body.inspected_organization_id, call, organizations.permission("read"),
                lock=False,
            )  # fmt: skip
        draft = Reminder(
            **fresh(process, holder),
            **body.model_dump(include={"kind", "reply_by", "inspected_organization_id"}),
            addressee_path=addressee.path,
        )
        return await keep_reminder(tx, desk, draft, body.text, call.actor)

    return await bring(desk, process, body, call, make)


async def keep_reminder(tx: Transaction, desk: Desk, draft: Reminder, text: str, actor: Actor) -> Reminder:
    """Begin a lighter paper with what it says."""
    process: Process[Any] = desk.processes[REMINDER.name]
    await begin(tx, desk, process, draft, actor=actor, today=desk.clock.today(), rule="10")
    await PAPERS.add(
        tx, desk.seals, (process.name, draft.id), "text", {"text": text}, by=actor.id, at=desk.clock.now()
    )
    return draft


async def revise_reminder(step: Step[Reminder, ReviseReminder]) -> Changes:
    """Keep the text as its next version.

    Raises: Refused `reply_date_passed`.
    Rule: chapter 10.
    """
    command = step.command
    if command.reply_by is not None and command.reply_by <= step.today:
        raise Refused("reply_date_passed")
    await write(step, "reminder", "text", {"text": command.text})
    return Changes(columns={"reply_by": command.reply_by or step.subject.reply_by})


async def deliver_reminder(step: Step[Reminder, Command]) -> Changes:
    """Number it, let the addressee know, and start the time for its report.

    Rule: chapter 10, 1.8, P-G8.
    """
    reminder = step.subject
    number = await numbered(step.tx, reminder.holder_path, reminder.kind, step.today.year)
    grant(step.tx, reminder.id, reminder.addressee_path, ADDRESSEE, by=step.actor.id, since=step.at)
    is_ahead = reminder.reply_by is not None and reminder.reply_by >= step.today
    return Changes(
        columns={"number": number, "delivered_on": step.today},
        event={"kind": reminder.kind, "addressee": reminder.addressee_path},
        clock_holder=reminder.addressee_path,
        written={"P-G8": reminder.reply_by} if is_ahead and reminder.reply_by else {},
    )


async def answer_reminder(step: Step[Reminder, AnswerReminder]) -> Changes:
    """Keep the report. Rule: chapter 10."""
    await write(step, "reminder", "answer")
    return Changes(columns={"answered_on": step.today})


async def return_reminder_answer(step: Step[Reminder, Command]) -> Changes:
    """Send the report back; a fresh period begins. Rule: chapter 10."""
    return Changes(columns={"answered_on": None}, clock_holder=step.subject.addressee_path)
