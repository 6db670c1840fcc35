"""Whoever receives a clue signs for it: once for each hand-over, in the office that has it. Rule: C3."""

from __future__ import annotations

import pytest

from tests.casework.story import allocated, do, registered
from tests.support.cast import actor
from tests.support.house import House


async def test_the_office_signs_for_the_clue_with_name_and_time(house: House) -> None:
    clue = await allocated(house)
    before = (await house.get("caseman.city", f"/v1/{clue}")).json()

    shown = await do(house, "office1.handler", clue, "sign-for")

    assert (before["signed_for_by"], before["signed_for_at"]) == (None, None)
    assert (shown["state"], shown["signed_for_at"]) == ("allocated", "2026-03-02T09:00:00+08:00")
    last = (await house.get("office1.handler", f"/v1/{clue}/history")).json()["items"][-1]
    assert (last["rule"], last["action"], last["by"]["id"]) == ("C3", "sign-for", shown["signed_for_by"])


async def test_it_is_signed_for_once_and_anew_by_the_next_office(house: House) -> None:
    clue = await allocated(house)
    first = await do(house, "office1.handler", clue, "sign-for")
    again = await house.act("office1.handler", clue, "sign-for", {})

    moved = await do(house, "caseman.city", clue, "reallocate", to="city-office-2")
    second = await do(house, "office2.handler", clue, "sign-for")

    assert (again.status_code, again.json()["code"]) == (409, "clue_signed_for")
    assert (moved["signed_for_by"], moved["signed_for_at"]) == (None, None)
    assert second["signed_for_by"] not in (None, first["signed_for_by"])


@pytest.mark.parametrize(
    ("login", "status"), [("caseman.city", 403), ("office2.handler", 404), ("principal.city", 403)]
)
async def test_nobody_signs_for_what_another_office_received(house: House, login: str, status: int) -> None:
    clue = await allocated(house)

    assert (await house.act(login, clue, "sign-for", {})).status_code == status


async def test_what_is_not_handed_over_is_not_signed_for(house: House) -> None:
    clue, _ = await registered(house)

    answer = await house.act("caseman.city", clue, "sign-for", {})

    assert (answer.status_code, answer.json()["code"]) in {
        (409, "transition_not_allowed"),
        (403, "forbidden"),
    }


async def test_whoever_assesses_what_nobody_signed_for_has_received_it_and_signs_with_that(
    house: House,
) -> None:
    clue = await allocated(house)
    proposed = await house.act("office1.handler", clue, "assess", {"opinion": "可查"})
    before = (await house.get("office1.handler", f"/v1/{clue}")).json()

    await house.sign("office1.head", proposed)

    shown = (await house.get("office1.handler", f"/v1/{clue}")).json()
    assert (before["signed_for_by"], shown["state"]) == (None, "under_assessment")
    assert shown["signed_for_by"] == actor("office1.handler").id
    again = await house.act("office1.handler", clue, "sign-for", {})
    assert (again.status_code, again.json()["code"]) == (409, "clue_signed_for")


async def test_who_signed_for_it_stays_on_record_whoever_assesses(house: House) -> None:
    clue = await allocated(house)
    signed = await do(house, "office1.handler2", clue, "sign-for")

    shown = await do(house, "office1.handler", clue, "assess", opinion="可查")

    assert shown["signed_for_by"] == signed["signed_for_by"] == actor("office1.handler2").id
