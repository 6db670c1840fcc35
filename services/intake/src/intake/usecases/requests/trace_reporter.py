"""C-5: nobody traces an anonymous reporter on his own; the attempt without approval is refused and recorded."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.report import ANONYMOUS
from intake.domain.report_lifecycle import REPORT
from intake.domain.request import Request
from intake.domain.trace_lifecycle import TRACE, TraceFacts, TraceState
from intake.store.tables.requests import TraceRequestRow
from intake.usecases.requests.asking import decision
from shared.audit.record import audit
from shared.directory.paths import code_of, organ_of
from shared.directory.store import find_organisation
from shared.http.fields import Day
from shared.http.models import Input, Line, Text
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Changes, Step
from shared.signoff.store import signatures_of

TABLE: Any = TraceRequestRow.__table__
HIGH_ENOUGH = frozenset({"city_commission", "party_committee"})
"""Kinds of bodies at the level of a districted city; higher ones are not in this directory."""


class AskTrace(Input):
    """申请追查 · which report, why it is needed, by which method, how far, until when."""

    report_id: UUID
    ground: Annotated[
        Literal["false_accusation_suspected", "other_violation_suspected"], Field(description="事由 · ground")
    ]
    method: Annotated[Literal["handwriting", "ip", "other"], Field(description="追查方式 · method")]
    grounds: Annotated[str, Text(10, 5000), Field(description="确需追查的理由 · why it is really needed")]
    scope: Annotated[str, Text(2, 1000), Field(description="追查范围 · how far")]
    expires_on: Annotated[Day, Field(description="有效期至 · last day of the approval")]


class ApproveTrace(Command):
    """报批 · the number of the approving document."""

    document_number: Annotated[str, Line(1, 100), Field(description="批准文号 · number of the approval")]


class RecordTrace(Command):
    """登记追查结果 · what came of it."""

    result: Annotated[str, Text(2, 5000), Field(description="追查结果 · result")]


async def trace_facts(step: Step[Request, Any]) -> TraceFacts:
    """Say whether there is somebody to trace, and whether the time allowed still runs. Rule: C-5."""
    report = await load_subject(step.tx, step.desk.processes[REPORT.name], step.subject.object_id, lock=False)
    is_anonymous = report is not None and report.named_status == ANONYMOUS
    holds = step.today.isoformat() <= str(step.subject.details["expires_on"])
    return TraceFacts(is_anonymous=is_anonymous, holds=holds)


async def approve_trace(step: Step[Request, ApproveTrace]) -> Changes:
    """Keep who approved it, who must stand at the level of a districted city or above.

    Raises: Refused `approval_too_low`.
    Rule: C-5, S7.
    """
    await step.tx.flush()
    given = (
        (await signatures_of(step.tx, [step.sign_off_id])).get(step.sign_off_id, [])
        if step.sign_off_id
        else []
    )
    path = next((row["approver_path"] for row in reversed(given) if row["level"] == "S7"), None)
    body = await find_organisation(step.tx, code_of(organ_of(path))) if path else None
    if body is None or body.kind not in HIGH_ENOUGH:
        raise Refused("approval_too_low")
    number = step.command.document_number
    return Changes(columns=decision(step, TABLE, {"document_number": number}, approved_by=body.code))


async def must_be_approved(desk: Desk, object_id: UUID, _: RecordTrace, call: Call) -> None:
    """Refuse to trace without approval, and keep the attempt in the audit log though nothing else is done.

    Raises: Problem `not_found`, `forbidden`, `trace_not_approved`.
    Rule: 1.4 point 3.
    """
    process = desk.processes[TRACE.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        request, _facts = await load_for(
            tx, desk, process, object_id, call, process.permission("trace"), lock=False
        )
        if request.state == TraceState.APPROVED:
            return
        audit(
            tx, call.actor, call.at, action="trace_request:trace", object_type=TRACE.name, object_id=object_id,
            outcome="refused", rule="C-5", request_id=call.request_id,
        )  # fmt: skip
    raise Problem("trace_not_approved")


async def record_trace(step: Step[Request, RecordTrace]) -> Changes:
    """Keep what came of it. Rule: C-5."""
    return Changes(columns=decision(step, TABLE, {"result": step.command.result}))
