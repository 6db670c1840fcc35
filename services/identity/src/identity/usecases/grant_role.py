"""Give an officer a role over an organisation, from one day to another."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.domain.grants import Period, check_grant, check_not_self
from identity.domain.officers import Officer, duty_of
from identity.domain.organisations import Organisation
from identity.store import rights
from identity.store.officers import set_duty
from identity.store.organisations import maybe_organisation
from identity.usecases.create_organisation import Code
from identity.usecases.rights_views import show_grant
from identity.usecases.sight import locked_officer_for, may_over
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.auth.roles import Role
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk


class GrantRole(Input):
    """授予角色：`subtree` 为真时及于下级机关 · a role over an organisation for a time."""

    role: Role
    organisation: Code
    subtree: Annotated[bool, Field(description="是否及于下级机关 · also over lower organs")] = False
    begins_on: Day | None = None
    ends_on: Day | None = None
    reason: Annotated[str, Text(2, 500)] | None = None


async def grant_role(desk: Desk, officer_id: UUID, body: GrantRole, call: Call) -> Answer:
    """Give a role. The three administrators exclude each other and all business; nobody gives rights to himself.

    Raises: Problem `not_found`, `forbidden`, `organisation_unknown`; Refused as `check_grant`, `own_account`.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        officer = await locked_officer_for(tx, desk, officer_id, call, "role_grant:create")
        check_not_self(call.actor.id, officer.id)
        organisation = await maybe_organisation(tx, body.organisation)
        if organisation is None or not organisation.is_open:
            raise Problem("organisation_unknown")
        may_over(desk, call, "role_grant:create", organisation.path)
        grant_id = await give(tx, desk, officer, organisation, body, call)
        await rights_changed(tx, desk, [officer.id], call.at)
        await tx.flush()
        row = await rights.maybe_dated(tx, rights.grants, grant_id)
        answer = Answer(201, show_grant(row), etag=1, location=f"/{desk.service}/v1/role-grants/{grant_id}")
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def give(
    tx: Transaction, desk: Desk, officer: Officer, organisation: Organisation, body: GrantRole, call: Call
) -> UUID:
    """Queue the grant and its audit entry; the officer's row is locked. Raises: Refused as `check_grant`."""
    period = Period(body.begins_on or call.today, body.ends_on)
    others = await rights.grants_of(tx, officer.id)
    check_grant(officer, body.role, period, others, call.today)
    same = [one for one in others if one.role is body.role and one.path == organisation.path]
    if any(one.period.meets(period) for one in same):
        raise Problem("granted_already")
    if officer.duty != duty_of(body.role):
        await set_duty(tx, officer.id, duty_of(body.role))
    grant_id = uuid7()
    rights.add_dated(
        tx, rights.grants, grant_id, period, today=call.today, by=call.actor.id, at=call.at, reason=body.reason,
        officer_id=officer.id, role=body.role.value, organisation_id=organisation.id, subtree=body.subtree,
    )  # fmt: skip
    audit(
        tx, call.actor, call.at, action="role_grant:create", object_type="officer", object_id=officer.id,
        rule="1.1", request_id=call.request_id,
        details={"grant": str(grant_id), "role": body.role.value, "organisation": organisation.code,
                 "subtree": body.subtree, "from": str(period.begins_on), "to": str(period.ends_on)},
    )  # fmt: skip
    return grant_id
