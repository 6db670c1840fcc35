"""API clients: systems that come with a key of their own instead of a person with a password."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from identity.domain.call_graph import CALLS, SERVICES
from shared.auth.roles import ADMINISTRATORS, Role
from shared.lifecycle import Refused

CLIENT_ID_PATTERN = r"^[a-z][a-z0-9-]{2,62}$"
MOST_KEYS = 4
_SIGNING = frozenset({Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER, Role.STANDING_COMMITTEE, Role.PARTY_PRINCIPAL,
                      Role.SUPERIOR_COMMISSION, Role.OFFICE_HEAD})  # fmt: skip


class ClientKind(StrEnum):
    """Another system, or one of our own services."""

    CLIENT = auto()
    SERVICE = auto()


@dataclass(frozen=True, slots=True)
class Client:
    """A registered client. `roles` are held over its organisation's path; `audiences` are the services it may call."""

    id: str
    kind: ClientKind
    name: str
    path: str
    audiences: tuple[str, ...]
    roles: tuple[Role, ...]
    event_types: tuple[str, ...]
    keys: tuple[Mapping[str, Any], ...]
    is_enabled: bool
    version: int


def check_client(client_id: str, roles: Iterable[Role], audiences: Iterable[str]) -> None:
    """Say whether another system may be registered so.

    Raises: Refused `client_id_reserved`, `role_not_for_clients`, `audience_unknown`.
    """
    if client_id in CALLS or client_id in {"system", "public", "gateway"}:
        raise Refused("client_id_reserved")
    if unfit := sorted(role.value for role in roles if role in ADMINISTRATORS | _SIGNING):
        raise Refused("role_not_for_clients", role=unfit[0])
    if unknown := sorted(set(audiences) - set(SERVICES)):
        raise Refused("audience_unknown", audience=unknown[0])


def audiences_for(client: Client, asked: Iterable[str]) -> tuple[str, ...]:
    """Return the services a token is made for: those asked for, else all that are allowed.

    Raises: Refused `audience_not_allowed`.
    """
    allowed = CALLS[client.id] if client.kind is ClientKind.SERVICE else client.audiences
    wanted = tuple(dict.fromkeys(asked)) or allowed
    if not wanted or not set(wanted) <= set(allowed):
        raise Refused("audience_not_allowed")
    return wanted


_PUBLIC_MEMBERS = {"kty", "crv", "x", "y", "kid", "use", "alg"}


def check_public_key(key: Mapping[str, Any]) -> None:
    """Only public P-256 keys with an id are taken. Raises: Refused `key_not_public_p256`."""
    fits = (
        key.get("kty") == "EC"
        and key.get("crv") == "P-256"
        and isinstance(key.get("kid"), str)
        and key["kid"]
    )
    if not fits or not key.keys() <= _PUBLIC_MEMBERS or not {"x", "y"} <= key.keys():
        raise Refused("key_not_public_p256")
