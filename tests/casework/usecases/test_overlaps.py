"""Clues about the same matter are found by what is sealed in them, and explained. Rule: C2."""

from __future__ import annotations

from typing import Any

from tests.casework.neighbours import Neighbours
from tests.casework.story import do, registered
from tests.casework.usecases.test_register_clue import create
from tests.support.house import House

WANG = {"name": "（化名）王某", "organisation": "某建设单位", "position": "科长"}
FACTS = "反映某单位工程科工作人员在道路维修项目验收过程中多次接受施工方宴请并收受购物卡，涉及金额约三万元。"


async def clue(house: House, **body: Any) -> str:
    answer = await create(house, **body)
    assert answer.status_code == 201, answer.text
    return f"clues/{answer.json()['id']}"


async def overlaps(house: House, thing: str, login: str = "caseman.city") -> list[tuple[str, list[str]]]:
    answer = await house.get(login, f"/v1/{thing}/overlaps")
    assert answer.status_code == 200, answer.text
    return [(f"clues/{one['clue_id']}", one["same"]) for one in answer.json()["items"]]


async def test_the_same_person_at_the_same_unit_stands_before_a_namesake(house: House) -> None:
    first = await clue(house, subjects=[WANG])
    namesake = await clue(
        house, subjects=[{**WANG, "organisation": "另一单位"}], facts="收受服务对象礼金礼品。"
    )
    asked = await clue(house, subjects=[{**WANG, "name": "(化名) 王某"}], facts=FACTS)

    assert await overlaps(house, asked) == [
        (first, ["person_at_unit", "person", "unit"]),
        (namesake, ["person"]),
    ]


async def test_facts_told_alike_are_found_with_how_much(house: House) -> None:
    first = await clue(house, facts=FACTS)
    asked = await clue(house, facts=FACTS + "望予查处。")

    found = (await house.get("caseman.city", f"/v1/{asked}/overlaps")).json()["items"]

    assert [(f"clues/{one['clue_id']}", one["same"]) for one in found] == [(first, ["facts"])]
    assert found[0]["likeness"] >= 50


async def test_a_unit_alone_counts_only_in_the_same_field(house: House) -> None:
    unit = {"subject_organisations": ["bureau-housing"]}
    told = "某单位食堂采购蔬菜肉类长期由同一供货商承揽，验收记录不全，职工意见较大。"
    same = await clue(house, field="housing_registration", **unit)
    await clue(house, field="education", **unit, facts=told)
    asked = await clue(house, field="housing_registration", **unit, facts=FACTS)

    shown = await do(house, "caseman.city", asked, "propose-allocation", to="city-office-1")

    assert await overlaps(house, asked) == [(same, ["unit"])]
    assert shown["overlaps"] == 1


async def test_whom_a_report_names_is_compared_although_nothing_of_it_is_kept(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.subjects = [WANG]
    first, _ = await registered(house)
    asked, _ = await registered(house)

    shown = await do(house, "caseman.city", asked, "propose-allocation", opinion="建议由一室承办")

    assert (await overlaps(house, asked))[0] == (first, ["person_at_unit", "person", "unit"])
    assert (shown["overlaps"], shown["papers"]) == (1, [])


async def test_history_of_the_person_is_shown_and_other_ended_clues_are_not(house: House) -> None:
    past = await clue(house, subjects=[WANG], to="city-office-1")
    await do(house, "caseman.city", past, "propose-allocation")
    await do(house, "caseman.city", past, "allocate")
    await do(house, "office1.handler", past, "assess", opinion="失实")
    await do(house, "office1.handler", past, "close", ground="untrue")
    asked = await clue(house, subjects=[WANG])

    items = (await house.get("caseman.city", f"/v1/{asked}/overlaps")).json()["items"]

    assert [(f"clues/{one['clue_id']}", one["is_open"]) for one in items] == [(past, False)]
    assert (await do(house, "caseman.city", asked, "propose-allocation", to="city-office-1"))["overlaps"] == 0


async def test_clues_are_searched_by_whom_they_are_about_among_those_one_may_see(house: House) -> None:
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    found = {}
    for login in ("caseman.city", "office1.handler", "office2.handler"):
        for name in (WANG["name"], "查无此人"):
            answer = await house.http.post(
                "/v1/clues/_search", headers=house.headers(login), json={"name": name}
            )
            found[login, name] = len(answer.json()["items"])

    assert found == {
        ("caseman.city", WANG["name"]): 1, ("caseman.city", "查无此人"): 0,
        ("office1.handler", WANG["name"]): 1, ("office1.handler", "查无此人"): 0,
        ("office2.handler", WANG["name"]): 0, ("office2.handler", "查无此人"): 0,
    }  # fmt: skip


async def test_what_the_caller_may_not_see_is_no_overlap(house: House) -> None:
    other = await clue(house, subjects=[WANG], to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", other, action)
    own = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", own, action)

    assert await overlaps(house, own, "office1.handler") == []
    assert [one for one, _ in await overlaps(house, own)] == [other]
    assert (await house.get("group1.member", f"/v1/{own}/overlaps")).status_code == 404
