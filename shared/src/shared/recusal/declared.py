"""What officers declared, asked of identity as the service itself, and what of it a conflict check compares.

Rule: 1.6.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import cast
from uuid import UUID

from shared.db import Reader
from shared.directory.officers import OfficersClient, unavailable
from shared.directory.store import find_organisation
from shared.http.client import Rejected, Unavailable, Wire
from shared.process.desk import Desk
from shared.recusal.conflicts import Declared, Post

_INTEREST = frozenset({"interest", "other"})


class Relation(Wire):
    """A declared relation to a person."""

    kind: str
    name: str
    organisation: str | None
    unit: str | None


class FormerPost(Wire):
    """A post held in the last three years."""

    organisation: str | None
    unit: str | None
    to_on: date | None


class RecusalFacts(Wire):
    """What an officer declared."""

    officer_id: UUID
    name: str
    relations: list[Relation]
    former_posts: list[FormerPost]


class DeclarationsClient(OfficersClient):
    """Asks identity what officers declared."""

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what an officer declared; identity records that we asked. Raises: Unavailable, Rejected."""
        return await self.get(f"/v1/officers/{officer_id}/recusal-facts", RecusalFacts)


async def declared_by(desk: Desk, officers: Sequence[UUID]) -> list[Declared]:
    """Return what each officer declared, in order. Raises: Problem `recusal_check_unavailable`."""
    identity = cast("DeclarationsClient", desk.clients["identity"])
    try:
        facts = await asyncio.gather(*(identity.recusal_facts(one) for one in officers))
    except (Unavailable, Rejected) as error:
        raise unavailable(error.service) from error
    async with desk.db.reader() as reader:
        return [await _compared(reader, one) for one in facts]


async def _compared(reader: Reader, facts: RecusalFacts) -> Declared:
    """Name persons as they are named, and organisations by path where the directory knows them."""
    interests = {one.name for one in facts.relations if one.kind in _INTEREST}
    posts = []
    for one in facts.former_posts:
        found = await find_organisation(reader, one.organisation) if one.organisation else None
        posts += [Post(place, one.to_on) for place in (found.path if found else None, one.unit) if place]
    return Declared(
        officer_id=str(facts.officer_id),
        own_ref=facts.name,
        relatives=frozenset(one.name for one in facts.relations) - interests,
        interests=frozenset(interests),
        posts=tuple(posts),
    )
