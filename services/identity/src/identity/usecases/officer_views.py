"""An officer as answers show one."""

from datetime import date
from typing import Any
from uuid import UUID

from identity.domain.officers import Officer
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer


class OfficerOut(ObjectOut):
    """An officer's account."""

    login: str
    name: str
    organisation: str
    path: str
    position: str | None
    duty: str
    joined_on: date
    left_on: date | None
    successor_id: UUID | None


class OfficerNameOut(Output):
    """As much of an officer as a list of names needs."""

    id: UUID
    login: str
    name: str
    organisation: str
    path: str
    position: str | None
    state: str


async def officer_view(_: Reader, __: Desk, officer: Officer, ___: Viewer) -> dict[str, Any]:
    """Return what an officer shows beside what every object shows."""
    return {
        "login": officer.login,
        "name": officer.name,
        "organisation": code_of(officer.holder_path),
        "path": officer.holder_path,
        "position": officer.position,
        "duty": officer.duty,
        "joined_on": officer.joined_on.isoformat(),
        "left_on": officer.left_on.isoformat() if officer.left_on else None,
        "successor_id": str(officer.successor_id) if officer.successor_id else None,
    }


def name_of(officer: Officer) -> OfficerNameOut:
    """Return an officer's name and place."""
    return OfficerNameOut(
        id=officer.id,
        login=officer.login,
        name=officer.name,
        organisation=code_of(officer.holder_path),
        path=officer.holder_path,
        position=officer.position,
        state=officer.state,
    )
