"""What casework asks rectification: to draft a recommendation from a case, in the name of the officer who wants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from shared.auth.actor import Actor
from shared.http.client import ServiceClient, Wire


class Drafted(Wire):
    """The recommendation as it stands there."""

    id: UUID


class RectificationClient(ServiceClient):
    """Speaks to rectification."""

    async def draft_recommendation(self, body: Mapping[str, Any], actor: Actor, key: str) -> UUID:
        """Have a recommendation drafted and return its id; the same key gives the same draft again.

        Raises: Unavailable, Rejected.
        """
        return (await self.post("/v1/recommendations", body, Drafted, key=key, actor=actor)).id
