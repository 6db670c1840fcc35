"""1.6: the head of the organ decides on a request; about the head, the superior organ decides."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.recusal_request import (
    EarlierWork,
    RecusalDecision,
    RecusalRequest,
    RecusalRequestFacts,
)
from casework.store.clues.clues import REPORT, origins
from casework.usecases.writing import write
from shared.directory.officers import officers_named
from shared.http.models import Line, Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.keeping_away import keep_away, let_back
from shared.process.process import Changes, Step
from shared.recusal.store import Recusal


class DecideRequest(Command):
    """决定回避 · granted or declined, and what becomes of the officer's earlier work."""

    decision: Annotated[RecusalDecision, Field(description="决定 · decision")]
    officer: Annotated[
        str | None,
        Line(1, 100),
        Field(description="申请中未指明时，登录名或者编号 · login or id, if not named yet"),
    ] = None
    earlier_work: Annotated[EarlierWork, Field(description="此前工作效力 · earlier work")] = (
        EarlierWork.STANDS
    )
    reason: Annotated[str, Text(2, 5000), Field(description="理由 · why")]


async def officer_of(desk: Desk, _: UUID, command: DecideRequest, __: Call) -> str | None:
    """Return the id of the officer the decision names, empty when nobody is called so; None when it names nobody."""
    if command.officer is None:
        return None
    officers, _unknown = await officers_named(desk, [command.officer])
    return str(officers[0].id) if officers else ""


async def decide_request(step: Step[RecusalRequest, DecideRequest]) -> Changes:
    """Shut the whole matter to the officer, or say that there is no ground to; work done before stands unless voided.

    Raises: Refused `officer_missing`.
    Rule: 1.6, SL Art 67, SANC Art 48.
    """
    request, command = step.subject, step.command
    officer = request.officer_id or step.prepared
    if not officer:
        raise Refused("officer_missing")
    await write(step, "recusal_request", "decision")
    decide = keep_away if command.decision is RecusalDecision.GRANTED else let_back
    made = Recusal(officer, request.ground, step.actor.id, step.at)
    await decide(step.tx, step.desk, request.clue_id, made)
    reports = [str(one) for one in await origins(step.tx, request.clue_id, REPORT)]
    columns = {
        "officer_id": officer,
        "decision": command.decision.value,
        "earlier_work": command.earlier_work.value,
    }
    told = {"requested_by": request.requested_by, "decision": command.decision.value, "report_ids": reports}
    return Changes(columns=columns, event=told)


async def request_facts(step: Step[RecusalRequest, Any]) -> RecusalRequestFacts:
    """Gather what the guards look at."""
    officer = step.subject.officer_id or step.prepared
    return RecusalRequestFacts(
        has_officer=officer is not None, is_known=officer != "", decides_on_self=officer == step.actor.id
    )
