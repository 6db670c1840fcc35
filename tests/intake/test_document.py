"""Intake keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

from typing import Any

import pytest

from shared.directory.officers import OfficersClient

from tests.casework.neighbours import Neighbours
from tests.intake.test_leak_walk import a_world
from tests.support.figures import Figures
from tests.support.fuzz_cases import LARGE, SMALL, Amount
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "petition.city", "petition-head.city", "office1.handler", "office1.head", "deputy.city", "principal.city",
    "caseman.city", "inspection.office", "housing1.clerk", "auditor", "sysadmin", "somebody",
)  # fmt: skip


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "amount", [SMALL, pytest.param(LARGE, marks=pytest.mark.nightly)], ids=["small", "large"]
)
async def test_intake_keeps_to_its_document(house: House, figures: Figures, amount: Amount) -> None:
    clients: Any = house.desk.clients
    clients["identity"] = OfficersClient("identity", "http://identity", transport=Neighbours())
    await a_world(house)
    walk = Walk(door_of(house), LOGINS)

    await walk.through(amount)

    walk.conclude(figures)
