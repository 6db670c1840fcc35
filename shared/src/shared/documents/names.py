"""The names of officers and organisations, asked of identity when a document is written; no service keeps them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from shared.documents.values import Names, OfficerName, OrganisationName
from shared.http.client import Rejected, ServiceClient, Wire

MOST_AT_ONCE = 100


class Named(Wire):
    """Anything with a name."""

    name: str


class Officer(Named):
    """An officer's name."""

    id: str
    login: str


class Officers(Wire):
    """Officers found; unknown ones are left out."""

    items: list[Officer]


async def ask(identity: ServiceClient, wanted: Iterable[OfficerName | OrganisationName]) -> Names:
    """Return every name; what identity does not know is called by its id or code.

    Raises: Unavailable: a document without names would be worse than none.
    """
    different = list(dict.fromkeys(wanted))
    officers = [one for one in different if isinstance(one, OfficerName)]
    organisations = [one for one in different if isinstance(one, OrganisationName)]
    pages = [officers[start : start + MOST_AT_ONCE] for start in range(0, len(officers), MOST_AT_ONCE)]
    found: list[Any] = await asyncio.gather(
        *(_officers(identity, page) for page in pages),
        *(_organisation(identity, one) for one in organisations),
    )
    return {key: name for part in found for key, name in part.items()}


async def _officers(identity: ServiceClient, page: list[OfficerName]) -> Names:
    ids = [one.reference for one in page if _is_id(one.reference)]
    logins = [one.reference for one in page if not _is_id(one.reference)]
    answer = await identity.call("POST", "/v1/officers/_names", Officers, body={"ids": ids, "logins": logins})
    names = {reference: one.name for one in answer.items for reference in (one.id, one.login)}
    return {one: names.get(one.reference, one.reference) for one in page}


def _is_id(reference: str) -> bool:
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
