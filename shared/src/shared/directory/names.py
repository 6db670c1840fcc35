"""The names of officers and organisations, asked of identity when something is written out; no service keeps them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from shared.http.client import Rejected, ServiceClient, Wire

MOST_AT_ONCE = 100
ONE_BY_ONE = 8
"""More organisations than these are read out of the whole tree, which is one call."""


@dataclass(frozen=True, slots=True)
class OfficerName:
    """The name of an officer, by id or login; what nobody knows stands as it is."""

    reference: str


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The name of an organisation, by code."""

    code: str


Names = Mapping[OfficerName | OrganisationName, str]


class Named(Wire):
    """Anything with a name."""

    name: str


class Officer(Named):
    """An officer's name."""

    id: str
    login: str


class Organisation(Named):
    """An organisation's name."""

    code: str


class Tree(Wire):
    """Every organisation."""

    items: list[Organisation]


class Officers(Wire):
    """Officers found; unknown ones are left out."""

    items: list[Officer]


async def ask(identity: ServiceClient, wanted: Iterable[OfficerName | OrganisationName]) -> Names:
    """Return every name; what identity does not know is called by its id or code.

    Raises: Unavailable.
    """
    different = list(dict.fromkeys(wanted))
    officers = [one for one in different if isinstance(one, OfficerName)]
    organisations = [one for one in different if isinstance(one, OrganisationName)]
    pages = [officers[start : start + MOST_AT_ONCE] for start in range(0, len(officers), MOST_AT_ONCE)]
    singly = len(organisations) <= ONE_BY_ONE
    found: list[Names] = await asyncio.gather(
        *(_officers(identity, page) for page in pages),
        *(
            (_organisation(identity, one) for one in organisations)
            if singly
            else (_tree(identity, organisations),)
        ),
    )
    return {key: name for part in found for key, name in part.items()}


async def _officers(identity: ServiceClient, page: list[OfficerName]) -> Names:
    ids = [one.reference for one in page if is_id(one.reference)]
    logins = [one.reference for one in page if not is_id(one.reference)]
    answer = await identity.call("POST", "/v1/officers/_names", Officers, body={"ids": ids, "logins": logins})
    names = {reference: one.name for one in answer.items for reference in (one.id, one.login)}
    return {one: names.get(one.reference, one.reference) for one in page}


def is_id(reference: str) -> bool:
    """Say whether an officer is referred to by id rather than by login."""
    try:
        UUID(reference)
    except ValueError:
        return False
    return True


async def _organisation(identity: ServiceClient, wanted: OrganisationName) -> Names:
    try:
        return {wanted: (await identity.get(f"/v1/organisations/{wanted.code}", Named)).name}
    except Rejected:
        return {wanted: wanted.code}


async def _tree(identity: ServiceClient, wanted: list[OrganisationName]) -> Names:
    tree = await identity.get("/v1/organisation-tree", Tree, params={"with_closed": True})
    names = {one.code: one.name for one in tree.items}
    return {one: names.get(one.code, one.code) for one in wanted}
