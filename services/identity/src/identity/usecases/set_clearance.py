"""Say up to which secrecy level an officer may see. Only the security officer does this."""

from typing import Annotated
from uuid import UUID

from identity.domain.grants import Period, check_clearance, check_not_self
from identity.domain.officer_lifecycle import OfficerState
from identity.domain.officers import Officer
from identity.store import rights
from identity.usecases.access import access_of
from identity.usecases.rights_views import show_clearance
from identity.usecases.sight import locked_officer_for
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.auth.secrecy import SecrecyLevel
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk


class SetClearance(Input):
    """确定涉密级别；新的级别取代此前的级别 · up to which level somebody may see."""

    level: SecrecyLevel
    begins_on: Day | None = None
    ends_on: Day | None = None
    order_number: Annotated[str, Line(1, 100)] | None = None
    reason: Annotated[str, Text(2, 500)] | None = None


async def set_clearance(desk: Desk, officer_id: UUID, body: SetClearance, call: Call) -> Answer:
    """Set a clearance; one that was open before ends.

    Raises: Problem `not_found`, `forbidden`, `officer_not_active`; Refused as `check_clearance`, `own_account`.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        officer = await locked_officer_for(tx, desk, officer_id, call, "clearance:set")
        check_not_self(call.actor.id, officer.id)
        clearance_id = await clear(tx, desk, officer, body, call)
        await rights_changed(tx, desk, [officer.id], call.at)
        await tx.flush()
        row = await rights.maybe_dated(tx, rights.clearances, clearance_id)
        answer = Answer(
            201, show_clearance(row), etag=1, location=f"/{desk.service}/v1/clearances/{clearance_id}"
        )
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def clear(tx: Transaction, desk: Desk, officer: Officer, body: SetClearance, call: Call) -> UUID:
    """Queue the clearance and its audit entry, ending the one before."""
    if officer.state == OfficerState.LEFT:
        raise Problem("officer_not_active")
    check_clearance(body.level, classified_network=access_of(desk).classified_network)
    period = Period(body.begins_on or call.today, body.ends_on)
    mine = rights.clearances.c.officer_id == officer.id
    await rights.end_dated(tx, rights.clearances, mine, by=call.actor.id, at=call.at)
    clearance_id = uuid7()
    rights.add_dated(
        tx, rights.clearances, clearance_id, period, today=call.today, by=call.actor.id, at=call.at,
        reason=body.reason, officer_id=officer.id, level=body.level.value, order_number=body.order_number,
    )  # fmt: skip
    audit(
        tx, call.actor, call.at, action="clearance:set", object_type="officer", object_id=officer.id, rule="1.5",
        order_number=body.order_number, request_id=call.request_id,
        details={"clearance": str(clearance_id), "level": body.level.value},
    )  # fmt: skip
    return clearance_id
