"""1.6: the head of the organ decides whether an officer keeps away from a matter, whichever part of it is asked about.

A clue, its verification, talk and case are one matter, and so are a joint task and what belongs to it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import Field

from casework.domain.case_lifecycle import CASE
from casework.domain.clue_lifecycle import CLUE
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.usecases.linkage.keeping_off_task import keep_off_task
from casework.usecases.recusals.keeping_away import keep_away, let_back
from casework.usecases.recusals.recusal_check import officers_named
from shared.audit.record import audit
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for

Ground = Literal["close_relative", "former_post", "interest", "is_subject", "other_doubt", "witness"]

GROUNDS = frozenset(get_args(Ground))


class DecideRecusal(Input):
    """回避决定 · about whom, on which ground, and whether they keep away."""

    officer: Annotated[str, Line(1, 100), Field(description="登录名或者编号 · login or id")]
    ground: Annotated[Ground, Field(description="回避事由 · ground")] = "other_doubt"
    keeps_away: Annotated[bool, Field(description="是否回避 · whether they keep away")]


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what about whom."""

    officer_id: str
    ground: str
    keeps_away: bool
    call: Call


Effect = Callable[[Transaction, Any, Decision], Awaitable[UUID]]


async def _on_clue(tx: Transaction, clue_id: UUID, made: Decision) -> UUID:
    decide = keep_away if made.keeps_away else let_back
    return await decide(
        tx, clue_id, made.officer_id, ground=made.ground, by=made.call.actor.id, at=made.call.at
    )


async def _on_task(tx: Transaction, task_id: UUID, made: Decision) -> UUID:
    return await keep_off_task(
        tx, task_id, made.officer_id, ground=made.ground, by=made.call.actor.id, at=made.call.at,
        keeps_away=made.keeps_away,
    )  # fmt: skip


MATTERS: Mapping[str, Effect] = MappingProxyType(
    {
        CLUE.name: lambda tx, clue, made: _on_clue(tx, clue.id, made),
        CASE.name: lambda tx, case, made: _on_clue(tx, case.clue_id, made),
        LINKAGE_TASK.name: lambda tx, task, made: _on_task(tx, task.id, made),
        SECONDMENT.name: lambda tx, loan, made: _on_task(tx, loan.task_id, made),
    }
)
"""What a decision does, by the process of the object it is made on."""


async def decide_recusal(desk: Desk, name: str, object_id: UUID, body: DecideRecusal, call: Call) -> Answer:
    """Record the decision; it lets an officer be named although a ground was found, or shuts the matter to them.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: 1.6, SL Art 67, DL-46.
    """
    key = idempotency.key_of(call, body)
    process = desk.processes[name]
    permission = process.permission("decide_recusal")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, object_id, call, permission, lock=False)
    officers, unknown = await officers_named(desk, [body.officer])
    if unknown:
        raise Problem("officer_unknown")
    made = Decision(str(officers[0].id), body.ground, body.keeps_away, call)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        subject, _ = await load_for(tx, desk, process, object_id, call, permission, lock=True)
        recusal_id = await MATTERS[name](tx, subject, made)
        audit(
            tx, call.actor, call.at, action=permission, object_type=name, object_id=object_id, rule="1.6",
            request_id=call.request_id, details={"officer": made.officer_id, "keeps_away": body.keeps_away},
        )  # fmt: skip
        told = {"id": recusal_id, "officer_id": made.officer_id, **body.model_dump(exclude={"officer"})}
        answer = Answer(201, told)
        idempotency.keep(tx, key, answer, call.at)
    return answer
