"""Tell a service what an officer may do today, so that it can explain who sees what. Every telling is recorded."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.domain.officers import Officer
from identity.store.officers import by_logins, maybe_officer
from identity.usecases.issue_token import actor_of
from identity.usecases.sight import may
from shared.audit.record import audit
from shared.db import Reader
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Line, Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class AskRights(Input):
    """查询人员权限，供各服务说明访问缘由 · whose rights are asked for."""

    officer: Annotated[str, Line(1, 100), Field(description="登录名或者编号 · login or id")]


class HeldRoleOut(Output):
    """A role held today, or lent."""

    role: str
    path: str
    subtree: bool
    until: Instant | None
    delegation: str | None


class OfficerRightsOut(Output):
    """An officer with every right that holds today."""

    id: UUID
    login: str
    organisation: str
    state: str
    clearance: str
    grants: list[HeldRoleOut]


async def tell_rights(desk: Desk, body: AskRights, call: Call) -> Answer:
    """Return roles and clearance of today. For services speaking for themselves only.

    Raises: Problem `forbidden`, `not_found`. Rule: 1.1.
    """
    if call.actor.kind != "service":
        raise Problem("forbidden")
    may(desk, call, "officer_rights:read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        officer = await _officer(tx, body.officer)
        if officer is None:
            raise Problem("not_found")
        actor = await actor_of(tx, officer, call.today)
        audit(
            tx, call.actor, call.at, action="officer_rights:read", object_type="officer", object_id=officer.id,
            request_id=call.request_id,
        )  # fmt: skip
    grants = [
        HeldRoleOut(
            role=one.role,
            path=one.path,
            subtree=one.subtree,
            until=one.until,
            delegation=one.delegation,
        )
        for one in actor.grants
    ]
    told = OfficerRightsOut(
        id=officer.id, login=officer.login, organisation=officer.holder_path, state=officer.state,
        clearance=actor.clearance, grants=grants,
    )  # fmt: skip
    return Answer(200, told)


async def _officer(reader: Reader, named: str) -> Officer | None:
    try:
        return await maybe_officer(reader, UUID(named))
    except ValueError:
        return (await by_logins(reader, [named])).get(named)
