"""What is refused in a case, by which code, and that a refusal leaves the case where it was."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    HANDLER2,
    HEAD,
    LETTER,
    REVIEWER,
    REVIEWER2,
    executing,
    filed,
    finish_review,
    investigating,
    move,
    opened,
    persons,
    ready_to_close,
    refused,
    report,
    review_done,
    reviewing,
    to_review,
)
from tests.casework.neighbours import Neighbours
from tests.casework.story import MEETING
from tests.support.house import House

VILLAGER = {
    "name": "（化名）吴某",
    "is_party_member": False,
    "supervisee_kind": "grassroots_manager",
    "subject_rank": "rural_enterprise_other",
}


async def test_a_case_is_filed_about_somebody_and_on_a_track_that_fits(house: House) -> None:
    case = await opened(house)

    nobody = await refused(house, HANDLER, case, "file", track="both")
    unfit = await refused(house, HANDLER, case, "file", track="party", subjects=[VILLAGER])
    shown = await move(house, HANDLER, case, "file", track="supervisory", subjects=[VILLAGER])

    assert (nobody, unfit) == ((409, "subjects_missing"), (409, "track_unfit"))
    assert (shown["state"], [clock["rule"] for clock in shown["clocks"]]) == ("filed", ["DL-14"])


async def test_no_step_is_taken_before_its_turn(house: House) -> None:
    case = await filed(house)

    for action in (
        "file",
        "begin-investigation",
        "show-facts",
        "complete-report",
        "submit-to-review",
        "close",
    ):
        body: dict[str, Any] = {"members": [HANDLER]} if action == "begin-investigation" else {}
        assert await refused(house, HANDLER, case, action, **body) in {
            (409, "move_out_of_order"), (403, "forbidden"),
        }  # fmt: skip
    assert (await house.get(HANDLER, f"/v1/{case}")).json()["state"] == "filed"


async def test_the_plan_needs_the_minutes_of_the_meeting_and_the_principal_leader(house: House) -> None:
    case = await filed(house)

    assert await refused(house, HANDLER, case, "approve-plan", plan="方案") == (409, "minutes_missing")
    answer = await house.act(HANDLER, case, "approve-plan", {"plan": "方案", "meeting": MEETING})
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3"]


async def test_the_facts_are_shown_by_two_to_everybody_and_a_refusal_to_sign_is_noted(house: House) -> None:
    case = await investigating(house, CADRE, VILLAGER)
    cadre, villager = await persons(house, case)
    both = [HANDLER, HANDLER2]

    def shown(*ids: str, is_signed: bool = True) -> list[dict[str, Any]]:
        return [{"subject_id": one, "is_signed": is_signed} for one in ids]

    async def code(**body: Any) -> str:
        return (await refused(house, HANDLER, case, "show-facts", facts="事实", **body))[1]

    assert await code(participants=[HANDLER], shown=shown(cadre, villager)) == "two_participants_needed"
    assert await code(participants=[HANDLER] * 2, shown=shown(cadre, villager)) == "two_participants_needed"
    assert await code(participants=both, shown=shown(cadre)) == "subjects_left_out"
    assert await code(participants=both, shown=shown(cadre, str(uuid4()))) == "subject_unknown"
    unsigned = shown(cadre, villager, is_signed=False)
    assert await code(participants=both, shown=unsigned) == "signature_or_note_missing"
    noted = [{**one, "refusal_note": "本人拒绝签名"} for one in unsigned]
    answer = await house.act(
        HANDLER, case, "show-facts", {"facts": "事实", "participants": both, "shown": noted}
    )
    assert answer.status_code == 202


async def test_only_the_leader_of_the_team_signs_the_investigation_report(house: House) -> None:
    case = await investigating(house)
    cadre = (await persons(house, case))[0]
    facts = {
        "facts": "事实",
        "participants": [HANDLER, HANDLER2],
        "shown": [{"subject_id": cadre, "is_signed": True}],
    }
    await move(house, HANDLER, case, "show-facts", **facts)

    unwritten = await refused(house, HANDLER, case, "complete-report", meeting=MEETING)
    await move(house, HANDLER, case, "write-report", report="审查调查报告")
    member = await refused(house, HANDLER2, case, "complete-report", meeting=MEETING)
    shown = await move(house, HANDLER, case, "complete-report", meeting=MEETING)
    late = await refused(house, HANDLER, case, "write-report", report="改动")

    assert (unwritten, member) == ((409, "report_missing"), (409, "not_team_leader"))
    assert (shown["state"], late) == ("report_done", (409, "report_is_complete"))


async def test_who_handled_the_case_never_reviews_it(house: House) -> None:
    """SoD-2, whoever names them and in whatever part they handled it."""
    case = await investigating(house)
    with_reviewer = [HANDLER, HANDLER2, REVIEWER]
    await move(house, HEAD, case, "change-team", members=with_reviewer, leader=HANDLER)
    await move(house, HEAD, case, "change-team", members=[HANDLER, HANDLER2])
    await report(house, case)
    await move(house, HANDLER, case, "submit-to-review")

    accepts = await refused(house, REVIEWER, case, "accept-review")
    await move(house, REVIEWER2, case, "accept-review")
    named = await refused(house, REVIEWER2, case, "begin-review", members=[REVIEWER, REVIEWER2])
    handler = await refused(house, REVIEWER2, case, "begin-review", members=[REVIEWER2, HEAD])

    assert accepts == named == handler == (409, "reviewer_handled_case")


async def test_one_reviewer_is_no_group_and_who_declared_a_relation_keeps_away(
    house: House, neighbours: Neighbours
) -> None:
    case = await investigating(house)
    await report(house, case)
    await move(house, HANDLER, case, "submit-to-review")
    await move(house, REVIEWER, case, "accept-review")

    alone = await refused(house, REVIEWER, case, "begin-review", members=[REVIEWER])
    neighbours.relations[REVIEWER2] = [
        {"kind": "spouse", "name": CADRE["name"], "organisation": None, "unit": None}
    ]
    related = await refused(house, REVIEWER, case, "begin-review", members=[REVIEWER, REVIEWER2])

    assert (alone, related) == ((409, "team_too_small"), (409, "recusal_conflict"))


async def test_an_unfit_file_is_given_back_with_a_reason(house: House) -> None:
    case = await investigating(house)
    await report(house, case)
    await move(house, HANDLER, case, "submit-to-review")

    silent = await refused(house, REVIEWER, case, "refuse-review")
    shown = await move(house, REVIEWER, case, "refuse-review", reason="缺少谈话笔录")

    assert (silent, shown["state"]) == ((409, "reason_missing"), "report_done")


async def test_a_review_needs_talk_discussion_and_report_in_that_review(house: House) -> None:
    case = await reviewing(house)
    cadre = (await persons(house, case))[0]

    untalked = await refused(house, REVIEWER, case, "finish-review", report="审理报告")
    alone = await refused(
        house, REVIEWER, case, "talk-with-subject", subject_id=cadre, participants=[REVIEWER]
    )
    talk = {"subject_id": cadre, "participants": [REVIEWER, REVIEWER2]}
    await move(house, REVIEWER, case, "talk-with-subject", **talk)
    undiscussed = await refused(house, REVIEWER, case, "finish-review", report="审理报告")
    unrecorded = await refused(house, REVIEWER, case, "discuss-review")
    await move(house, REVIEWER, case, "discuss-review", meeting=MEETING)
    unwritten = await refused(house, REVIEWER, case, "finish-review")

    assert untalked == (409, "review_talk_missing")
    assert alone == (409, "two_participants_needed")
    assert undiscussed == (409, "review_not_discussed")
    assert unrecorded == (409, "minutes_missing")
    assert unwritten == (409, "report_missing")


async def test_no_decision_before_the_party_organisation_and_the_department_were_heard(house: House) -> None:
    case = await reviewing(house, {**CADRE, "is_committee_managed": True})
    await finish_review(house, case)
    outcome = {"subject_id": (await persons(house, case))[0], "party_sanction": "warning"}
    decision = {**LETTER, "outcomes": [outcome]}

    assert await refused(house, REVIEWER, case, "decide", **decision) == (409, "opinions_missing")
    await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    assert await refused(house, REVIEWER, case, "decide", **decision) == (409, "opinions_missing")
    await move(house, REVIEWER, case, "record-opinion", of="organization_department", opinion="同意")
    answer = await house.act(REVIEWER, case, "decide", decision)
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3", "S4", "S5"]


async def test_everybody_is_decided_about_once(house: House) -> None:
    case = await review_done(house, CADRE, VILLAGER)
    cadre, villager = await persons(house, case)
    first, second = ({"subject_id": one, "government_sanctions": ["warning"]} for one in (cadre, villager))

    async def code(*outcomes: dict[str, Any]) -> tuple[int, str]:
        return await refused(house, REVIEWER, case, "decide", **LETTER, outcomes=list(outcomes))

    assert await code(first) == (409, "subjects_left_out")
    assert await code(first, second, first) == (409, "subject_unknown")
    assert await code(first, second, {**first, "subject_id": str(uuid4())}) == (409, "subject_unknown")


async def test_unlawful_measures_are_all_named_at_once_and_nothing_is_echoed(house: House) -> None:
    case = await review_done(house, CADRE, VILLAGER)
    cadre, villager = await persons(house, case)
    outcomes = [
        {"subject_id": cadre, "party_sanction": "probation", "term_months": 7},
        {"subject_id": villager, "party_sanction": "warning", "government_sanctions": ["removal"]},
    ]

    answer = await house.act(REVIEWER, case, "decide", {**LETTER, "outcomes": outcomes})

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
    assert {(one["pointer"], one["code"]) for one in answer.json()["errors"]} == {
        ("/outcomes/0/probation_years", "missing"),
        ("/outcomes/0/term_months", "term_is_fixed"),
        ("/outcomes/1/party_sanction", "not_a_party_member"),
        ("/outcomes/1/government_sanctions", "beyond_grassroots_limits"),
    }
    assert all(one["detail"] and "_" not in one["detail"] for one in answer.json()["errors"])


async def test_a_decision_letter_without_facts_basis_and_remedy_is_no_letter(house: House) -> None:
    case = await review_done(house)

    answer = await house.act(
        REVIEWER, case, "decide", {"facts": "", "outcomes": [{"party_sanction": "fine"}]}
    )

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {
        "/facts", "/basis", "/remedy", "/outcomes/0/subject_id", "/outcomes/0/party_sanction",
    }  # fmt: skip


async def test_a_case_is_not_closed_over_missing_reports_or_executions(house: House) -> None:
    case = await executing(house, party_sanction="warning")
    cadre = (await persons(house, case))[0]

    assert await refused(house, HANDLER, case, "close") == (409, "three_reports_missing")
    for kind in ("analysis", "remedial_proposal"):
        await move(house, HANDLER, case, "waive-report", kind=kind, reason="简单案件")
    assert await refused(house, HANDLER, case, "close") == (409, "execution_not_reported")
    await move(house, HANDLER, case, "report-execution", subject_id=cadre, body="bureau-housing")
    assert await refused(house, HANDLER, case, "close") == (409, "deadline_still_open")
    await move(house, HANDLER, case, "announce-decision")
    assert (await move(house, HANDLER, case, "close"))["state"] == "closed"


async def test_the_investigation_report_is_never_waived(house: House) -> None:
    case = await investigating(house)

    answer = await house.act(HANDLER, case, "waive-report", {"kind": "investigation", "reason": "不需要"})

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/kind")


async def test_no_more_is_recovered_than_was_decided(house: House) -> None:
    case = await executing(house, government_sanctions=["demerit"], recover=100_00)
    done = {"subject_id": (await persons(house, case))[0], "body": "bureau-housing"}

    await move(house, HANDLER, case, "report-execution", **done, recovered=60_00)
    over = await refused(house, HANDLER, case, "report-execution", **done, recovered=60_00)
    nowhere = await refused(house, HANDLER, case, "report-execution", **{**done, "body": "no-such-body"})
    shown = await move(house, HANDLER, case, "report-execution", **done, recovered=40_00)

    assert over == (409, "recovered_more_than_decided")
    assert nowhere == (409, "organisation_unknown")
    assert sum(one["recovered"] for one in shown["executions"]) == 10000


@pytest.mark.parametrize("action", ["serve", "report-execution"])
async def test_no_act_is_recorded_before_its_day(house: House, action: str) -> None:
    case = await (review_done if action == "serve" else executing)(house)
    cadre = (await persons(house, case))[0]
    if action == "serve":
        outcomes = [{"subject_id": cadre, "party_sanction": "warning"}]
        await move(house, REVIEWER, case, "decide", **LETTER, outcomes=outcomes)
        answer = await house.act(REVIEWER, case, "serve", {"served_on": "2026-03-03"})
    else:
        body = {"subject_id": cadre, "body": "bureau-housing", "executed_on": "2026-03-03"}
        answer = await house.act(HANDLER, case, action, body)

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "day_in_future")


async def test_two_people_close_one_case_and_one_is_told_to_look_again(house: House) -> None:
    case = await ready_to_close(house)
    version = (await house.get(HANDLER, f"/v1/{case}")).json()["version"]

    async def close(login: str) -> int:
        headers = house.headers(login, key=str(uuid4()), version=version)
        return (await house.http.post(f"/v1/{case}/close", headers=headers, json={})).status_code

    assert sorted(await asyncio.gather(close(HANDLER), close(HANDLER2))) == [200, 412]


async def test_the_review_is_extended_once_and_only_as_far_as_its_rule_allows(house: House) -> None:
    case = await reviewing(house)
    longer = {"rule": "DL-22", "amount": 1, "reason": "案情复杂"}

    too_long = await refused(house, REVIEWER, case, "extend-deadline", **{**longer, "amount": 2})
    closed = await refused(house, REVIEWER, case, "extend-deadline", **{**longer, "rule": "DL-13"})
    shown = await move(house, REVIEWER, case, "extend-deadline", **longer)
    again = await refused(house, REVIEWER, case, "extend-deadline", **longer)
    superior = await house.act(
        HANDLER, case, "extend-deadline", {"rule": "DL-14", "amount": 6, "reason": "复杂"}
    )

    assert too_long == closed == again == (409, "clock_not_extendable")
    assert {clock["rule"]: clock["due_on"] for clock in shown["clocks"]}["DL-22"] == "2026-05-04"
    assert [step["level"] for step in superior.json()["sign_off"]["steps"]] == ["S6"]


async def test_a_second_review_group_may_not_be_the_team(house: House) -> None:
    case = await reviewing(house)

    found = await refused(house, REVIEWER, case, "change-review-group", members=[REVIEWER, HANDLER])
    await move(house, REVIEWER, case, "return-supplement", reason="补证")
    await move(house, HANDLER, case, "supplement", supplement="已补")
    await to_review(house, case)

    assert found == (409, "reviewer_handled_case")
