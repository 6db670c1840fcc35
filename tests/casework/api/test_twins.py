"""Nobody learns from any answer that others work on what is not for them. Rule: 1.4; P8, T29, T30."""

from __future__ import annotations

import pytest

from casework.app import SPEC
from casework.usecases.ledger.open_reconciliations import open_reconciliations
from shared.service.app import build_app

from tests.casework.story import allocated, do, registered, verified
from tests.casework.usecases.conduct.test_interference import entered
from tests.casework.usecases.conduct.test_recusal_requests import filed
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.house import House
from tests.support.twins import differing, readings

NAMED = {"name": "人员office1.handler2", "organisation": "某室", "position": "干部"}


async def elsewhere(house: House) -> str:
    """Return a clue that office 2 holds."""
    thing = await clue(house, subjects=[WANG], subject_organisations=["bureau-housing"], to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    return thing


async def work_of_office_1(house: House) -> None:
    """Do in office 1 and in the ledger whatever can be done."""
    thing = await verified(house)
    await do(house, "office1.handler", thing, "close")
    other = await allocated(house)
    await do(house, "caseman.city", (await registered(house))[0], "merge", into=other.split("/")[1])
    await filed(house, other, officer="office1.handler2")
    await entered(house, "office1.handler")
    await clue(house, subjects=[WANG], subject_organisations=["bureau-housing"])
    await open_reconciliations(house.desk)


@pytest.mark.parametrize(
    "login",
    ["office2.handler", "district1.handler", "petition.city", "group1.member", "sysadmin", "statistician"],
)
async def test_whoever_has_no_part_in_it_reads_the_same_before_and_after(house: House, login: str) -> None:
    await house.hear()
    own, hidden = await elsewhere(house), await allocated(house)
    paths = readings(build_app(SPEC), [one.split("/")[1] for one in (own, hidden)])

    async def others_work() -> None:
        await work_of_office_1(house)

    assert await differing(house, login, paths, others_work) == []
    assert len(paths) > 60


async def test_the_subject_reads_the_same_whatever_his_own_office_does_with_the_clue(house: House) -> None:
    await house.hear()
    thing = await clue(house, subjects=[NAMED], to="city-office-1")
    paths = readings(build_app(SPEC), [thing.split("/")[1]])

    async def others_work() -> None:
        for action in ("propose-allocation", "allocate"):
            await do(house, "caseman.city", thing, action)
        await do(house, "office1.handler", thing, "assess", opinion="可查")
        shown = await do(house, "office1.handler", thing, "propose-disposal", way="preliminary_verification")
        verification = f"verifications/{shown['verification_id']}"
        await do(house, "office1.handler", verification, "submit-plan", opinion="方案")

    assert await differing(house, "office1.handler2", paths, others_work) == []
    assert await differing(house, "office1.head", paths, lambda: more(house, thing)) != []


async def more(house: House, thing: str) -> None:
    """Do one thing more that the head of the office does see: the comparison can tell."""
    await registered(house)
    await clue(house, to="city-office-1")
    other = await allocated(house)
    await do(house, "office1.handler", other, "assess", opinion=f"与 {thing} 无关")
