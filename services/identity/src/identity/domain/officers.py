"""An officer, as the rules and the process machinery see one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shared.auth.roles import ADMINISTRATORS, Role
from shared.auth.secrecy import SecrecyLevel

LOGIN_PATTERN = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"
BUSINESS = "business"
DUTIES = (BUSINESS, *sorted(role.value for role in ADMINISTRATORS))
DEFAULT_CLEARANCE = SecrecyLevel.INTERNAL
"""What an officer may see before a clearance has been set."""


@dataclass(frozen=True, slots=True)
class Officer:
    """One person's account. `duty` is `business` or the one administrator role the person may hold.

    `holder_path` is the path of the officer's organisation.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    created_at: datetime
    login: str
    name: str
    organisation_id: UUID
    position: str | None
    duty: str
    joined_on: date
    left_on: date | None
    successor_id: UUID | None


def duty_of(role: Role) -> str:
    """Return the duty a role belongs to: grants of different duties never live together on one person."""
    return role.value if role in ADMINISTRATORS else BUSINESS
