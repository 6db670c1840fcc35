"""What casework asks identity: who an officer is, and what they declared. Asked as the service itself."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from shared.directory.officers import OfficersClient
from shared.http.client import Wire


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


class PoolOfficer(Wire):
    """Somebody of a zone's pool."""

    id: UUID


class ContactZone(Wire):
    """A contact zone: the office that leads, the groups and districts that belong to it, and its pool."""

    code: str
    office: str
    organisations: list[str]
    pool: list[PoolOfficer]


class ContactZones(Wire):
    """All open zones."""

    items: list[ContactZone]


class Candidate(Wire):
    """An officer who can be drawn from a zone, with their skills."""

    id: UUID
    login: str
    path: str
    skills: list[str]
    is_pooled: bool


class Candidates(Wire):
    """Everybody who can be drawn from a zone."""

    items: list[Candidate]


class IdentityClient(OfficersClient):
    """Speaks to identity."""

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what an officer declared; identity records that we asked. Raises: Unavailable, Rejected."""
        return await self.get(f"/v1/officers/{officer_id}/recusal-facts", RecusalFacts)

    async def contact_zones(self) -> list[ContactZone]:
        """Return every open contact zone. Raises: Unavailable, Rejected."""
        return (await self.get("/v1/contact-zones", ContactZones)).items

    async def candidates(self, zone: str) -> list[Candidate]:
        """Return the officers who can be drawn from a zone. Raises: Unavailable, Rejected."""
        return (await self.get(f"/v1/contact-zones/{zone}/candidates", Candidates)).items
