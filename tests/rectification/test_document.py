"""Rectification keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

import pytest

from tests.rectification.story import items_of, rectifying, submitted
from tests.support.figures import Figures
from tests.support.fuzz_cases import LARGE, SMALL, Amount
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "inspection.office", "inspection.head", "inspected1.clerk", "inspected1.principal", "office1.handler",
    "orgdept.officer", "deputy.city", "housing1.clerk", "auditor", "somebody",
)  # fmt: skip


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "amount", [SMALL, pytest.param(LARGE, marks=pytest.mark.nightly)], ids=["small", "large"]
)
async def test_rectification_keeps_to_its_document(house: House, figures: Figures, amount: Amount) -> None:
    thing = await rectifying(house)
    await submitted(house, (await items_of(house, thing))[0])
    walk = Walk(door_of(house), LOGINS)

    await walk.through(amount)

    walk.conclude(figures)
