"""Ask identity what an officer may do today, to explain what the officer can see here."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.http.client import Rejected, ServiceClient, Unavailable, Wire
from shared.http.problems import Problem
from shared.process.desk import Desk


class HeldRole(Wire):
    """A role held today."""

    role: Role
    path: str
    subtree: bool
    until: datetime | None
    delegation: str | None


class OfficerRights(Wire):
    """An officer as identity knows one; who is not `active` has rights that open nothing."""

    id: str
    login: str
    organisation: str
    state: str
    clearance: SecrecyLevel
    grants: list[HeldRole]


async def rights_of(desk: Desk, officer: str) -> OfficerRights:
    """Return an officer by login or id. No transaction may be open.

    Raises: Problem `not_found`, `upstream_unavailable`.
    """
    identity = cast("ServiceClient", desk.clients["identity"])
    try:
        return await identity.call("POST", "/v1/officers/_rights", OfficerRights, body={"officer": officer})
    except Rejected as error:
        raise Problem("not_found") from error
    except Unavailable as error:
        raise Problem("upstream_unavailable", service=error.service) from error


def as_actor(rights: OfficerRights) -> Actor:
    """Return the officer as the rules see one who is logged in; one who is not active holds no role."""
    active = rights.state == "active"
    return Actor(
        kind="officer",
        id=rights.id,
        login=rights.login,
        organisation=rights.organisation,
        grants=tuple(
            RoleGrant(one.role, one.path, one.subtree, one.until, one.delegation) for one in rights.grants
        )
        if active
        else (),
        clearance=rights.clearance,
    )
