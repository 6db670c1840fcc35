"""What casework asks rectification: to draft a recommendation from a case, and what an inspection's clue says.

The text comes on behalf of the officer who needs it and is never stored here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from casework.clients.intake import Subject, Subjects
from shared.auth.actor import Actor
from shared.http.client import ServiceClient, Wire


class Drafted(Wire):
    """The recommendation as it stands there."""

    id: UUID


class InspectionText(Wire):
    """What an inspection wrote of a clue."""

    facts: str
    subjects: list[Subject]


class RectificationClient(ServiceClient):
    """Speaks to rectification."""

    async def subjects(self, transferred_clue_id: UUID) -> Subjects:
        """Return whom a clue from inspection is about, asked as the service itself; the asking is recorded there.

        Raises: Unavailable, Rejected.
        """
        return await self.get(f"/v1/transferred-clues/{transferred_clue_id}/subjects", Subjects)

    async def inspection_text(self, transferred_clue_id: UUID, purpose: str, actor: Actor) -> InspectionText:
        """Return what a clue says; rectification decides whether this officer may see it, and records it.

        Raises: Unavailable, Rejected.
        """
        path = f"/v1/transferred-clues/{transferred_clue_id}/text"
        return await self.get(path, InspectionText, params={"purpose": purpose}, actor=actor)

    async def draft_recommendation(self, body: Mapping[str, Any], actor: Actor, key: str) -> UUID:
        """Have a recommendation drafted and return its id; the same key gives the same draft again.

        Raises: Unavailable, Rejected.
        """
        return (await self.post("/v1/recommendations", body, Drafted, key=key, actor=actor)).id
