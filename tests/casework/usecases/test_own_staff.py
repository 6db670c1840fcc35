"""SoD-5: what is about our own staff is kept by their supervisors, and the ledger of case management never shows it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.casework.case_story import CADRE as SUBJECT
from tests.casework.linkage_story import make
from tests.casework.neighbours import Neighbours
from tests.casework.story import MEETING, SIGNERS, TRANSFERRED, do, tell, with_minutes
from tests.support.house import House

OWN = {"name": "（化名）孙某", "organisation": "某室", "position": "干部"}
CADRE = "cadre.city"
TEAM = ["cadre.city", "cadre.head"]


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


async def test_its_whole_life_is_with_the_supervisors_up_to_the_review(house: House, clue: str) -> None:
    await go(house, CADRE, clue, "propose-allocation", opinion="由本室办理")
    await go(house, CADRE, clue, "allocate")
    await go(house, CADRE, clue, "assess", opinion="可查")
    way = {"way": "preliminary_verification"}
    verification = (
        f"verifications/{(await go(house, CADRE, clue, 'propose-disposal', **way))['verification_id']}"
    )
    await go(house, CADRE, verification, "submit-plan", opinion="方案")
    await go(house, CADRE, verification, "form-team", members=TEAM)
    await go(house, CADRE, verification, "begin")
    await go(house, CADRE, verification, "draft-report", report="经核实，反映问题属实。", truth_grade="true")
    for member in TEAM:
        await go(house, member, verification, "sign-report")
    for action in ("review-collectively", "report", "decide"):
        await go(house, CADRE, verification, action, opinion="同意")
    await go(house, CADRE, clue, "propose-filing", opinion="建议立案")
    case = f"cases/{(await house.get(CADRE, '/v1/cases')).json()['items'][0]['id']}"
    await go(house, CADRE, case, "file", subjects=[SUBJECT])
    await go(house, CADRE, case, "announce-filing", notice="立案通知")
    await go(house, CADRE, case, "approve-plan", plan="方案", meeting=MEETING)
    await go(house, CADRE, case, "begin-investigation", members=TEAM)
    shown = [{"subject_id": one["id"], "is_signed": True} for one in await subjects(house, case)]
    await go(house, CADRE, case, "show-facts", facts="事实材料", participants=TEAM, shown=shown)
    await go(house, CADRE, case, "write-report", kind="investigation", report="审查调查报告")
    await go(house, CADRE, case, "complete-report", meeting=MEETING)
    await go(house, CADRE, case, "submit-to-review", contents="卷宗三册")

    reviewed = await house.act("review.city", case, "accept-review")

    assert reviewed.json()["state"] == "review_accepted"
    for login in ("caseman.city", "office1.head", "group1.lead"):
        for thing in (clue, verification, case):
            assert (await house.get(login, f"/v1/{thing}")).status_code == 404, (login, thing)
        for collection in ("clues", "verifications", "cases"):
            listed = await house.get(login, f"/v1/{collection}/_count")
            assert listed.status_code == 403 or listed.json()["count"] == 0


async def test_nobody_can_take_it_away_from_them(house: House, clue: str) -> None:
    elsewhere = await house.act(CADRE, clue, "propose-allocation", {"to": "city-office-1"})
    await go(house, CADRE, clue, "propose-allocation")
    shown = await go(house, CADRE, clue, "allocate")
    again = await house.act(CADRE, clue, "reallocate", {"to": "city-office-1"})

    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "own_staff_kept_apart")
    assert (shown["holder"], shown["is_own_staff"], again.status_code) == (
        "city-cadre-supervision",
        True,
        403,
    )


@pytest.mark.parametrize(
    "about",
    [{"is_own_staff": True}, {"subject_organisations": ["group-1"]}, {"to": "city-cadre-supervision"}],
)
@pytest.mark.parametrize("finder", ["office1.handler", "caseman.city", "district1.handler"])
async def test_whoever_files_it_it_goes_to_them_and_only_the_finder_sees_it_so_far(
    house: House, finder: str, about: dict[str, Any]
) -> None:
    filed = await registered_by(house, finder, **about)

    assert (filed["holder"], filed["is_own_staff"]) == ("city-cadre-supervision", True)
    thing = f"clues/{filed['id']}"
    everybody = (
        "caseman.city",
        "office1.handler",
        "office1.head",
        "district1.handler",
        "district1.head",
        CADRE,
    )
    assert {one for one in everybody if await sees(house, one, thing)} == {finder, CADRE}
    await go(house, CADRE, thing, "propose-allocation")
    await go(house, CADRE, thing, "allocate")
    assert {one for one in everybody if await sees(house, one, thing)} == {CADRE}


async def test_what_turns_out_to_be_about_own_staff_is_handed_on_and_leaves_the_ledger(house: House) -> None:
    thing = f"clues/{(await registered_by(house, 'caseman.city', to='city-office-1'))['id']}"
    for action in ("propose-allocation", "allocate"):
        await go(house, "caseman.city", thing, action)

    moved = await house.act("caseman.city", thing, "reallocate", {"to": "city-cadre-supervision"})
    await house.sign("principal.city", moved)

    everybody = ("caseman.city", "office1.handler", "principal.city", CADRE)
    assert {one for one in everybody if await sees(house, one, thing)} == {"principal.city", CADRE}


async def test_two_of_them_are_merged_by_the_supervisors_and_stay_there(house: House, clue: str) -> None:
    other = f"clues/{(await registered_by(house, CADRE, is_own_staff=True))['id']}"
    ordinary = await registered_by(house, "caseman.city")
    stranger = await house.act(CADRE, other, "merge", {"into": ordinary["id"], "opinion": "同一事项"})

    merged = await go(house, CADRE, other, "merge", into=clue.split("/")[1], opinion="同一事项")

    assert (stranger.status_code, stranger.json()["code"]) == (409, "merge_target_unknown")
    assert (merged["state"], merged["holder"]) == ("merged", "city-cadre-supervision")
    assert not await sees_object(house, "caseman.city", other)


async def registered_by(house: House, login: str, **body: Any) -> dict[str, Any]:
    told = {"source": "daily_supervision", "facts": "工作中发现有人违规打听案情。", **body}
    answer = await make(house, login, "clues", told)
    assert answer.status_code == 201, answer.text
    filed: dict[str, Any] = answer.json()
    return filed


async def sees_object(house: House, login: str, thing: str) -> bool:
    return (await house.get(login, f"/v1/{thing}")).status_code == 200


async def subjects(house: House, case: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await house.get(CADRE, f"/v1/{case}")).json()["subjects"]
    return found


async def go(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; the first is that of the supervisors' own head."""
    answer = await house.act(login, thing, action, with_minutes(thing, action, body))
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            signer = {**SIGNERS, "S1": "cadre.head"}[step["level"]]
            assert (await house.sign(signer, answer)).status_code == 200
    shown: dict[str, Any] = (await house.get(login, f"/v1/{thing}")).json()
    return shown
