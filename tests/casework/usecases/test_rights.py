"""Who sees a clue, and who learns nothing of it."""

from __future__ import annotations

import pytest

from tests.casework.story import allocated, assessed, do, verifying
from tests.support.house import House


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "petition.city", "group1.member"])
async def test_a_stranger_is_told_that_there_is_no_such_clue(house: House, login: str) -> None:
    clue = await allocated(house)

    seen = await house.get(login, f"/v1/{clue}")
    moved = await house.act(login, clue, "assess", {"opinion": "我来办"})
    history = await house.get(login, f"/v1/{clue}/history")

    assert (seen.status_code, moved.status_code, history.status_code) == (404, 404, 404)


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler"])
async def test_a_strangers_list_is_empty(house: House, login: str) -> None:
    await allocated(house)

    assert (await house.get(login, "/v1/clues")).json()["items"] == []
    assert (await house.get(login, "/v1/clues/_count")).json() == {"count": 0, "at_least": False}


async def test_the_system_administrator_may_not_even_ask_for_the_list(house: House) -> None:
    clue = await allocated(house)

    assert (await house.get("sysadmin", "/v1/clues")).status_code == 403
    assert (await house.get("sysadmin", f"/v1/{clue}")).status_code == 404


async def test_before_allocation_the_office_it_is_meant_for_does_not_know_of_the_clue(house: House) -> None:
    clue = await allocated(house)
    other = await allocated(house)
    assert clue != other

    seen = {one["id"] for one in (await house.get("office1.handler", "/v1/clues")).json()["items"]}

    assert seen == {clue.split("/")[1], other.split("/")[1]}


async def test_the_deputy_sees_the_clue_but_makes_no_move_of_the_handlers(house: House) -> None:
    clue = await assessed(house)

    assert (await house.get("deputy.city", f"/v1/{clue}")).json()["allowed_actions"] == []
    refused = await house.act("deputy.city", clue, "close")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")


async def test_the_ledger_shows_no_papers_and_the_office_does(house: House) -> None:
    clue = await assessed(house, situation="单位总体情况平稳")

    ledger = (await house.get("caseman.city", f"/v1/{clue}")).json()
    office = (await house.get("office1.handler", f"/v1/{clue}")).json()

    assert ledger["papers"] == []
    assert {paper["kind"]: paper["fields"].get("situation") for paper in office["papers"]} == {
        "allocation": None,
        "assessment": "单位总体情况平稳",
    }


async def test_a_member_from_elsewhere_sees_clue_and_verification_while_on_the_team(house: House) -> None:
    clue, verification = await verifying(house)
    assert (await house.get("group1.member", f"/v1/{verification}")).status_code == 404

    with_group = ["office1.handler", "office1.handler2", "group1.member"]
    await do(house, "office1.head", verification, "change-team", members=with_group)
    joined = [
        (await house.get("group1.member", f"/v1/{thing}")).status_code for thing in (clue, verification)
    ]
    listed = (await house.get("group1.member", "/v1/verifications")).json()["items"]
    await do(house, "office1.head", verification, "change-team", members=with_group[:2])
    left = [(await house.get("group1.member", f"/v1/{thing}")).status_code for thing in (clue, verification)]

    assert joined == [200, 200]
    assert [one["id"] for one in listed] == [verification.split("/")[1]]
    assert left == [404, 404]


async def test_a_member_signs_and_does_nothing_else(house: House) -> None:
    _, verification = await verifying(house)
    with_group = ["office1.handler", "office1.handler2", "group1.member"]
    await do(house, "office1.head", verification, "change-team", members=with_group)
    await do(house, "office1.handler", verification, "draft-report", report="核查报告", truth_grade="untrue")

    shown = (await house.get("group1.member", f"/v1/{verification}")).json()

    assert shown["allowed_actions"] == ["sign-report"]
    assert (
        await house.act("group1.member", verification, "draft-report", {"report": "改"})
    ).status_code == 403
    assert (await do(house, "group1.member", verification, "sign-report"))["state"] == "report_drafted"


async def test_reallocation_takes_the_clue_from_one_office_and_gives_it_to_another(house: House) -> None:
    clue = await assessed(house)

    shown = await do(house, "caseman.city", clue, "reallocate", to="city-office-2")

    assert (shown["state"], shown["holder"], shown["office"]) == (
        "allocated",
        "city-office-2",
        "city-office-2",
    )
    assert (await house.get("office1.handler", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office2.handler", f"/v1/{clue}")).json()["allowed_actions"] == [
        "sign-for",
        "split",
        "assess",
        "report-up",
    ]
    clocks = [(clock["rule"], clock["state"]) for clock in shown["clocks"]]
    assert sorted(clocks) == [("DL-09", "met"), ("DL-09", "running")]
