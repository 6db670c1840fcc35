"""Finds of an office, clues from inspection, clues on hold that come back, and the question of clearing."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from casework.usecases.clues.look_again import bring_back_clues
from shared.feed.tables import events

from tests.casework.story import MEETING, assessed, do, tell
from tests.casework.usecases.test_overlaps import clue
from tests.casework.usecases.test_register_clue import create
from tests.support.house import House

TRANSFERRED = {"region": "district-1", "field": "housing_registration", "transferred_on": "2026-02-27"}


@pytest.mark.parametrize("login", ["office1.handler", "group1.member", "district1.head"])
async def test_what_an_office_finds_is_filed_with_case_management(house: House, login: str) -> None:
    filed = await create(house, login, source="daily_supervision")

    assert filed.status_code == 201, filed.text
    thing = f"clues/{filed.json()['id']}"
    assert filed.json()["holder"] == "city-case-management"
    assert (await house.get("caseman.city", f"/v1/{thing}")).json()["state"] == "registered"
    assert (await house.get(login, f"/v1/{thing}")).json()["papers"] == []
    assert (await house.get("office2.handler", f"/v1/{thing}")).status_code == 404


async def test_the_finder_sees_it_until_it_is_allocated(house: House) -> None:
    thing = f"clues/{(await create(house, 'group1.member', to='city-office-1')).json()['id']}"
    await do(house, "caseman.city", thing, "propose-allocation")
    seen = (await house.get("group1.member", f"/v1/{thing}")).status_code
    await do(house, "caseman.city", thing, "allocate")

    assert (seen, (await house.get("group1.member", f"/v1/{thing}")).status_code) == (200, 404)


async def test_a_finding_that_inspection_transfers_is_registered_once_with_its_own_clock(
    house: House,
) -> None:
    finding = uuid4()
    for _ in range(2):
        await tell(house, "finding.clue_transferred", finding, TRANSFERRED, source="rectification")

    (shown,) = (await house.get("caseman.city", "/v1/clues", source="inspection_transfer")).json()["items"]

    assert (shown["region"], shown["received_on"]) == ("district-1", "2026-02-27")
    assert {clock["rule"]: clock["due_on"] for clock in shown["clocks"]} == {"DL-40": "2026-05-27"}
    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.clue.registered.v1")
        )
    assert told["data"]["finding_ids"] == [str(finding)]


async def test_the_end_of_a_clue_from_inspection_tells_inspection_by_id(house: House) -> None:
    finding = uuid4()
    await tell(house, "finding.clue_transferred", finding, TRANSFERRED, source="rectification")
    (one,) = (await house.get("caseman.city", "/v1/clues")).json()["items"]
    thing = f"clues/{one['id']}"
    await do(house, "caseman.city", thing, "propose-allocation", to="city-office-1")
    await do(house, "caseman.city", thing, "allocate")
    await do(house, "office1.handler", thing, "assess", opinion="失实")

    closed = await do(house, "office1.handler", thing, "close", ground="untrue")

    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.clue.concluded.v1")
        )
    assert (told["data"]["finding_ids"], told["data"]["truth_grade"]) == ([str(finding)], "untrue")
    assert {clock["rule"]: clock["state"] for clock in closed["clocks"]}["DL-40"] == "met"


async def test_a_clue_on_hold_comes_back_on_its_day_and_not_before(house: House) -> None:
    thing = await assessed(house)
    held = await do(house, "office1.handler", thing, "hold", reason="当事人在国外", next_look_on="2026-06-01")

    house.clock.move(timedelta(days=90))
    await bring_back_clues(house.desk)
    before = (await house.get("office1.handler", f"/v1/{thing}")).json()["state"]
    house.clock.move(timedelta(days=1))
    house.tokens.clear()
    await bring_back_clues(house.desk)
    after = (await house.get("office1.handler", f"/v1/{thing}")).json()

    assert (held["state"], before) == ("on_hold", "on_hold")
    assert (after["state"], after["way"], after["next_look_on"]) == ("under_assessment", None, None)
    states = {(clock["rule"], clock["state"]) for clock in after["clocks"]}
    assert {("DL-45", "met"), ("DL-09", "running")} <= states


async def test_without_a_day_it_comes_back_after_six_months(house: House) -> None:
    held = await do(house, "office1.handler", await assessed(house), "hold", reason="暂不具备条件")

    assert held["next_look_on"] == "2026-09-02"
    assert next(one["due_on"] for one in held["clocks"] if one["rule"] == "DL-45") == "2026-09-02"


@pytest.mark.parametrize("day", ["2026-03-02", "2026-09-30"])
async def test_the_day_lies_within_the_limit(house: House, day: str) -> None:
    thing = await assessed(house)

    answer = await house.act(
        "office1.handler", thing, "hold", {"reason": "暂缓", "next_look_on": day, "meeting": MEETING}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "next_look_too_late")


async def test_a_clue_closed_without_ground_asks_about_clearing_before_it_is_archived(house: House) -> None:
    thing = await assessed(house)
    closed = await do(house, "office1.handler", thing, "close", ground="untrue")
    early = await house.act("office1.handler", thing, "archive", {})

    answered = await do(
        house,
        "office1.handler",
        thing,
        "consider-clearing",
        clearing="proposed",
        reason="影响干部名誉，提请澄清",
    )
    archived = await do(house, "office1.handler", thing, "archive")

    assert (closed["clearing"], answered["clearing"], archived["state"]) == (
        "to_consider",
        "proposed",
        "archived",
    )
    assert (early.status_code, early.json()["code"]) == (409, "clearing_not_considered")


async def test_where_something_was_found_clearing_is_no_question(house: House) -> None:
    thing = await assessed(house)
    closed = await do(house, "office1.handler", thing, "close", ground="already_handled")

    body = {"clearing": "not_needed", "reason": "已处理"}
    refused = await house.act("office1.handler", thing, "consider-clearing", body)

    assert closed["clearing"] is None
    assert (refused.status_code, refused.json()["code"]) == (409, "clearing_not_asked")


async def test_an_accountability_clue_is_not_held_or_transferred_past_the_gate(house: House) -> None:
    thing = await assessed(house, case_type="accountability")

    for action in ("hold", "transfer"):
        answer = await house.act("office1.handler", thing, action, {"opinion": "先放一放"})
        assert (answer.status_code, answer.json()["code"]) == (409, "gate_incomplete")
    assert await clue(house)
