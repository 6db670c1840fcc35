"""1.6: the head of the organ decides whether an officer keeps away from a clue."""

from typing import Annotated, Literal, get_args
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.usecases.keeping_away import keep_away, let_back
from casework.usecases.recusal_check import officers_named
from shared.audit.record import audit
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


async def decide_recusal(desk: Desk, clue_id: UUID, body: DecideRecusal, call: Call) -> Answer:
    """Record the decision; it lets an officer be named although a ground was found, or shuts the clue to them.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: 1.6, SL Art 67, DL-46.
    """
    key = idempotency.key_of(call, body)
    permission = "clue:decide_recusal"
    process = desk.processes[CLUE.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, clue_id, call, permission, lock=False)
    officers, unknown = await officers_named(desk, [body.officer])
    if unknown:
        raise Problem("officer_unknown")
    officer_id = str(officers[0].id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        clue: Clue
        clue, _ = await load_for(tx, desk, process, clue_id, call, permission, lock=True)
        decide = keep_away if body.keeps_away else let_back
        recusal_id = await decide(tx, clue.id, officer_id, ground=body.ground, by=call.actor.id, at=call.at)
        audit(
            tx, call.actor, call.at, action=permission, object_type=CLUE.name, object_id=clue.id, rule="1.6",
            request_id=call.request_id, details={"officer": officer_id, "keeps_away": body.keeps_away},
        )  # fmt: skip
        answer = Answer(
            201, {"id": recusal_id, "officer_id": officer_id, **body.model_dump(exclude={"officer"})}
        )
        idempotency.keep(tx, key, answer, call.at)
    return answer
