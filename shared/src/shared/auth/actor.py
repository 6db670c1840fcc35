"""Who is acting: the verified caller of a request, with the role grants the token carries.

An organisation's path tells its place: `/` leads to a unit of the same organ, `:` to a lower organ
(`city/city-office-1`, `city:district-1/district-1-office-1`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.db.scope import Scope

ActorKind = Literal["officer", "client", "service", "system", "public"]


@dataclass(frozen=True, slots=True)
class RoleGrant:
    """A role held over an organisation, its units and, with `subtree`, the organs below it.

    `until` is the first instant at which the grant no longer holds; None means open-ended. `delegation` names
    the delegation record when the role is exercised for somebody else.
    """

    role: Role
    path: str
    subtree: bool = False
    until: datetime | None = None
    delegation: str | None = None

    def is_live(self, at: datetime) -> bool:
        """Say whether the grant holds at that instant."""
        return self.until is None or at < self.until

    def prefixes(self) -> tuple[str, ...]:
        """List what a path below this grant's organisation begins with."""
        below = f"{self.path}/"
        return (below, f"{self.path}:") if self.subtree else (below,)


def covers(grant: RoleGrant, path: str, at: datetime) -> bool:
    """Say whether the grant reaches the organisation with that path at that instant."""
    return grant.is_live(at) and (path == grant.path or path.startswith(grant.prefixes()))


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller a rule decides about; built only from a verified token, or one of the constants below.

    `organisation` is a path; `event_types` are those another system may pull. `acting` names the service that
    acts for the officer on an exchanged token.
    """

    kind: ActorKind
    id: str
    login: str = ""
    organisation: str = ""
    grants: tuple[RoleGrant, ...] = ()
    clearance: SecrecyLevel = SecrecyLevel.PUBLIC
    permission_version: int = 0
    acting: str | None = None
    token_id: str = ""
    event_types: tuple[str, ...] = ()

    def may_see_event(self, event_type: str) -> bool:
        """Say whether this caller may read events of a type: services all, a client those it was granted."""
        return self.kind == "service" or event_type in self.event_types

    def live_grants(self, roles: Iterable[Role], at: datetime) -> tuple[RoleGrant, ...]:
        """List the grants of one of these roles that hold at that instant."""
        wanted = frozenset(roles)
        return tuple(grant for grant in self.grants if grant.role in wanted and grant.is_live(at))

    def roles(self, at: datetime) -> frozenset[Role]:
        """List the roles held somewhere at that instant."""
        return frozenset(grant.role for grant in self.grants if grant.is_live(at))

    def scope(self, at: datetime) -> Scope:
        """Return the context row-level security sees at that instant: places, irrespective of roles."""
        if self.kind == "system":
            return Scope("worker", at=at)
        live = [grant for grant in self.grants if grant.is_live(at)]
        paths = {grant.path for grant in live if not grant.subtree}
        subtrees = {grant.path for grant in live if grant.subtree}
        return Scope(self.kind, self.id, tuple(sorted(paths)), tuple(sorted(subtrees)), at=at)


SYSTEM = Actor(kind="system", id="system", clearance=SecrecyLevel.TOP_SECRET)
"""What the service does by itself, such as an expiry. Holds no role, so no rule admits it."""

PUBLIC = Actor(kind="public", id="public")
"""A caller without identity, on one of the listed public routes."""
