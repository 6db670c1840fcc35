"""Moves that the holder of a receipt makes: rate, object, ask for a review."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from intake.domain.demand_lifecycle import DEMAND, DemandAction
from intake.domain.receipt_states import receipt_state
from intake.domain.report import Report
from intake.domain.report_lifecycle import ReportState
from intake.store.contents import add_message
from intake.store.receipts import Held
from intake.usecases.receipts.open_receipt import show_all
from intake.usecases.receipts.receipt_holder import (
    MatterBody,
    WithFiles,
    held_by,
    holder_scope,
    parse,
    take_files,
)
from intake.usecases.receipts.reporter_moves import ObjectToAnswer, RateAnswer
from intake.usecases.reports.bring_evidence import bring_evidence
from shared.auth.actor import PUBLIC
from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.clock import to_the_hour
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.idempotency import claim, keep, key_of
from shared.http.models import Text
from shared.http.problems import Problem
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_subject
from shared.process.perform import carry_out, prepare

INNER = frozenset({"move_out_of_order", "sign_off_pending"})
"""Refusals that would tell what goes on inside: in which state a matter is, that somebody is about to sign."""


class RateBody(MatterBody):
    """Satisfaction with the answer."""

    satisfaction: Annotated[int, Field(ge=1, le=5, description="满意度 1-5 · satisfaction")]
    comment: Annotated[str, Text(0, 1000), Field(description="评语 · comment")] = ""


class ObjectBody(WithFiles):
    """What is wrong with the answer, or new evidence."""

    text: Annotated[str, Text(2, 5000), Field(description="异议内容 · objection")]


async def rate(desk: Desk, body: RateBody, call: Call) -> Answer:
    """Rate the answer, once. Raises: Problem `receipt_unknown`, `move_out_of_order`."""
    command = RateAnswer(satisfaction=body.satisfaction, comment=body.comment)
    return await _move(desk, body, DemandAction.RATE, command, call)


async def object_to(desk: Desk, body: ObjectBody, call: Call) -> Answer:
    """Object to the answer; for a report, new evidence goes to the handler. Raises: as `rate`."""
    return await _move(desk, body, DemandAction.OBJECT, ObjectToAnswer(text=body.text), call)


async def ask_for_review(desk: Desk, body: ObjectBody, call: Call, *, final: bool) -> Answer:
    """Ask the superior body to review the answer. Raises: as `rate`, `review_already_requested`."""
    action = DemandAction.REQUEST_FINAL_REVIEW if final else DemandAction.REQUEST_REVIEW
    return await _move(desk, body, action, ObjectToAnswer(text=body.text), call)


async def _move(desk: Desk, body: MatterBody, action: DemandAction, command: Command, call: Call) -> Answer:
    key = key_of(call, body)
    hashes = parse(desk, body.receipt)
    hour = replace(call, at=to_the_hour(call.at), actor=PUBLIC)
    async with desk.db.transaction(holder_scope(hashes)) as tx:
        if replay := await claim(tx, key, call.at):
            return replay
        held = await held_by(tx, hashes, body.matter)
        if isinstance(body, WithFiles):
            await take_files(tx, held, body.attachments)
        subject = await load_subject(tx, desk.processes[held.object_type], held.object_id, lock=True)
        if subject is None:
            raise Problem("receipt_unknown")
        try:
            subject = await _made(tx, desk, subject, action, command, hour)
        except Problem as problem:
            raise _as_told(desk, problem, held, subject, action, call) from problem
        answer = Answer(200, await show_all(tx, desk, held, subject))
        keep(tx, key, answer, call.at)
    return answer


async def _made(
    tx: Transaction, desk: Desk, subject: Any, action: DemandAction, command: Command, call: Call
) -> Any:
    if isinstance(subject, Report):
        return await _evidence(tx, desk, subject, action, command, call)
    facts = ObjectFacts(str(subject.id), subject.holder_path, SecrecyLevel(subject.secrecy))
    demands = desk.processes[DEMAND.name]
    step = await prepare(tx, desk, demands, subject, facts, action.value, command, call)
    moved = await carry_out(demands, step)
    await tx.flush()
    return moved


def _as_told(
    desk: Desk, problem: Problem, held: Held, subject: Any, action: DemandAction, call: Call
) -> Problem:
    """Return a refusal as the holder of a receipt may know it: by the coarse state, not by what goes on inside.

    Rule: 1.4 point 6.
    """
    if problem.code not in INNER:
        return problem
    state = receipt_state(held.object_type, subject.state)
    told = desk.vocabularies.label("receipt_state", state, call.language)
    return Problem("move_out_of_order", state=told, action=DEMAND.words(action))


async def _evidence(
    tx: Transaction, desk: Desk, report: Any, action: DemandAction, command: Command, call: Call
) -> Any:
    """Keep a reporter's objection to the feedback on a report; the handler decides whether to reopen.

    Rule: A16, RPT Art 27.
    """
    if action is not DemandAction.OBJECT or report.state != ReportState.FEEDBACK_GIVEN:
        raise Problem("move_out_of_order")
    add_message(tx, desk.seals, report.id, "reporter", "objection", getattr(command, "text", ""), call.today)
    noted = await bring_evidence(
        tx, desk, report, on=call.today, at=call.at, actor=call.actor, source="reporter"
    )
    await tx.flush()
    return noted
