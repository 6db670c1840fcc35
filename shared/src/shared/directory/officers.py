"""Who an officer is, asked of identity as the service itself: by id, by login, and by name for namesakes."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from shared.directory.names import MOST_AT_ONCE, is_id
from shared.http.client import Rejected, ServiceClient, Unavailable, Wire
from shared.http.problems import Problem
from shared.process.desk import Desk

RETRY_AFTER_S = 5


class OfficerName(Wire):
    """An officer, as far as a team needs it. `path` is the officer's organisation."""

    id: UUID
    login: str
    name: str
    path: str
    state: str


class Names(Wire):
    """Officers found; unknown ones are left out."""

    items: list[OfficerName]


class OfficersClient(ServiceClient):
    """Asks identity who officers are."""

    async def name(self, *, ids: list[UUID], logins: list[str]) -> list[OfficerName]:
        """Return the officers of these ids and logins. Raises: Unavailable, Rejected."""
        body = {"ids": [str(one) for one in ids], "logins": logins}
        return (await self.call("POST", "/v1/officers/_names", Names, body=body)).items

    async def name_of(self, officer_id: UUID) -> str | None:
        """Return an officer's name, None of one who is unknown. Raises: Unavailable, Rejected."""
        found = await self.name(ids=[officer_id], logins=[])
        return found[0].name if found else None

    async def namesakes(self, names: list[str]) -> list[OfficerName]:
        """Return every officer who bears one of these names. Raises: Unavailable, Rejected."""
        found: list[OfficerName] = []
        for start in range(0, len(names), MOST_AT_ONCE):
            body = {"names": names[start : start + MOST_AT_ONCE]}
            found += (await self.call("POST", "/v1/officers/_names", Names, body=body)).items
        return found


async def officers_named(desk: Desk, names: list[str]) -> tuple[list[OfficerName], list[str]]:
    """Return active officers by login or id, each once, and the names that fit nobody.

    Raises: Problem `recusal_check_unavailable`.
    """
    ids = [UUID(name) for name in names if is_id(name)]
    logins = [name for name in names if not is_id(name)]
    identity = cast("OfficersClient", desk.clients["identity"])
    try:
        found = await identity.name(ids=ids, logins=logins)
    except (Unavailable, Rejected) as error:
        raise unavailable(error.service) from error
    active = {key: one for one in found if one.state == "active" for key in (str(one.id), one.login)}
    officers = {active[name].id: active[name] for name in names if name in active}
    return list(officers.values()), [name for name in names if name not in active]


async def the_officer(desk: Desk, name: str) -> OfficerName:
    """Return one active officer by login or id. Raises: Problem `officer_unknown`, `recusal_check_unavailable`."""
    officers, _ = await officers_named(desk, [name])
    if not officers:
        raise Problem("officer_unknown")
    return officers[0]


def unavailable(service: str) -> Problem:
    """Return what a caller is told while nobody can say who has to keep away: try later."""
    return Problem("recusal_check_unavailable", headers={"Retry-After": str(RETRY_AFTER_S)}, service=service)
