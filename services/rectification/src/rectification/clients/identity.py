"""What rectification asks identity: who an officer is, and what they declared. Asked as the service itself."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from shared.directory.officers import OfficersClient
from shared.http.client import Wire


class FormerPost(Wire):
    """A post held in the last three years."""

    organisation: str | None
    unit: str | None
    to_on: date | None


class RecusalFacts(Wire):
    """What an officer declared, as far as an evaluation asks."""

    officer_id: UUID
    former_posts: list[FormerPost]


class IdentityClient(OfficersClient):
    """Speaks to identity."""

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what an officer declared; identity records that we asked. Raises: Unavailable, Rejected."""
        return await self.get(f"/v1/officers/{officer_id}/recusal-facts", RecusalFacts)
