"""Each quarter the ledger is counted, what is overdue listed, some of it looked into, and the head told. Rule: C10."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from casework.usecases.ledger.open_reconciliations import open_reconciliations

from tests.casework.story import allocated, do, registered
from tests.support.house import House


async def opened(house: House) -> str:
    await open_reconciliations(house.desk)
    (one,) = (await house.get("caseman.city", "/v1/clue-reconciliations")).json()["items"]
    return f"clue-reconciliations/{one['id']}"


async def checked(house: House, thing: str, shown: dict[str, Any]) -> dict[str, Any]:
    for one in shown["spot_checks"]:
        shown = await do(
            house,
            "caseman.city",
            thing,
            "record-spot-check",
            clue_id=one["clue_id"],
            result="in_order",
            note="规范",
        )
    return shown


async def test_a_quarter_opens_once_with_its_clock_whoever_looks(house: House) -> None:
    thing = await opened(house)
    assert thing == await opened(house)

    shown = (await house.get("principal.city", f"/v1/{thing}")).json()

    assert (shown["year"], shown["quarter"], shown["state"]) == (2026, 1, "opened")
    assert [(one["rule"], one["due_on"]) for one in shown["clocks"]] == [
        ("P-C10", "2026-03-31"),
        ("P-C11", "2026-06-02"),
    ]


async def test_stock_counts_every_clue_and_lists_what_is_overdue(house: House) -> None:
    late = await allocated(house)
    await registered(house)
    house.clock.move(timedelta(days=40))
    house.tokens.clear()
    thing = await opened(house)

    shown = await do(house, "caseman.city", thing, "take-stock")

    assert shown["figures"]["state"] == {"allocated": 1, "registered": 1}
    assert shown["figures"]["source"] == {"report": 2}
    assert shown["figures"]["office"] == {"city-office-1": 2}
    assert [(f"clues/{one['clue_id']}", one["rule"], one["held_by"]) for one in shown["overdue"]] == [
        (late, "DL-09", "city-office-1")
    ]
    assert [one["result"] for one in shown["spot_checks"]] == [None]


async def test_it_is_reported_once_every_spot_check_is_done_and_the_head_signs(house: House) -> None:
    for _ in range(3):
        await registered(house)
    thing = await opened(house)
    shown = await do(house, "caseman.city", thing, "take-stock")

    early = await house.act("caseman.city", thing, "report", {"summary": "总体平稳"})
    await checked(house, thing, shown)
    reported = await do(house, "caseman.city", thing, "report", summary="总体平稳")

    assert (early.status_code, early.json()["code"]) == (409, "spot_check_open")
    met = {one["rule"]: one["state"] for one in reported["clocks"]}
    assert (reported["state"], met["P-C10"]) == ("reported", "met")


async def test_stock_taken_again_replaces_what_was_found(house: House) -> None:
    await registered(house)
    thing = await opened(house)
    first = await do(house, "caseman.city", thing, "take-stock")
    await checked(house, thing, first)
    await registered(house)

    again = await do(house, "caseman.city", thing, "take-stock")

    assert again["figures"]["state"] == {"registered": 2}
    assert [one["result"] for one in again["spot_checks"]] == [None]


async def test_only_what_was_drawn_is_recorded(house: House) -> None:
    await registered(house)
    thing = await opened(house)
    await do(house, "caseman.city", thing, "take-stock")

    body = {"clue_id": str(uuid4()), "result": "in_order"}
    answer = await house.act("caseman.city", thing, "record-spot-check", body)

    assert (answer.status_code, answer.json()["code"]) == (409, "spot_check_not_drawn")


@pytest.mark.parametrize(
    ("login", "status"), [("office1.handler", 404), ("deputy.city", 403), ("sysadmin", 404)]
)
async def test_nobody_else_takes_stock(house: House, login: str, status: int) -> None:
    thing = await opened(house)

    assert (await house.act(login, thing, "take-stock", {})).status_code == status
