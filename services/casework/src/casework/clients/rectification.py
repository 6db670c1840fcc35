"""What casework asks rectification: to draft a recommendation that follows from a joint task, for an officer."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from shared.auth.actor import Actor
from shared.http.client import ServiceClient, Wire


class NewRecommendation(BaseModel):
    """A recommendation to be drafted."""

    kind: str
    addressee: str
    origin: dict[str, Any]
    facts: str
    problems: str
    advice: str
    reply_by: date


class Drafted(Wire):
    """The recommendation that was drafted."""

    id: UUID


class RectificationClient(ServiceClient):
    """Speaks to rectification."""

    async def draft_recommendation(self, wanted: NewRecommendation, actor: Actor, key: str) -> Drafted:
        """Draft a recommendation; the same key drafts it once. Raises: Unavailable, Rejected."""
        return await self.post("/v1/recommendations", wanted, Drafted, key=key, actor=actor)
