"""A decision on recusal is made on whichever part of a matter one has before oneself, and holds for all of it."""

from __future__ import annotations

from typing import Any

import httpx

from tests.casework.case_story import (
    HANDLER,
    HANDLER2,
    HEAD,
    REVIEWER,
    REVIEWER2,
    executing,
    investigating,
    move,
    show_facts,
    to_review,
)
from tests.casework.case_story import refused as refused_move
from tests.casework.linkage_story import approved, asked, make
from tests.casework.story import MEETING, do, verifying
from tests.casework.usecases.linkage.test_secondments import refused
from tests.casework.usecases.test_appeals import OTHER, OTHER_HEAD, SANCTIONS, examining
from tests.support.house import House

AWAY: dict[str, Any] = {"officer": HANDLER2, "ground": "close_relative", "keeps_away": True}


async def decide(house: House, login: str, thing: str, **body: Any) -> httpx.Response:
    return await make(house, login, f"{thing}/recusals", {**AWAY, **body})


async def test_a_decision_on_a_case_holds_for_its_clue_and_can_be_taken_back(house: House) -> None:
    case = await investigating(house)
    clue = f"clues/{(await house.get('office1.handler', f'/v1/{case}')).json()['clue_id']}"

    answer = await decide(house, "principal.city", case)

    assert (answer.status_code, answer.json()["ground"]) == (201, "close_relative")
    assert {(await house.get(HANDLER2, f"/v1/{one}")).status_code for one in (case, clue)} == {404}
    assert (await decide(house, "principal.city", case, keeps_away=False)).status_code == 201
    assert {(await house.get(HANDLER2, f"/v1/{one}")).status_code for one in (case, clue)} == {200}


async def test_a_decision_on_a_loan_holds_for_the_task(house: House) -> None:
    task = await approved(house)
    loan = await asked(house, task, "group1.member")

    answer = await decide(house, "principal.city", loan, officer="district1.handler")

    assert answer.status_code == 201, answer.text
    assert await refused(house, task, "district1.handler") == (409, "recusal_conflict")


async def test_an_appeal_is_shut_with_the_matter_and_whoever_heard_it_leaves(house: House) -> None:
    case = await executing(house, **SANCTIONS)
    appeal = await examining(house, case)

    assert (await decide(house, "principal.city", case, officer=OTHER)).status_code == 201

    assert (await house.get(OTHER, f"/v1/{appeal}")).status_code == 404
    seen = (await house.get(OTHER_HEAD, f"/v1/{appeal}")).json()
    assert [one["login"] for one in seen["handlers"]] == [OTHER_HEAD]


async def test_nobody_but_the_principal_decides_and_only_about_officers_there_are(house: House) -> None:
    case = await investigating(house)

    assert (await decide(house, "office1.head", case)).status_code == 403
    assert (await decide(house, "district1.principal", case)).status_code == 404
    unknown = await decide(house, "principal.city", case, officer="nobody.at.all")
    assert unknown.json()["code"] == "officer_unknown"
    assert (await decide(house, "principal.city", case, ground="dislike")).status_code == 400


async def test_a_team_that_loses_somebody_signs_again_once_somebody_else_came(house: House) -> None:
    clue, verification = await verifying(house)
    paper = {"report": "经核实，反映问题不存在。", "truth_grade": "untrue"}
    await do(house, HANDLER, verification, "draft-report", **paper)
    await do(house, HANDLER, verification, "sign-report")

    assert (await decide(house, "principal.city", clue)).status_code == 201

    left = await house.act(HANDLER2, verification, "sign-report")
    alone = await refused_move(house, HANDLER, verification, "review-collectively", opinion="同意")
    team = [HANDLER, "group1.member"]
    await do(house, HEAD, verification, "change-team", members=team)
    unsigned = await refused_move(house, HANDLER, verification, "review-collectively", opinion="同意")
    await do(house, "group1.member", verification, "sign-report")
    shown = await do(house, HANDLER, verification, "review-collectively", opinion="同意")
    assert (left.status_code, alone) == (404, (409, "team_too_small"))
    assert unsigned == (409, "report_not_signed_by_all")
    assert shown["state"] == "collective_review"


async def test_an_investigation_a_review_and_an_appeal_need_two_who_are_left(house: House) -> None:
    case = await investigating(house)
    await show_facts(house, case)
    await move(house, HANDLER, case, "write-report", kind="investigation", report="审查调查报告")
    assert (await decide(house, "principal.city", case)).status_code == 201
    alone = await refused_move(house, HANDLER, case, "complete-report", meeting=MEETING)
    await move(house, HEAD, case, "change-team", members=[HANDLER, "group1.member"])
    await move(house, HANDLER, case, "complete-report", meeting=MEETING)
    await to_review(house, case)
    assert (await decide(house, "principal.city", case, officer=REVIEWER2)).status_code == 201
    reviewed = await refused_move(house, REVIEWER, case, "finish-review", report="审理报告")

    other = await executing(house, **SANCTIONS)
    appeal = await examining(house, other)
    assert (await decide(house, "principal.city", other, officer=OTHER_HEAD)).status_code == 201
    heard = await refused_move(house, OTHER, appeal, "decide", result="upheld", reasons="事实清楚")

    assert alone == reviewed == heard == (409, "team_too_small")
