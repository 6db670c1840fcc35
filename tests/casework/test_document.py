"""Casework keeps to its document, whatever it is asked, by whomever."""

from __future__ import annotations

from tests.casework.linkage_story import staffed
from tests.casework.story import verifying
from tests.support.figures import Figures
from tests.support.fuzz_cases import SMALL
from tests.support.fuzz_walk import Walk, door_of
from tests.support.house import House

LOGINS = (
    "office1.handler", "office1.head", "caseman.city", "deputy.city", "principal.city", "review.city",
    "party-principal.city", "auditor", "security.officer", "somebody",
)  # fmt: skip


async def walk_of(house: House) -> Walk:
    """Return a walk through casework with a clue in verification and a joint case that is staffed."""
    await house.hear()
    await verifying(house)
    await staffed(house)
    return Walk(door_of(house), LOGINS)


async def test_casework_keeps_to_its_document(house: House, figures: Figures) -> None:
    walk = await walk_of(house)

    await walk.through(SMALL)

    walk.conclude(figures)
