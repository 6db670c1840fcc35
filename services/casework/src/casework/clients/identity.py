"""What casework asks identity: who an officer is, and what they declared. Asked as the service itself."""

from __future__ import annotations

from uuid import UUID

from shared.http.client import Wire
from shared.recusal.declared import DeclarationsClient


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


class IdentityClient(DeclarationsClient):
    """Speaks to identity."""

    async def contact_zones(self) -> list[ContactZone]:
        """Return every open contact zone. Raises: Unavailable, Rejected."""
        return (await self.get("/v1/contact-zones", ContactZones)).items

    async def candidates(self, zone: str) -> list[Candidate]:
        """Return the officers who can be drawn from a zone. Raises: Unavailable, Rejected."""
        return (await self.get(f"/v1/contact-zones/{zone}/candidates", Candidates)).items
