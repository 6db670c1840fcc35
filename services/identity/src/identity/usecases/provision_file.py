"""The form of a provisioning file: organisations, zones, officers with their roles, years of the calendar."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from identity.domain.clients import CLIENT_ID_PATTERN
from identity.domain.kinds import OrganisationKind
from identity.domain.officers import LOGIN_PATTERN
from identity.domain.organisations import CODE_PATTERN, Relation
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel

Code = Annotated[str, Field(pattern=CODE_PATTERN, max_length=63)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganisationEntry(_Part):
    """An organisation; without a parent it is a root."""

    code: Code
    name: str
    kind: OrganisationKind
    sub_kind: str | None = None
    name_en: str | None = None
    place_name: str | None = None
    place_name_en: str | None = None
    parent: Code | None = None
    relation: Relation = Relation.UNIT
    host: Code | None = None


class ZoneEntry(_Part):
    """A contact zone."""

    code: Code
    name: str
    office: Code
    organisations: list[Code]


class RoleEntry(_Part):
    """A role, over the officer's own organisation unless another is named; a bare role code will do."""

    role: Role
    organisation: Code | None = None
    subtree: bool = False

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"role": value} if isinstance(value, str) else value


class OfficerEntry(_Part):
    """An officer with roles and clearance."""

    login: Annotated[str, Field(pattern=LOGIN_PATTERN)]
    name: str
    organisation: Code
    position: str | None = None
    clearance: SecrecyLevel = SecrecyLevel.WORK_SECRET
    roles: list[RoleEntry]
    skills: list[str] = Field(default_factory=list)


class ClientEntry(_Part):
    """Another system, with its public keys."""

    id: Annotated[str, Field(pattern=CLIENT_ID_PATTERN)]
    name: str
    organisation: Code
    audiences: list[str]
    keys: list[dict[str, Any]]
    roles: list[Role] = Field(default_factory=list)
    event_types: list[str] = Field(default_factory=list)


class ProvisionFile(_Part):
    """A whole file. `since` is the day from which organisations exist and roles are held."""

    since: date = date(2021, 1, 1)
    calendars: list[int] = Field(default_factory=list)
    organisations: list[OrganisationEntry] = Field(default_factory=list)
    contact_zones: list[ZoneEntry] = Field(default_factory=list)
    officers: list[OfficerEntry] = Field(default_factory=list)
    clients: list[ClientEntry] = Field(default_factory=list)
