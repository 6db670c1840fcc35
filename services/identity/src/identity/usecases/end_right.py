"""End a role grant, a delegation or a clearance at once."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from identity.store import rights
from identity.usecases.rights_views import show_clearance, show_delegation, show_grant
from identity.usecases.sight import is_self, is_system, locked_officer_for, same_version
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.db import Transaction
from shared.db.engine import Row
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Text
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

Table = Any


class EndRight(Input):
    """终止，立即生效 · ends at once."""

    reason: Annotated[str, Text(2, 500)]


async def end_grant(desk: Desk, grant_id: UUID, body: EndRight, call: Call) -> Answer:
    """Take a role away at once, and with it what was lent from it.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, `ended_already`.
    """
    return await _end(desk, rights.grants, grant_id, body, call, "role_grant:end", show_grant)


async def end_delegation(desk: Desk, delegation_id: UUID, body: EndRight, call: Call) -> Answer:
    """Take a lent right back; who lent it and who holds it may both do so.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, `ended_already`.
    """
    return await _end(desk, rights.delegations, delegation_id, body, call, "delegation:end", show_delegation)


async def end_clearance(desk: Desk, clearance_id: UUID, body: EndRight, call: Call) -> Answer:
    """Withdraw a clearance. Raises: Problem `not_found`, `forbidden`, `version_stale`, `ended_already`."""
    return await _end(desk, rights.clearances, clearance_id, body, call, "clearance:end", show_clearance)


async def _end(
    desk: Desk,
    table: Table,
    row_id: UUID,
    body: EndRight,
    call: Call,
    permission: str,
    show: Callable[[Any], Any],
) -> Answer:
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        row = await rights.maybe_dated(tx, table, row_id, lock=True)
        if row is None:
            raise Problem("not_found")
        await _may_end(tx, desk, table, row, call, permission)
        same_version(call, row["version"])
        if row["ended_at"] is not None:
            raise Problem("ended_already")
        await rights.end_dated(tx, table, table.c.id == row_id, by=call.actor.id, at=call.at)
        audit(
            tx, call.actor, call.at, action=permission, object_type=permission.partition(":")[0],
            object_id=row_id, request_id=call.request_id,
        )  # fmt: skip
        await told(tx, desk, table, [row], call)
        shown = show(await rights.maybe_dated(tx, table, row_id))
        answer = Answer(200, shown, etag=row["version"] + 1)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _may_end(tx: Transaction, desk: Desk, table: Table, row: Row, call: Call, permission: str) -> None:
    if table is not rights.delegations:
        await locked_officer_for(tx, desk, row["officer_id"], call, permission)
        return
    own = is_self(call, row["from_officer"]) or is_self(call, row["to_officer"])
    if not own and not is_system(call):
        await locked_officer_for(tx, desk, row["from_officer"], call, permission)


async def told(tx: Transaction, desk: Desk, table: Table, rows: list[Row], call: Call) -> None:
    """Raise the versions of whose rights changed with these rows, and tell of delegations that ended."""
    if table is rights.delegations:
        tell_delegations(tx, desk, rows, call, in_force=False)
        await rights_changed(tx, desk, {row["to_officer"] for row in rows}, call.at)
        return
    lent: list[Row] = []
    if table is rights.grants:
        ended = rights.delegations.c.grant_id.in_([row["id"] for row in rows])
        lent = await rights.end_dated(tx, rights.delegations, ended, by=call.actor.id, at=call.at)
        tell_delegations(tx, desk, lent, call, in_force=False)
    concerned = {row["officer_id"] for row in rows} | {row["to_officer"] for row in lent}
    await rights_changed(tx, desk, concerned, call.at)


def tell_delegations(tx: Transaction, desk: Desk, rows: list[Row], call: Call, *, in_force: bool) -> None:
    """Queue an event for each delegation that began or ended."""
    for row in rows:
        data = {
            "from_officer": str(row["from_officer"]),
            "to_officer": str(row["to_officer"]),
            "begins_on": row["begins_on"].isoformat(),
            "ends_on": row["ends_on"].isoformat(),
            "in_force": in_force,
        }
        emit(tx, desk.service, "delegation.changed", row["id"], data, call.at)
