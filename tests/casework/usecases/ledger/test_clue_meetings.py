"""Special meetings on clues: minutes, attendees, what was decided about which clue. Rule: C11."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import Any
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from casework.usecases.ledger.open_reconciliations import open_reconciliations
from shared.clocks.deadline_clock import OPEN
from shared.clocks.tables import clocks

from tests.casework.story import WORKER, allocated, do
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


async def confirmed_on(house: House, day: str) -> str:
    """Return a meeting of that day whose minutes are confirmed."""
    thing = f"clue-meetings/{(await create(house, meeting={**MEETING, 'held_on': day})).json()['id']}"
    await do(house, "principal.city", thing, "confirm", opinion="同意")
    return thing


async def clocks_of(house: House, thing: str) -> list[tuple[str, str, str]]:
    shown = (await house.get("caseman.city", f"/v1/{thing}")).json()
    return [(one["rule"], one["due_on"], one["state"]) for one in shown["clocks"]]


async def test_the_next_meeting_is_due_three_months_after_the_last(house: House) -> None:
    first = await confirmed_on(house, "2026-02-27")
    assert await clocks_of(house, first) == [("P-C11", "2026-05-27", "running")]

    second = await confirmed_on(house, "2026-03-02")

    assert await clocks_of(house, first) == [("P-C11", "2026-05-27", "met")]
    assert await clocks_of(house, second) == [("P-C11", "2026-06-02", "running")]


async def test_minutes_confirmed_behind_those_of_a_later_meeting_start_no_clock(house: House) -> None:
    late = await confirmed_on(house, "2026-03-02")
    early = await confirmed_on(house, "2026-02-27")

    assert await clocks_of(house, early) == []
    assert await clocks_of(house, late) == [("P-C11", "2026-06-02", "running")]


async def test_a_meeting_that_is_not_held_in_time_is_listed_as_overdue(house: House) -> None:
    thing = await confirmed_on(house, "2026-03-02")

    async def late() -> list[str]:
        house.tokens.clear()
        found = await house.get("caseman.city", "/v1/clue-meetings", overdue="true")
        return [f"clue-meetings/{one['id']}" for one in found.json()["items"]]

    before = await late()
    house.clock.move(timedelta(days=100))

    assert (before, await late()) == ([], [thing])
    await confirmed_on(house, "2026-06-10")
    assert await late() == []
    assert await clocks_of(house, thing) == [("P-C11", "2026-06-02", "met_late")]


async def awaited(house: House) -> list[tuple[str, str]]:
    """Return kind and day of every clock that asks a ledger for its next meeting."""
    c = clocks.c
    is_open = c.state.in_([state.value for state in OPEN])
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(sa.select(c.object_type, c.due_on).where(c.rule == "P-C11", is_open))
    return [(row["object_type"], row["due_on"].isoformat()) for row in rows]


async def test_a_ledger_that_never_met_owes_a_meeting_from_the_day_it_began(house: House) -> None:
    await open_reconciliations(house.desk)
    assert await awaited(house) == [("clue_reconciliation", "2026-06-02")]
    house.clock.move(timedelta(days=100))
    house.tokens.clear()
    await open_reconciliations(house.desk)

    late = (await house.get("caseman.city", "/v1/inbox/deadlines")).json()["items"]
    inbox = (await house.get("caseman.city", "/v1/inbox")).json()

    assert ("P-C11", "2026-06-02") in [(one["rule"], one["due_on"]) for one in late]
    assert inbox["overdue"]["count"] >= 1
    thing = await confirmed_on(house, "2026-06-08")
    assert await awaited(house) == [("clue_meeting", "2026-09-08")]
    assert [state for _, _, state in await clocks_of(house, thing)] == ["running"]


@pytest.mark.parametrize("order", list(permutations(("2026-02-20", "2026-02-27", "2026-03-02"))))
async def test_a_ledger_is_never_without_a_day_by_which_it_meets(
    house: House, order: tuple[str, ...]
) -> None:
    await open_reconciliations(house.desk)
    seen = [await awaited(house)]
    for day in order:
        await confirmed_on(house, day)
        await open_reconciliations(house.desk)
        seen.append(await awaited(house))

    assert [len(one) for one in seen] == [1, 1, 1, 1]
    assert seen[-1] == [("clue_meeting", "2026-06-02")]
