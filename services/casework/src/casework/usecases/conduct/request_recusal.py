"""1.6: a reporter, a subject or the officer asks that the officer keep away from a clue."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.interference import REGISTRANT
from casework.domain.recusal_request import RECUSAL_REQUEST, TO_DECIDE, RecusalRequest, RequestedBy
from casework.store.clues.clues import fed_by, is_open
from casework.store.papers import PAPERS
from shared.auth.actor import SYSTEM, Actor
from shared.db import Transaction
from shared.directory.officers import the_officer
from shared.directory.paths import code_of, organ_of
from shared.feed.consume import Event
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.decide_recusal import GROUNDS, Ground
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.keeping_away import BY_SYSTEM, keep_away, let_back
from shared.process.load import load_for
from shared.recusal.store import Recusal, recuse


class RequestRecusal(Input):
    """提出回避申请 · about whom, by whom, on which ground."""

    clue_id: Annotated[UUID, Field(description="线索 · the clue")]
    officer: Annotated[
        str | None, Line(1, 100), Field(description="申请其回避的人员登录名或者编号 · login or id, if known")
    ] = None
    requested_by: Annotated[RequestedBy, Field(description="申请人 · who asks")]
    ground: Annotated[Ground, Field(description="回避事由 · ground")] = "other_doubt"
    reason: Annotated[str, Text(2, 5000), Field(description="事实和理由 · facts and reason")]


async def request_recusal(desk: Desk, body: RequestRecusal, call: Call) -> Answer:
    """Put the request before the head of the organ. Whoever may read the clue may file one; of themselves too.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: 1.6, SL Art 67.
    """
    key = idempotency.key_of(call, body)
    if not desk.permissions.holds(call.actor, "recusal_request:create", call.at):
        raise Problem("forbidden")
    process = desk.processes[CLUE.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, body.clue_id, call, "clue:read", lock=False)
    officer_id = None if body.officer is None else str((await the_officer(desk, body.officer)).id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        clue: Clue
        clue, _ = await load_for(tx, desk, process, body.clue_id, call, "clue:read", lock=False)
        request = await _filed(tx, desk, clue, body.requested_by, body.ground, officer_id, actor=call.actor)
        grant(tx, request.id, call.actor.id, REGISTRANT, by=call.actor.id, since=call.at)
        if officer_id is not None and officer_id != call.actor.id:
            recuse(tx, request.id, officer_id, ground="is_subject", decided_by=call.actor.id, at=call.at)
        await PAPERS.add(
            tx, desk.seals, (RECUSAL_REQUEST.name, request.id), "request", {"reason": body.reason},
            by=call.actor.id, at=call.at,
        )  # fmt: skip
        await tx.flush()
        shown = await describe(tx, desk, desk.processes[RECUSAL_REQUEST.name], request, call)
        answer = Answer(201, shown, etag=request.version)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def take_over_request(tx: Transaction, desk: Desk, event: Event) -> None:
    """File a request that a reporter made in intake, for every open clue of the report; what they wrote stays there.

    Rule: 1.6, RPT Art 48.
    """
    told = event.data.get("ground")
    ground = told if isinstance(told, str) and told in GROUNDS else "other_doubt"
    for clue in await fed_by(tx, UUID(event.subject)):
        if is_open(clue):
            await _filed(tx, desk, clue, RequestedBy.REPORTER, ground, None, actor=SYSTEM)


async def take_over_decision(tx: Transaction, desk: Desk, event: Event) -> None:
    """Shut every clue of a report to the officers whom intake's leaders told to keep away from the report.

    Rule: 1.6, RPT Art 48.
    """
    ground = event.data["ground"] if event.data["ground"] in GROUNDS else "other_doubt"
    for clue in await fed_by(tx, UUID(event.data["object_id"])):
        for officer in event.data["officers"]:
            await keep_away(tx, desk, clue.id, Recusal(officer, ground, BY_SYSTEM, desk.clock.now()))


async def take_over_ruling(tx: Transaction, desk: Desk, event: Event) -> None:
    """Let what a leader of intake decided about a report hold for every clue it feeds.

    Rule: 1.6, RPT Art 48.
    """
    decide = keep_away if event.data["keeps_away"] else let_back
    made = Recusal(event.data["officer"], event.data["ground"], BY_SYSTEM, desk.clock.now())
    for clue in await fed_by(tx, UUID(event.subject)):
        await decide(tx, desk, clue.id, made)


async def _filed(
    tx: Transaction,
    desk: Desk,
    clue: Clue,
    by: RequestedBy,
    ground: str,
    officer_id: str | None,
    *,
    actor: Actor,
) -> RecusalRequest:
    """Queue a request; the organ that holds the clue holds it, so that its head decides, within days."""
    organ, at = organ_of(clue.holder_path), desk.clock.now()
    number = await next_number(
        tx, org=code_of(organ), kind=RECUSAL_REQUEST.name, year=desk.clock.today().year
    )
    request = RecusalRequest(
        id=uuid7(), number=str(number), state=RECUSAL_REQUEST.initial.value, version=1, holder_path=organ,
        secrecy=clue.secrecy, clue_id=clue.id, requested_by=by.value, ground=ground, officer_id=officer_id,
    )  # fmt: skip
    told: dict[str, Any] = {"clue_id": str(clue.id), "requested_by": by.value}
    await create(
        tx, desk, desk.processes[RECUSAL_REQUEST.name], request, rule="1.6", action="create", actor=actor, at=at,
        trigger_on=desk.clock.today(), event="recusal_request.filed", event_data=told,
        starts=(TO_DECIDE,), columns={**columns_of(request), "created_at": at},
    )  # fmt: skip
    return request
