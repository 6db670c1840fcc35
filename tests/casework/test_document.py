"""Casework keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

import pytest

from tests.casework.linkage_story import staffed
from tests.casework.story import verifying
from tests.support.figures import Figures
from tests.support.fuzz_cases import LARGE, SMALL, Amount
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "office1.handler", "office1.head", "caseman.city", "deputy.city", "principal.city", "review.city",
    "party-principal.city", "auditor", "security.officer", "somebody",
)  # fmt: skip


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "amount", [SMALL, pytest.param(LARGE, marks=pytest.mark.nightly)], ids=["small", "large"]
)
async def test_casework_keeps_to_its_document(house: House, figures: Figures, amount: Amount) -> None:
    await house.hear()
    await verifying(house)
    await staffed(house)
    walk = Walk(door_of(house), LOGINS)

    await walk.through(amount)

    walk.conclude(figures)
