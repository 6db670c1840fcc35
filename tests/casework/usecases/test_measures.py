"""Measures of a verification are approved one by one, property is held and settled, and time given once. Rule: V-3, V-6."""

from __future__ import annotations

from typing import Any

from tests.casework.story import do, verifying
from tests.support.cast import actor
from tests.support.house import House

HANDLER = "office1.handler"
ITEMS = [{"description": "购物卡三张", "amount": 300_000}, {"description": "玉镯一只"}]


async def code(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json().get("code", "")


async def in_custody(house: House) -> tuple[str, list[dict[str, Any]]]:
    _, verification = await verifying(house)
    await do(
        house, HANDLER, verification, "take-measure", measure="property_custody", target="主动上交的购物卡"
    )
    shown = await do(house, HANDLER, verification, "take-custody", items=ITEMS, handed_in_by="（化名）王某")
    return verification, shown["custody"]


async def test_each_measure_is_signed_by_the_deputy_and_listed_with_who_took_part(house: House) -> None:
    _, verification = await verifying(house)

    proposed = await house.act(HANDLER, verification, "take-measure", {"measure": "talk"})
    before = (await house.get(HANDLER, f"/v1/{verification}")).json()["measures"]
    await house.sign("deputy.city", proposed)
    both = [HANDLER, actor("office1.handler2").id]
    shown = await do(house, HANDLER, verification, "take-measure", measure="asset_inquiry", participants=both)

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S2"]
    assert before == []
    found = [(one["measure"], sorted(one["participants"])) for one in shown["measures"]]
    team = ["office1.handler", "office1.handler2"]
    assert found == [("talk", team), ("asset_inquiry", team)]


async def test_measures_are_taken_by_two_of_the_team_each_counted_once(house: House) -> None:
    _, verification = await verifying(house)
    twice = [HANDLER, actor(HANDLER).id]

    alone = await code(house, HANDLER, verification, "take-measure", participants=twice)
    stranger = await code(
        house, HANDLER, verification, "take-measure", participants=[HANDLER, "office1.head"]
    )
    three = [HANDLER, "office1.handler2", "group1.member"]
    with_stranger = await code(house, HANDLER, verification, "take-measure", participants=three)

    assert alone == (409, "two_participants_needed")
    assert stranger == (409, "two_participants_needed")
    assert with_stranger == (409, "participant_not_member")


async def test_property_is_held_only_once_custody_is_approved_and_what_it_is_stays_sealed(
    house: House,
) -> None:
    _, verification = await verifying(house)
    body = {"items": ITEMS, "handed_in_by": "（化名）王某"}
    early = await code(house, HANDLER, verification, "take-custody", **body)
    await do(house, HANDLER, verification, "take-measure", measure="property_custody")

    shown = await do(house, HANDLER, verification, "take-custody", **body)
    more = await do(
        house, HANDLER, verification, "take-custody", items=ITEMS[:1], handed_in_by="（化名）王某"
    )
    ledger = (await house.get("caseman.city", f"/v1/{verification}")).json()["custody"]

    assert early == (409, "custody_not_approved")
    assert [(one["number"], one["description"], one["state"]) for one in shown["custody"]] == [
        (1, "购物卡三张", "held"), (2, "玉镯一只", "held"),
    ]  # fmt: skip
    assert [one["number"] for one in more["custody"]] == [1, 2, 3]
    assert {one["description"] for one in ledger} == {None}


async def test_a_verification_that_leads_to_no_case_ends_only_when_everything_is_settled(
    house: House,
) -> None:
    verification, items = await in_custody(house)
    report = {"report": "经核实不存在。", "truth_grade": "untrue"}
    await do(house, HANDLER, verification, "draft-report", **report)
    for member in (HANDLER, "office1.handler2"):
        await do(house, member, verification, "sign-report")
    await do(house, HANDLER, verification, "review-collectively", opinion="同意")
    await do(house, HANDLER, verification, "report")

    early = await code(house, HANDLER, verification, "decide", proposal="close")
    ids = [one["id"] for one in items]
    await do(house, HANDLER, verification, "settle-custody", items=ids, result="returned", note="退还本人")
    again = await code(house, HANDLER, verification, "settle-custody", items=ids[:1], result="returned")
    shown = await do(house, HANDLER, verification, "decide", proposal="close")

    assert early == (409, "custody_open")
    assert again == (409, "item_not_held")
    assert (shown["state"], {one["state"] for one in shown["custody"]}) == ("decided", {"returned"})


async def test_the_principal_leader_gives_one_month_more_and_only_once(house: House) -> None:
    _, verification = await verifying(house)

    proposed = await house.act(HANDLER, verification, "extend-deadline", {"reason": "需外调取证"})
    await house.sign("principal.city", proposed)
    again = await code(house, HANDLER, verification, "extend-deadline", reason="再延")

    shown = (await house.get(HANDLER, f"/v1/{verification}")).json()
    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S3"]
    assert [(one["rule"], one["due_on"], one["state"]) for one in shown["clocks"]] == [
        ("DL-12", "2026-06-02", "extended")
    ]
    assert again == (409, "clock_not_extendable")
