"""Rectification keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

from tests.rectification.story import items_of, rectifying, submitted
from tests.support.figures import Figures
from tests.support.fuzz_cases import SMALL
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "inspection.office", "inspection.head", "inspected1.clerk", "inspected1.principal", "office1.handler",
    "orgdept.officer", "deputy.city", "housing1.clerk", "auditor", "somebody",
)  # fmt: skip


async def walk_of(house: House) -> Walk:
    """Return a walk through rectification with an organisation that is putting right and has submitted an item."""
    thing = await rectifying(house)
    await submitted(house, (await items_of(house, thing))[0])
    return Walk(door_of(house), LOGINS)


async def test_rectification_keeps_to_its_document(house: House, figures: Figures) -> None:
    walk = await walk_of(house)

    await walk.through(SMALL)

    walk.conclude(figures)
