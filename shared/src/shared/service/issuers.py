"""Whose tokens a service accepts: identity's, and those of outside issuers that the operator configured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from shared.auth.claims import ClaimNames, actor_from
from shared.auth.jwks import Fetch, IssuerKeys, from_file, over_http
from shared.auth.roles import Role
from shared.auth.tokens import Issuer
from shared.http.client import ServiceClient
from shared.settings import OutsideIssuer


def outside_issuers(
    configured: Sequence[OutsideIssuer], clients: list[ServiceClient]
) -> Mapping[Issuer, IssuerKeys]:
    """Return the outside issuers with their pinned keys; clients made for them are added to `clients`.

    Raises: ValueError for an algorithm or a role that is not ours.
    """
    found: dict[Issuer, IssuerKeys] = {}
    for one in configured:
        keys = IssuerKeys(one.url, _fetch(one, clients))
        names = ClaimNames(
            login=one.claims.get("login", "preferred_username"),
            organisation=one.claims.get("organisation", "org"),
            grants=one.claims.get("grants", "grants"),
            clearance=one.claims.get("clearance", "clearance"),
            permission_version=one.claims.get("permission_version", "pv"),
            roles={theirs: Role(ours) for theirs, ours in one.roles.items()},
            default_kind="officer",
            default_version=0,
        )
        issuer = Issuer(
            url=one.url,
            audience=one.audience,
            keys=keys,
            algorithms=frozenset(one.algorithms),
            token_type=one.token_type,
            read=partial(actor_from, names=names),
        )
        found[issuer] = keys
    return found


def _fetch(one: OutsideIssuer, clients: list[ServiceClient]) -> Fetch:
    """Read the keys from the address or the file the operator named; nothing is discovered by following links."""
    if "://" not in one.jwks:
        return from_file(Path(one.jwks))
    parts = urlsplit(one.jwks)
    client = ServiceClient("outside-issuer", f"{parts.scheme}://{parts.netloc}")
    clients.append(client)
    return over_http(client, parts.path)
