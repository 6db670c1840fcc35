"""SoD-5: what is about our own staff is kept by their supervisors, and the ledger of case management never shows it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.casework.neighbours import Neighbours
from tests.casework.story import TRANSFERRED, do, tell
from tests.support.house import House

OWN = {"name": "（化名）孙某", "organisation": "某室", "position": "干部"}
CADRE = "cadre.city"


@pytest.fixture
async def clue(house: House, neighbours: Neighbours) -> str:
    """Return the clue of a report that went to the supervisors of our own staff."""
    neighbours.subjects = [OWN]
    report = uuid4()
    await tell(house, "report.transferred", report, {**TRANSFERRED, "to": "city/city-cadre-supervision"})
    found = (await house.get(CADRE, "/v1/clues", report_id=str(report))).json()["items"]
    return f"clues/{found[0]['id']}"


async def sees(house: House, login: str, thing: str) -> bool:
    listed = (await house.get(login, "/v1/clues")).json()["items"]
    counted = (await house.get(login, "/v1/clues/_count")).json()["count"]
    shown = (await house.get(login, f"/v1/{thing}")).status_code
    assert (shown == 200) == bool(listed) == bool(counted)
    return shown == 200


async def test_the_supervisors_hold_it_and_case_management_never_sees_it(house: House, clue: str) -> None:
    before = {login: await sees(house, login, clue) for login in (CADRE, "caseman.city", "office1.handler")}
    await do(house, CADRE, clue, "propose-allocation", opinion="由本室办理")
    shown = await do(house, CADRE, clue, "allocate")

    assert before == {CADRE: True, "caseman.city": False, "office1.handler": False}
    assert (shown["state"], shown["holder"]) == ("allocated", "city-cadre-supervision")
    assert not await sees(house, "caseman.city", clue)
    assert await sees(house, "principal.city", clue)


async def test_neither_an_overlap_nor_an_inquiry_tells_of_it(house: House, clue: str) -> None:
    asked = {"name": OWN["name"], "purpose": "verification"}
    await house.hear()
    answers = [
        await house.http.post(
            "/v1/clue-inquiries", headers=house.headers(login, key=str(uuid4())), json=asked
        )
        for login in ("caseman.city", "group1.lead")
    ]
    ordinary = uuid4()
    await tell(house, "report.transferred", ordinary, dict(TRANSFERRED))
    found = (await house.get("caseman.city", "/v1/clues", report_id=str(ordinary))).json()["items"]

    overlaps = await house.get("caseman.city", f"/v1/clues/{found[0]['id']}/overlaps")

    assert [one.json()["answer"] for one in answers] == ["no", "no"]
    assert overlaps.json()["items"] == []
    assert await sees(house, "office1.handler", clue) is False
