"""B9: a letter to a department about one demand or several that drag, with a date to answer by."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.domain.work_reminder_lifecycle import WORK_REMINDER, WorkReminder, WorkReminderState
from intake.store.work_reminders import add_matters, demands_at
from intake.usecases.answering.quoting import quotes_the_report
from intake.usecases.chasing.draft_urging import check_ahead
from intake.usecases.matters.receiver import COMPETENT_KINDS, receiver
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.bodies import Code
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.perform import refusal

Demands = Annotated[list[UUID], Field(min_length=1, max_length=100, description="涉及的诉求 · the demands")]


class DraftWorkReminder(Input):
    """工作提醒 · the department, the demands, the letter, and when to answer."""

    to: Code
    demands: Demands
    letter: Annotated[str, Text(4, 5000), Field(description="提醒函正文 · the letter")]
    due_on: Annotated[Day, Field(description="答复期限 · answer by")]


async def draft_work_reminder(desk: Desk, body: DraftWorkReminder, call: Call) -> Answer:
    """Draft a work reminder; the deputy leader signs before it is sent.

    Raises: Problem `forbidden`, `invalid_input`, `organisation_unknown`, `receiver_not_competent`, `report_is_quoted`.
    Rule: B9.
    """
    check_ahead(body.due_on, call.today)
    if not desk.permissions.over(call.actor, "work_reminder:draft", call.actor.organisation, call.at):
        raise Problem("forbidden")
    key = idempotency.key_of(call, body)
    process = desk.processes[WORK_REMINDER.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        to = await _department(tx, body.to)
        await _check_demands(tx, desk, body, to)
        reminder = WorkReminder(
            id=uuid7(), number=None, state=WorkReminderState.DRAFTED.value, version=1,
            holder_path=call.actor.organisation, secrecy="work_secret", to_path=to, due_on=body.due_on,
        )  # fmt: skip
        await keep_reminder(tx, desk, reminder, body.letter, body.demands, call)
        return await answer_created(tx, desk, process, reminder, call, key)


async def keep_reminder(
    tx: Transaction, desk: Desk, reminder: WorkReminder, letter: str, demands: list[UUID], call: Call
) -> None:
    """Queue a work reminder, its sealed letter and its demands."""
    sealed = desk.seals.seal_text(letter, "work_reminders", reminder.id, "letter")
    await create(
        tx, desk, desk.processes[WORK_REMINDER.name], reminder, rule="B9", action="draft", actor=call.actor, at=call.at,
        trigger_on=call.today, columns={**asdict(reminder), "letter": sealed, "created_at": call.at},
    )  # fmt: skip
    await tx.flush()
    add_matters(tx, reminder.id, demands)


async def _department(tx: Transaction, code: str) -> str:
    try:
        return (await receiver(tx, code, COMPETENT_KINDS)).path
    except Refused as refused:
        raise refusal(refused) from refused


async def _check_demands(tx: Transaction, desk: Desk, body: DraftWorkReminder, to: str) -> None:
    there = await demands_at(tx, body.demands, to)
    wrong = [
        FieldError(f"/demands/{index}", "body", "unknown_code")
        for index, demand_id in enumerate(body.demands)
        if demand_id not in there or demand_id in body.demands[:index]
    ]
    if wrong:
        raise invalid_input(*wrong)
    for demand_id in body.demands:
        if await quotes_the_report(tx, desk, demand_id, body.letter):
            raise Problem("report_is_quoted")
