"""What is written at the moves of a matter is for those who may read its papers. Rule: 1.4."""

from __future__ import annotations

import pytest

from tests.casework.case_story import HANDLER, filed, move
from tests.casework.story import assessed
from tests.support.house import House

SAID = "反映其收受某公司礼金，已初步查证。"


async def opinions(house: House, login: str, thing: str) -> set[str]:
    answer = await house.get(login, f"/v1/{thing}/history")
    assert answer.status_code == 200, answer.text
    return {one["opinion"] for one in answer.json()["items"]} - {""}


@pytest.mark.parametrize("kind", ["clue", "case"])
async def test_whoever_keeps_the_ledger_sees_that_it_moves_and_not_what_is_said(
    house: House, kind: str
) -> None:
    if kind == "clue":
        thing = await assessed(house)
        await move(house, HANDLER, thing, "propose-disposal", way="preliminary_verification", opinion=SAID)
    else:
        thing = await filed(house)
        await move(house, HANDLER, thing, "announce-filing", notice="立案通知", opinion=SAID)

    assert SAID in await opinions(house, HANDLER, thing)
    assert SAID in await opinions(house, "principal.city", thing)
    assert await opinions(house, "caseman.city", thing) == set()
