"""What rectification asks identity: who an officer is, and what they declared. Asked as the service itself."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from shared.http.client import ServiceClient, Wire


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


class FormerPost(Wire):
    """A post held in the last three years."""

    organisation: str | None
    unit: str | None
    to_on: date | None


class RecusalFacts(Wire):
    """What an officer declared, as far as an evaluation asks."""

    officer_id: UUID
    former_posts: list[FormerPost]


class IdentityClient(ServiceClient):
    """Speaks to identity."""

    async def name(self, logins: list[str]) -> list[OfficerName]:
        """Return the officers of these logins. Raises: Unavailable, Rejected."""
        return (await self.call("POST", "/v1/officers/_names", Names, body={"logins": logins})).items

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what an officer declared; identity records that we asked. Raises: Unavailable, Rejected."""
        return await self.get(f"/v1/officers/{officer_id}/recusal-facts", RecusalFacts)
