"""Draft an urging on a matter that drags, to whoever has it; leaders sign by its level before it goes out."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.chasing import Level, rises
from intake.domain.demand import Demand
from intake.domain.report import Report
from intake.domain.urging_lifecycle import URGING, Urging, UrgingState
from intake.store.urgings import chased_before
from intake.usecases.answering.quoting import quotes_the_report
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

Kind = Literal["chase", "assign", "urge"]
Basis = Literal[
    "overdue", "perfunctory", "needs_supplement", "strong_reaction", "repeated", "group_matter", "leader_instruction",
    "other",
]  # fmt: skip


class DraftUrging(Input):
    """催办、交办、督办 · how hard, on what ground, and what is required by when."""

    kind: Annotated[Kind, Field(description="方式 · chase, assign or urge")] = "urge"
    level: Annotated[Level, Field(description="级别：绿、黄、红 · level")]
    basis: Annotated[Basis, Field(description="事由 · ground")]
    letter: Annotated[str, Text(4, 5000), Field(description="督办函正文，写明办理要求 · the letter")]
    due_on: Annotated[
        Day | None, Field(description="答复期限，省略时按级别 · answer by; by level when left out")
    ] = None


async def draft_urging(
    desk: Desk, process: Process[Any], object_id: UUID, body: DraftUrging, call: Call
) -> Answer:
    """Draft an urging to whoever has the matter.

    Raises: Problem `not_found`, `forbidden`, `nobody_to_urge`, `level_must_rise`, `report_is_quoted`, `invalid_input`.
    Rule: A8, B4, U-1.
    """
    check_ahead(body.due_on, call.today)
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        permission = process.permission("draft_urging")
        matter, _ = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        to = who_has(matter)
        if to is None:
            raise Problem("nobody_to_urge")
        number, hardest = await chased_before(tx, object_id, to)
        if not rises(body.level, hardest):
            raise Problem("level_must_rise")
        if await quotes_the_report(tx, desk, object_id, body.letter):
            raise Problem("report_is_quoted")
        urging = urging_on(matter, process.name, to, body, round_=number + 1)
        await keep(tx, desk, urging, body.letter, actor=call.actor, call=call)
        return await answer_created(tx, desk, desk.processes[URGING.name], urging, call, key)


def check_ahead(due_on: date | None, today: date) -> None:
    """Refuse a day that is not to come. Raises: Problem `invalid_input`."""
    if due_on is not None and due_on <= today:
        raise invalid_input(FieldError("/due_on", "body", "date_future"))


def who_has(matter: Report | Demand) -> str | None:
    """Return the path of the organisation that handles a matter now."""
    return matter.department_path if isinstance(matter, Demand) else matter.office_path


def urging_on(
    matter: Report | Demand,
    object_type: str,
    to: str,
    body: DraftUrging,
    *,
    round_: int,
    follows: UUID | None = None,
) -> Urging:
    """Return an urging as drafted."""
    return Urging(
        id=uuid7(), number=None, state=UrgingState.DRAFTED.value, version=1, holder_path=matter.holder_path,
        secrecy=matter.secrecy, object_type=object_type, object_id=matter.id, kind=body.kind, level=body.level.value,
        basis=body.basis, to_path=to, round=round_, due_on=body.due_on, follows=follows,
    )  # fmt: skip


async def keep(tx: Transaction, desk: Desk, urging: Urging, letter: str, *, actor: Actor, call: Call) -> None:
    """Queue an urging and its sealed letter."""
    sealed = desk.seals.seal_text(letter, "urgings", urging.id, "letter")
    await create(
        tx, desk, desk.processes[URGING.name], urging, rule="U-1", action="draft", actor=actor, at=call.at,
        trigger_on=call.today, columns={**asdict(urging), "letter": sealed, "created_at": call.at},
    )  # fmt: skip
