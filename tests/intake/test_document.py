"""Intake keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

from typing import Any

from shared.directory.officers import OfficersClient

from tests.casework.neighbours import Neighbours
from tests.intake.test_leak_walk import a_world
from tests.support.figures import Figures
from tests.support.fuzz_cases import SMALL
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "petition.city", "petition-head.city", "office1.handler", "office1.head", "deputy.city", "principal.city",
    "caseman.city", "inspection.office", "housing1.clerk", "auditor", "sysadmin", "somebody",
)  # fmt: skip


async def walk_of(house: House) -> Walk:
    """Return a walk through intake with something of everything in it."""
    clients: Any = house.desk.clients
    clients["identity"] = OfficersClient("identity", "http://identity", transport=Neighbours())
    await a_world(house)
    return Walk(door_of(house), LOGINS)


async def test_intake_keeps_to_its_document(house: House, figures: Figures) -> None:
    walk = await walk_of(house)

    await walk.through(SMALL)

    walk.conclude(figures)
