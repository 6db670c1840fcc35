"""What casework asks identity: who an officer is, and what they declared. Asked as the service itself."""

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


class IdentityClient(ServiceClient):
    """Speaks to identity."""

    async def name(self, *, ids: list[UUID], logins: list[str]) -> list[OfficerName]:
        """Return the officers of these ids and logins. Raises: Unavailable, Rejected."""
        body = {"ids": [str(one) for one in ids], "logins": logins}
        return (await self.call("POST", "/v1/officers/_names", Names, body=body)).items

    async def namesakes(self, names: list[str]) -> list[OfficerName]:
        """Return every officer who bears one of these names. Raises: Unavailable, Rejected."""
        return (await self.call("POST", "/v1/officers/_names", Names, body={"names": names[:100]})).items

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what an officer declared; identity records that we asked. Raises: Unavailable, Rejected."""
        return await self.get(f"/v1/officers/{officer_id}/recusal-facts", RecusalFacts)

    async def contact_zones(self) -> list[ContactZone]:
        """Return every open contact zone. Raises: Unavailable, Rejected."""
        return (await self.get("/v1/contact-zones", ContactZones)).items

    async def candidates(self, zone: str) -> list[Candidate]:
        """Return the officers who can be drawn from a zone. Raises: Unavailable, Rejected."""
        return (await self.get(f"/v1/contact-zones/{zone}/candidates", Candidates)).items
