"""Special meetings on clues: minutes, attendees, what was decided about which clue. Rule: C11."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from tests.casework.story import allocated, do
from tests.support.house import House

MEETING: dict[str, Any] = {
    "held_on": "2026-03-02",
    "place": "三楼会议室",
    "chair": "principal.city",
    "attendees": [
        {"officer": "principal.city", "present": True},
        {"officer": "deputy.city", "present": True},
    ],
    "resolution": "对住建领域线索集中研判。",
}


async def create(house: House, login: str = "caseman.city", **body: Any) -> httpx.Response:
    headers = house.headers(login, key=str(uuid4()))
    return await house.http.post("/v1/clue-meetings", headers=headers, json={"meeting": MEETING, **body})


async def test_minutes_are_kept_with_the_clues_spoken_about_and_confirmed_by_the_head(house: House) -> None:
    clue = (await allocated(house)).split("/")[1]
    decisions = [{"clue_id": clue, "decision": "一个月内提出处置意见", "responsible": "一室"}]

    made = await create(house, fields=["housing_registration"], decisions=decisions)
    thing = f"clue-meetings/{made.json()['id']}"
    early = await house.act("caseman.city", thing, "confirm", {})
    confirmed = await do(house, "principal.city", thing, "confirm", opinion="同意")

    assert made.status_code == 201, made.text
    assert (made.json()["clues"], made.json()["held_on"]) == ([clue], "2026-03-02")
    assert made.json()["papers"][0]["fields"]["decisions"][0]["responsible"] == "一室"
    assert (early.status_code, confirmed["state"]) == (403, "confirmed")


async def test_minutes_are_revised_as_a_new_version_until_confirmed(house: House) -> None:
    thing = f"clue-meetings/{(await create(house)).json()['id']}"

    shown = await do(house, "caseman.city", thing, "revise", meeting={**MEETING, "place": "二楼会议室"})

    (minutes,) = shown["papers"]
    assert (minutes["version"], minutes["fields"]["meeting"]["place"]) == (2, "二楼会议室")


async def test_a_clue_out_of_sight_is_no_clue(house: House) -> None:
    answer = await create(house, decisions=[{"clue_id": str(uuid4()), "decision": "研判"}])

    assert (answer.status_code, answer.json()["code"]) == (409, "clue_unknown")


async def test_handlers_neither_write_nor_read_minutes(house: House) -> None:
    thing = f"clue-meetings/{(await create(house)).json()['id']}"

    assert (await create(house, "office1.handler")).status_code == 403
    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404
    assert (await house.get("deputy.city", f"/v1/{thing}")).status_code == 200
