"""An officer asks for protection or a reward for a reporter, or to trace one; a reporter asks by receipt."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.report_lifecycle import REPORT
from intake.domain.request import Request
from intake.usecases.receipts.receipt_holder import MatterBody, held_by, holder_scope, parse
from intake.usecases.requests.asking import begin
from intake.usecases.requests.processes import PROTECTIONS, RECUSALS, REWARDS, TRACES
from intake.usecases.requests.protect_reporter import AskProtection
from intake.usecases.requests.reward_reporter import ProposeReward
from intake.usecases.requests.trace_reporter import AskTrace
from shared.audit.record import audit
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Process


class AskByReceipt(MatterBody):
    """What the holder of a receipt asks for."""

    text: Annotated[str, Text(2, 5000), Field(description="情况和理由 · what happened, and why")]


async def ask_protection(desk: Desk, body: AskProtection, call: Call) -> Answer:
    """Ask for protection in a reporter's name. Raises: Problem `not_found`, `forbidden`. Rule: R-A10."""
    words = {"circumstances": body.circumstances}
    return await _ask(desk, PROTECTIONS, body, body.report_id, words, {}, call, starts=("P-R-A10",))


async def propose_reward(desk: Desk, body: ProposeReward, call: Call) -> Answer:
    """Propose a reward. Raises: Problem `not_found`, `forbidden`. Rule: R-A9, C-4."""
    details = body.model_dump(include={"ground", "amount", "publicity_consent"})
    return await _ask(desk, REWARDS, body, body.report_id, {"reasons": body.reasons}, details, call)


async def ask_trace(desk: Desk, body: AskTrace, call: Call) -> Answer:
    """Ask to trace who wrote an anonymous report. Raises: Problem `not_found`, `forbidden`, `invalid_input`. Rule: C-5."""
    if body.expires_on < call.today:
        raise invalid_input(FieldError("/expires_on", "body", "day_in_past"))
    details = {"ground": body.ground, "method": body.method, "expires_on": body.expires_on.isoformat()}
    words = {"grounds": body.grounds, "scope": body.scope}
    return await _ask(desk, TRACES, body, body.report_id, words, details, call)


async def ask_by_receipt(desk: Desk, process: Process[Request], body: AskByReceipt, call: Call) -> Answer:
    """Keep a request of a receipt's holder; what comes of it is written to the same receipt.

    Raises: Problem `receipt_unknown`.
    Rule: R-A8, R-A10, RPT Art 35, 48.
    """
    key = idempotency.key_of(call, body)
    hashes = parse(desk, body.receipt)
    at = to_the_hour(call.at)
    async with desk.db.transaction(holder_scope(hashes)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        held = await held_by(tx, hashes, body.matter)
        matter = await load_subject(tx, desk.processes[held.object_type], held.object_id, lock=False)
        if matter is None:
            raise Problem("receipt_unknown")
        starts = ("P-R-A10",) if process is PROTECTIONS else ()
        await begin(
            tx, desk, process, matter, held.object_type, words={"text": body.text}, details={}, actor=PUBLIC, at=at,
            on=call.today, by_reporter=True, starts=starts,
        )  # fmt: skip
        audit(
            tx, PUBLIC, at, action="receipt:ask", object_type=held.object_type, object_id=held.object_id,
        )  # fmt: skip
        answer = Answer(201, {"requested_on": call.today})
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _ask(
    desk: Desk,
    process: Process[Request],
    body: Input,
    report_id: UUID,
    words: dict[str, Any],
    details: dict[str, Any],
    call: Call,
    starts: tuple[str, ...] = (),
) -> Answer:
    key = idempotency.key_of(call, body)
    reports = desk.processes[REPORT.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        report, _ = await load_for(tx, desk, reports, report_id, call, reports.permission("read"), lock=False)
        if not desk.permissions.over(call.actor, process.permission("ask"), report.holder_path, call.at):
            raise Problem("forbidden")
        request = await begin(
            tx, desk, process, report, REPORT.name, words=words, details=details, actor=call.actor, at=call.at,
            on=call.today, starts=starts,
        )  # fmt: skip
        return await answer_created(tx, desk, process, request, call, key)


__all__ = ["RECUSALS", "AskByReceipt", "ask_by_receipt", "ask_protection", "ask_trace", "propose_reward"]
