"""Journey 2 as far as casework goes: a transferred report becomes a clue, is verified, and intake is told."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.story import WORKER, allocated, do, registered, verified
from tests.support.house import House


async def told(house: House, name: str) -> list[dict[str, Any]]:
    """Return the data of every event of a name."""
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(
            sa.select(events.c.data)
            .where(events.c.type == f"huiying.casework.{name}.v1")
            .order_by(events.c.inserted)
        )
    return [row["data"] for row in rows]


async def test_a_transferred_report_stands_in_the_ledger_as_a_numbered_clue(house: House) -> None:
    clue, report = await registered(house)

    shown = (await house.get("caseman.city", f"/v1/{clue}")).json()

    assert shown["state"] == "registered"
    assert shown["number"] == "city-clue-2026-0001"
    assert shown["holder"] == "city-case-management"
    assert shown["office"] == "city-office-1"
    assert (shown["report_id"], shown["report_ids"]) == (str(report), [str(report)])
    assert shown["allowed_actions"] == ["propose-allocation", "merge", "split"]
    assert shown["papers"] == []


async def test_the_ledger_shows_a_clue_wherever_it_is_handled(house: House) -> None:
    clue = await allocated(house)

    ledger = (await house.get("caseman.city", f"/v1/{clue}")).json()
    office = (await house.get("office1.handler", f"/v1/{clue}")).json()

    assert (ledger["state"], ledger["holder"]) == ("allocated", "city-office-1")
    assert ledger["allowed_actions"] == ["reallocate", "merge", "split"]
    assert office["allowed_actions"] == ["sign-for", "split", "assess", "report-up"]
    running = [(clock["rule"], clock["held_by"]) for clock in office["clocks"] if clock["state"] == "running"]
    assert running == [("DL-09", "city/city-office-1")]


async def test_a_clue_is_verified_and_closed_and_intake_hears_how_true_it_was(house: House) -> None:
    clue = await verified(house)

    closed = await do(house, "office1.handler", clue, "close", opinion="建议了结")

    assert (closed["state"], closed["ground"], closed["truth_grade"]) == ("closed", "untrue", "untrue")
    assert [clock for clock in closed["clocks"] if clock["state"] == "running"] == []
    (concluded,) = await told(house, "clue.concluded")
    assert concluded["report_ids"] == closed["report_ids"]
    assert concluded["report_id"] == closed["report_id"]
    assert concluded["truth_grade"] == "untrue"
    (handed_over,) = await told(house, "clue.allocated")
    assert handed_over["report_ids"] == closed["report_ids"]


async def test_a_verified_clue_becomes_a_case_with_the_signatures_of_both_principals(house: House) -> None:
    clue = await verified(house, "partly_true")

    proposed = await house.act("office1.handler", clue, "propose-filing", {"opinion": "建议立案"})
    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S3", "S5"]
    early = await house.sign("party-principal.city", proposed)
    await house.sign("principal.city", proposed)
    await house.sign("party-principal.city", proposed)

    assert (early.status_code, early.json()["code"]) == (409, "not_your_turn")
    shown = (await house.get("office1.handler", f"/v1/{clue}")).json()
    assert (shown["state"], shown["truth_grade"]) == ("case_filed", "partly_true")
    assert shown["allowed_actions"] == []
    (concluded,) = await told(house, "clue.concluded")
    assert (concluded["state"], concluded["truth_grade"]) == ("case_filed", "partly_true")


async def test_the_history_names_every_state_of_the_book_of_rules(house: House) -> None:
    clue = await verified(house)
    await do(house, "office1.handler", clue, "close")
    answer = {"clearing": "not_needed", "reason": "未造成影响"}
    await do(house, "office1.handler", clue, "consider-clearing", **answer)
    await do(house, "office1.handler", clue, "archive")

    moves = (await house.get("office1.handler", f"/v1/{clue}/history")).json()["items"]

    assert [move["to"] for move in moves] == [
        "registered", "allocation_proposed", "allocated", "under_assessment", "disposal_proposed",
        "disposal_approved", "preliminary_verification", "closed", "closed", "archived",
    ]  # fmt: skip
    assert [move["by"]["kind"] for move in moves[4:7]] == ["officer", "system", "system"]


async def test_no_event_of_casework_carries_what_an_officer_wrote(house: House) -> None:
    clue = await verified(house)
    await do(house, "office1.handler", clue, "close", opinion="建议了结")

    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(sa.select(events.c.data))

    text = " ".join(str(row["data"]) for row in rows)
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in text)
