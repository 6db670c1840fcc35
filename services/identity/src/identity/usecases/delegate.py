"""Lend a signing right to somebody else of the same organ for some days."""

from typing import Annotated
from uuid import UUID

from identity.domain.grants import Grant, Period, check_delegation
from identity.store import rights
from identity.store.officers import lock_officer
from identity.usecases.end_right import tell_delegations
from identity.usecases.rights_views import show_delegation
from identity.usecases.sight import locked_officer_for
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk


class Delegate(Input):
    """委托签批：仅限 S1、S2，须有起止日期 · a signing right lent for some days."""

    grant_id: UUID
    to_officer: UUID
    begins_on: Day
    ends_on: Day
    reason: Annotated[str, Text(2, 500)]


async def delegate(desk: Desk, body: Delegate, call: Call) -> Answer:
    """Lend a right. Its holder does it; an administrator may record it for one who is away.

    Raises: Problem `not_found`, `forbidden`; Refused as `check_delegation`. Rule: 1.2.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        row = await rights.maybe_dated(tx, rights.grants, body.grant_id, lock=True)
        if row is None:
            raise Problem("not_found")
        await locked_officer_for(tx, desk, row["officer_id"], call, "delegation:create", or_self=True)
        delegation_id = await _lend(tx, desk, rights.grant_of(row), body, call)
        await tx.flush()
        made = await rights.maybe_dated(tx, rights.delegations, delegation_id)
        if made is None:
            raise Problem("not_found")
        tell_delegations(tx, desk, [made], call, in_force=made["in_force"])
        answer = Answer(
            201, show_delegation(made), etag=1, location=f"/{desk.service}/v1/delegations/{delegation_id}"
        )
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _lend(tx: Transaction, desk: Desk, grant: Grant, body: Delegate, call: Call) -> UUID:
    to = await lock_officer(tx, body.to_officer)
    if to is None:
        raise Problem("officer_unknown")
    period = Period(body.begins_on, body.ends_on)
    check_delegation(grant, to, period, await rights.delegations_of_grants(tx, [grant.id]), call.today)
    delegation_id = uuid7()
    rights.add_dated(
        tx, rights.delegations, delegation_id, period, today=call.today, by=call.actor.id, at=call.at,
        reason=body.reason, grant_id=grant.id, from_officer=grant.officer_id, to_officer=to.id,
    )  # fmt: skip
    audit(
        tx, call.actor, call.at, action="delegation:create", object_type="officer", object_id=grant.officer_id,
        rule="1.2", request_id=call.request_id,
        details={"delegation": str(delegation_id), "to": str(to.id), "role": grant.role.value},
    )  # fmt: skip
    if period.holds(call.today):
        await rights_changed(tx, desk, [to.id], call.at)
    return delegation_id
