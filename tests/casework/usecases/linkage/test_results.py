"""E7 to E9: results once, conclusion with three reports, assessment with follow-up."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from tests.casework.linkage_story import concluded, do, log, made, make, reported, staffed
from tests.casework.neighbours import Neighbours
from tests.casework.story import tell
from tests.support.house import House

PERIOD = {"from_on": "2026-01-01", "to_on": "2026-12-31"}
JUDGED = {"timeliness": 20, "quality": 20, "cooperation": 20, "reason": "较好完成。"}
PARTIES = ("city-office-1", "group-1", "district-1")
LETTER = {
    "kind": "supervisory", "addressee": "bureau-housing", "facts": "时限未公示。", "problems": "公开不到位。",
    "advice": "公示并自查。", "reply_by": "2026-04-10",
}  # fmt: skip


async def test_a_result_is_logged_once_by_whoever_comes_first(house: House) -> None:
    task, _ = await staffed(house)
    same = {"kind": "person_handled", "what": "（化名）李 某"}

    answers = await asyncio.gather(
        log(house, "group1.member", task, **same), log(house, "district1.handler", task, **same)
    )
    again = await log(house, "office1.handler", task, kind="person_handled", what="（化名）李某")

    assert sorted(one.status_code for one in answers) == [201, 409]
    assert again.json()["code"] == "result_already_logged"


async def test_results_that_contradict_themselves_are_refused(house: House) -> None:
    task, _ = await staffed(house)
    wrong: dict[str, dict[str, Any]] = {
        "amount_of_money_only": {"kind": "problem", "what": "问题", "amount": 5},
        "recommendation_missing": {"kind": "recommendation", "what": "建议"},
        "credited_twice": {"kind": "problem", "what": "问题", "contributors": ["group-1"]},
        "string_too_short": {"kind": "problem", "what": ""},
    }
    for code, body in wrong.items():
        assert (await log(house, "group1.member", task, **body)).json()["errors"][0]["code"] == code
    stranger = await log(house, "group1.member", task, kind="problem", what="问题", credit_owner="district-2")
    assert stranger.json()["code"] == "not_a_party"
    assert (await log(house, "group1.lead", task, kind="problem", what="问题")).status_code == 403


async def test_city_totals_never_count_twice(house: House) -> None:
    task, _ = await staffed(house)
    await log(house, "group1.member", task, kind="problem", what="问题一")
    helped: dict[str, Any] = {"credit_owner": "district-1", "contributors": ["group-1", "city-office-1"]}
    await log(house, "group1.member", task, kind="problem", what="问题二", **helped)
    await log(house, "group1.member", task, kind="money_recovered", what="退缴款", amount=123_456)

    shown = (await house.get("statistician", "/v1/linkage-tasks/result-totals", **PERIOD)).json()

    assert shown["everything"] == {"counts": {"money_recovered": 1, "problem": 2}, "amount": 123_456}
    credited = {one["organisation"]: one["credited"]["counts"] for one in shown["organisations"]}
    assert sum(one.get("problem", 0) for one in credited.values()) == 2
    contributed = {one["organisation"]: one["contributed"]["counts"] for one in shown["organisations"]}
    assert contributed["group-1"] == {"problem": 1}
    assert (await house.get("statistician", f"/v1/{task}/results")).status_code == 404
    other = (await house.get("office2.head", "/v1/linkage-tasks/result-totals", **PERIOD)).json()
    assert other["everything"] == {"counts": {}, "amount": 0}


async def test_a_recommendation_is_drafted_once_and_its_closing_shows(
    house: House, neighbours: Neighbours
) -> None:
    task, _ = await staffed(house)
    key = str(uuid4())
    body = {
        "kind": "recommendation", "what": "规范窗口", "credit_owner": "group-1", "recommendation": LETTER
    }  # fmt: skip
    headers = house.headers("group1.member", key=key)
    first = await house.http.post(f"/v1/{task}/results", headers=headers, json=body)
    again = await house.http.post(f"/v1/{task}/results", headers=headers, json=body)
    assert first.json() == again.json()
    (drafted,) = neighbours.drafted
    recommendation = UUID(first.json()["recommendation_id"])
    assert recommendation == uuid5(NAMESPACE_URL, drafted)

    for _ in range(2):
        await tell(
            house, "recommendation.closed", recommendation, {"closed_on": "2026-04-08"}, "rectification"
        )
    (shown,) = (await house.get("office1.head", f"/v1/{task}/results")).json()["items"]
    assert shown["followed_up_on"] == "2026-04-08"

    neighbours.is_down = True
    down = await log(
        house, "group1.member", task, kind="recommendation", what="另一份", recommendation=LETTER
    )
    assert (down.status_code, down.json()["code"]) == (503, "recommendation_unavailable")


async def test_reports_are_written_or_waived_before_the_end(house: House) -> None:
    task, _ = await staffed(house)
    await do(house, "group1.member", task, "write-report", kind="analysis", report="剖析报告若干。")
    waived = [{"kind": "investigation", "reason": "未立案，不适用。"}]
    refused = await house.act(
        "office1.head", task, "conclude", {"conclusion": "任务完成。", "waived": waived}
    )
    assert refused.json()["code"] == "three_reports_missing"
    waived.append({"kind": "remedial_proposal", "reason": "已由属地提出。"})
    await do(house, "office1.head", task, "conclude", conclusion="任务完成。", waived=waived)
    assert (await house.get("office1.head", f"/v1/{task}")).json()["state"] == "concluded"
    assert (await make(house, "office1.head", f"{task}/notes", {"text": "迟到的记录"})).json()[
        "code"
    ] == "task_not_open"


async def test_nobodys_access_outlasts_the_task(house: House) -> None:
    task, loans = await staffed(house)
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="核对", officer="group1.member"
    )  # fmt: skip
    await do(house, "group1.member", piece, "report", report="完成。")
    await do(house, "office1.head", piece, "confirm")
    await reported(house, task)
    await do(house, "office1.head", task, "conclude", conclusion="任务完成。")
    for login in ("group1.member", "district1.handler"):
        for thing in (task, piece):
            assert (await house.get(login, f"/v1/{thing}")).status_code == 404
    for loan in loans:
        assert (await house.get("office1.head", f"/v1/{loan}")).json()["state"] == "returned"


async def test_every_party_is_judged_from_the_record_and_follow_up_is_asked_for(house: House) -> None:
    task, _ = await staffed(house)
    await reported(house, task)
    await do(house, "office1.head", task, "conclude", conclusion="任务完成。")
    judged = [{"organisation": party, **JUDGED} for party in PARTIES]
    none = await house.act("caseman.city", task, "assess", {"judged": judged})
    assert none.json()["code"] == "follow_up_missing"
    reason = {"no_follow_up_reason": "问题已当场整改完毕。"}
    some = await house.act("caseman.city", task, "assess", {"judged": judged[:2], **reason})
    assert some.json()["code"] == "party_not_judged"
    assert (await house.act("office1.head", task, "assess", {"judged": judged, **reason})).status_code == 403
    answer = await house.act("caseman.city", task, "assess", {"judged": judged, **reason})
    assert [one["level"] for one in answer.json()["sign_off"]["steps"]] == ["S3"]
    await house.sign("principal.city", answer)
    assert (await do(house, "caseman.city", task, "archive"))["state"] == "archived"


async def test_scores_can_be_worked_out_again_from_the_facts_that_are_shown(house: House) -> None:
    task = await concluded(house)
    records = (await house.get("caseman.city", f"/v1/{task}/records")).json()["items"]
    facts = {one["organisation"]: one["facts"] for one in records}
    assert (facts["group-1"]["asked"], facts["group-1"]["lent"], facts["group-1"]["credited"]) == (1, 1, 2)
    assert facts["district-1"]["contributed"] == 2
    judged = [{"organisation": party, **JUDGED} for party in PARTIES]
    shown = await do(house, "caseman.city", task, "assess", judged=judged)
    scores = {(one["organisation"], one["dimension"]): one for one in shown["scores"]}
    assert scores["group-1", "cooperation"]["points"] == 90
    assert scores["city-office-1", "timeliness"]["recorded"] is None
    assert scores["city-office-1", "timeliness"]["points"] == 67
    assert scores["group-1", "quality"]["facts"] == facts["group-1"]
