"""Decide whether an officer keeps away from a matter, whichever part of it is asked about."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import Field

from shared.audit.record import audit
from shared.directory.officers import the_officer
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.keeping_away import keep_away, let_back
from shared.process.load import load_for
from shared.process.process import Process
from shared.recusal.store import Recusal

Ground = Literal["close_relative", "former_post", "interest", "is_subject", "other_doubt", "witness"]

GROUNDS = frozenset(get_args(Ground))


class DecideRecusal(Input):
    """回避决定 · about whom, on which ground, and whether they keep away."""

    officer: Annotated[str, Line(1, 100), Field(description="登录名或者编号 · login or id")]
    ground: Annotated[Ground, Field(description="回避事由 · ground")] = "other_doubt"
    keeps_away: Annotated[bool, Field(description="是否回避 · whether they keep away")]


class DecidedRecusalOut(Output):
    """A decision on recusal."""

    id: UUID
    officer_id: str
    ground: str
    keeps_away: bool


async def decide_recusal(
    desk: Desk, process: Process[Any], object_id: UUID, body: DecideRecusal, call: Call
) -> Answer:
    """Record the decision; it lets an officer be named although a ground was found, or shuts the matter to them.

    Leaders may keep away of their own accord; that they need not is for somebody else to say.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `own_recusal`, `recusal_check_unavailable`.
    Rule: 1.6, SL Art 67, DL-46.
    """
    key = idempotency.key_of(call, body)
    permission = process.permission("decide_recusal")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, object_id, call, permission, lock=False)
    officer = await the_officer(desk, body.officer)
    if str(officer.id) == call.actor.id and not body.keeps_away:
        raise Problem("own_recusal")
    made = Recusal(str(officer.id), body.ground, call.actor.id, call.at)
    decide = keep_away if body.keeps_away else let_back
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await load_for(tx, desk, process, object_id, call, permission, lock=True)
        recusal_id = await decide(tx, desk, object_id, made)
        told = {"officer": made.officer_id, "ground": made.ground, "keeps_away": body.keeps_away}
        emit(tx, desk.service, f"{process.name}.recusal_decided", object_id, told, call.at)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id, rule="1.6",
            request_id=call.request_id, details=told,
        )  # fmt: skip
        shown = {"id": recusal_id, "officer_id": made.officer_id, **body.model_dump(exclude={"officer"})}
        answer = Answer(201, shown)
        idempotency.keep(tx, key, answer, call.at)
    return answer
