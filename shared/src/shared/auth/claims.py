"""What stands in an access token: from an actor to claims, and back with nothing taken on trust.

Other issuers name their claims differently: `ClaimNames` is their dictionary.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

from shared.auth.actor import Actor, ActorKind, RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:[/:][A-Za-z0-9][A-Za-z0-9_.-]*)*")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EVENT_TYPE = re.compile(r"[a-z0-9_.*]{1,100}")
_SEGMENTS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_ROLES = {role.value: role for role in Role}
_LATEST = 253_402_300_799
MAX_GRANTS = 64
MAX_EVENT_TYPES = 200
MAX_ACTING = 3


class BadClaims(ValueError):
    """The claims are not of the agreed form."""


class StrictDecoder(json.JSONDecoder):
    """JSON in which no name stands twice and no number is NaN or infinite."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=_no_twins, parse_constant=_no_constant)


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise BadClaims("a name stands twice")
    return members


def _no_constant(name: str) -> Any:
    raise BadClaims(f"{name} is no number")


def peek(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read header and claims without proving them: to choose issuer and key. Raises: BadClaims."""
    if not _SEGMENTS.fullmatch(token):
        raise BadClaims("not three segments")
    header, claims, _ = token.split(".")
    return _object(header), _object(claims)


def _object(segment: str) -> dict[str, Any]:
    try:
        text = b64decode(segment + "=" * (-len(segment) % 4), b"-_", validate=True).decode()
        value = json.loads(text, cls=StrictDecoder)
    except (ValueError, RecursionError) as error:
        raise BadClaims("not a JSON object") from error
    if not isinstance(value, dict):
        raise BadClaims("not a JSON object")
    return value


def is_instant(value: object) -> bool:
    """Say whether the value is whole seconds since 1970 within the calendar."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LATEST


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """Where an issuer keeps what; a dot leads into an object (`resource_access.huiying.grants`).

    `roles` translates the issuer's role names; without it they must be ours. Values of `kind` that are not
    ours, or a missing one, count as `default_kind`.
    """

    login: str = "login"
    organisation: str = "org"
    grants: str = "grants"
    clearance: str = "clearance"
    permission_version: str = "pv"
    roles: Mapping[str, Role] = field(default_factory=dict)
    default_kind: ActorKind | None = None
    default_version: int | None = None


OURS = ClaimNames()


def claims_of(actor: Actor) -> dict[str, Any]:
    """Return what identity says about an actor in a token, beside the registered times and names."""
    claims: dict[str, Any] = {
        "sub": actor.id,
        "kind": actor.kind,
        "login": actor.login,
        "org": actor.organisation,
        "grants": [_grant_claim(grant) for grant in actor.grants],
        "clearance": actor.clearance.value,
        "pv": actor.permission_version,
    }
    if actor.event_types:
        claims["events"] = list(actor.event_types)
    return claims | ({"act": {"sub": actor.acting}} if actor.acting else {})


def _grant_claim(grant: RoleGrant) -> list[Any]:
    until = int(grant.until.timestamp()) if grant.until else None
    claim = [grant.role.value, grant.path, int(grant.subtree), until]
    return [*claim, grant.delegation] if grant.delegation else claim


def actor_from(claims: Mapping[str, Any], names: ClaimNames = OURS) -> Actor:
    """Return the caller a proved token speaks for. Roles this version does not know are left out.

    Raises: BadClaims.
    """
    kind = claims.get("kind", names.default_kind)
    if kind not in ("officer", "client", "service"):
        raise BadClaims("kind")
    grants = _find(claims, names.grants)
    version = _find(claims, names.permission_version)
    if version is None and names.default_version is not None:
        version = names.default_version
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        raise BadClaims("permission version")
    if not isinstance(grants, list) or len(grants) > MAX_GRANTS:
        raise BadClaims("grants")
    return Actor(
        kind=cast("ActorKind", kind),
        # An officer's id must never be taken for an organisation's path: both can stand in need-to-know rows.
        id=_matched(_UUID if kind == "officer" else _ID, claims.get("sub"), "sub"),
        login=_text(_find(claims, names.login), "login"),
        organisation=_path_or_none(_find(claims, names.organisation)),
        grants=tuple(grant for entry in grants if (grant := _grant(entry, names)) is not None),
        clearance=_clearance(_find(claims, names.clearance)),
        permission_version=version,
        acting=_acting(claims.get("act")),
        token_id=_matched(_ID, claims.get("jti"), "jti"),
        event_types=_event_types(claims.get("events", [])),
    )


def _find(claims: Mapping[str, Any], name: str) -> Any:
    value: Any = claims
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _matched(pattern: re.Pattern[str], value: object, name: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadClaims(name)
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or len(value) > 128:
        raise BadClaims(name)
    return value


def _path_or_none(value: object) -> str:
    return "" if value == "" else _matched(_PATH, value, "org")


def _clearance(value: object) -> SecrecyLevel:
    try:
        return SecrecyLevel(cast("str", value))
    except ValueError as error:
        raise BadClaims("clearance") from error


def _acting(act: object) -> str | None:
    """Return the service that acts now: the outermost of at most three."""
    depth, outermost = 0, None
    while act is not None:
        if depth == MAX_ACTING or not isinstance(act, dict) or not act.keys() <= {"sub", "act"}:
            raise BadClaims("act")
        service = _matched(_ID, act.get("sub"), "act")
        outermost = outermost or service
        depth, act = depth + 1, act.get("act")
    return outermost


def _event_types(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_EVENT_TYPES:
        raise BadClaims("events")
    return tuple(_matched(_EVENT_TYPE, one, "events") for one in value)


def _grant(entry: object, names: ClaimNames) -> RoleGrant | None:
    if not isinstance(entry, list) or len(entry) not in (4, 5):
        raise BadClaims("grant")
    role, path, subtree, until, *delegation = entry
    if not isinstance(role, str) or subtree not in (0, 1) or not (until is None or is_instant(until)):
        raise BadClaims("grant")
    if delegation and not (delegation[0] is None or isinstance(delegation[0], str)):
        raise BadClaims("delegation")
    known = names.roles.get(role) or _ROLES.get(role)
    if known is None:
        return None
    end = None if until is None else datetime.fromtimestamp(until, UTC)
    where = _matched(_PATH, path, "grant path")
    return RoleGrant(known, where, bool(subtree), end, *delegation)
