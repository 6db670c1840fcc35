"""Break the glass: see an object of the own organ at once, by written order, until the end of the next day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.common_rules import BREAK_GLASS, BREAKER
from shared.auth.permissions import ObjectFacts
from shared.breakglass.lifecycle import BREAK_GLASS_LIFECYCLE
from shared.breakglass.record import BREAK_GLASSES, BreakGlass
from shared.clocks.counting import ends_at
from shared.db import Scope, Transaction
from shared.directory.paths import code_of, organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.load import facts_of, load_subject
from shared.process.process import Process

_ONE_DAY = timedelta(days=1)


class BreakTheGlass(Input):
    """紧急查阅 · why it cannot wait, and the order it rests on."""

    reason: Annotated[str, Text(10, 2000), Field(description="紧急查阅理由 · why")]
    order_number: Annotated[str, Line(1, 100), Field(description="批示文号 · number of the written order")]


async def break_glass(
    desk: Desk, process: Process[Any], object_id: UUID, body: BreakTheGlass, call: Call
) -> Answer:
    """Let the caller know of an object that another office of the same organ holds; tell the superior at once.

    Who must keep away from the object, or belongs to another organ, is told that there is none.

    Raises: Problem `not_found`, `forbidden`, `access_already_held`.
    Rule: 1.4; T03.
    """
    permission = process.permission("break_glass")
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    key = idempotency.key_of(call, body)
    # As the worker: the second wall hides from the caller exactly what this is to open.
    async with desk.db.transaction(Scope("worker", at=call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        subject = await load_subject(tx, process, object_id, lock=True)
        if subject is None or not _is_of_own_organ(desk, call, permission, subject.holder_path):
            raise Problem("not_found")
        facts = await facts_of(tx, subject, call)
        _check_not_denied(desk, process, facts, call)
        record = await _opened(tx, desk, process, object_id, organ_of(subject.holder_path), body, call)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id, rule="1.4",
            order_number=body.order_number, request_id=call.request_id, details={"break_glass": str(record.id)},
        )  # fmt: skip
        shown = await describe(tx, desk, BREAK_GLASSES, record, call)
        answer = Answer(201, shown, etag=record.version)
        idempotency.keep(tx, key, answer, call.at)
    return answer


def _is_of_own_organ(desk: Desk, call: Call, permission: str, holder_path: str) -> bool:
    roles = [role for rule in desk.permissions.rules_for(permission) for role in rule.roles]
    organs = {organ_of(one.path) for one in call.actor.live_grants(roles, call.at)}
    return organ_of(holder_path) in organs


def _check_not_denied(desk: Desk, process: Process[Any], facts: ObjectFacts, call: Call) -> None:
    actor: Actor = call.actor
    if actor.id in facts.recused or not actor.clearance.admits(facts.secrecy):
        raise Problem("not_found")
    if desk.permissions.decide(actor, process.permission("read"), facts, call.at).allowed:
        raise Problem("access_already_held")


async def _opened(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    object_id: UUID,
    organ: str,
    body: BreakTheGlass,
    call: Call,
) -> BreakGlass:
    """Queue the record, its event, and the two rights: to the object until tomorrow's end, to the record for good."""
    identity, until = uuid7(), _end_of_tomorrow(call)
    number = await next_number(tx, org=code_of(organ), kind=BREAK_GLASSES.name, year=call.today.year)
    record = BreakGlass(
        id=identity, number=str(number), state=BREAK_GLASS_LIFECYCLE.initial.value, version=1, holder_path=organ,
        secrecy="work_secret", created_at=call.at, object_type=process.name, object_id=object_id,
        officer_id=call.actor.id, order_number=body.order_number,
        reason=desk.seals.seal_text(body.reason, "break_glasses", identity, "reason"), until=until,
    )  # fmt: skip
    told = {
        "object_type": process.name,
        "object_id": str(object_id),
        "officer": call.actor.id,
        "until": until.isoformat(),
    }
    await create(
        tx, desk, BREAK_GLASSES, record, rule="1.4", action="create", actor=call.actor, at=call.at,
        trigger_on=call.today, event="break_glass.opened", event_data=told, columns=columns_of(record),
    )  # fmt: skip
    officer = call.actor.id
    grant(tx, object_id, officer, BREAK_GLASS, by=officer, since=call.at, until=until)
    grant(tx, identity, officer, BREAKER, by=officer, since=call.at)
    return record


def _end_of_tomorrow(call: Call) -> datetime:
    return ends_at(call.today + _ONE_DAY)
