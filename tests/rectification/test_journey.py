"""Journey 4 as far as the evaluation: feedback, plan, joint review, items, report, supervision, renewed feedback."""

from __future__ import annotations

import sqlalchemy as sa

from rectification.store.tables import FalseChargeRow
from shared.db import Scope

from tests.rectification.story import (
    ALL_AGREE,
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    accepted,
    do,
    fed_back,
    findings_of,
    items_of,
    opened,
    plan_for,
    rectifying,
    refused,
    review_with,
    submitted,
    supervised,
    uploaded,
)
from tests.support.house import House


async def test_an_organisation_knows_nothing_before_the_feedback_and_has_its_clocks_afterwards(
    house: House,
) -> None:
    thing = await opened(house)
    assert (await house.get(CLERK, f"/v1/{thing}")).status_code == 404

    await do(house, OFFICE, thing, "deliver-feedback")

    shown = (await house.get(CLERK, f"/v1/{thing}")).json()
    due = {clock["rule"]: (clock["due_on"], clock["held_by"]) for clock in shown["clocks"]}
    assert shown["state"] == "feedback_delivered"
    assert due == {
        "DL-38": ("2026-04-02", "party:party-bureau-housing"),
        "DL-39": ("2026-09-02", "party:party-bureau-housing"),
    }
    assert shown["window_ends_on"] == "2026-09-02"


async def test_a_round_of_2021_or_with_a_window_of_its_own_gives_the_time_it_says(house: House) -> None:
    old = await fed_back(house, legal_regime="2021")
    own = await fed_back(house, ordinal=4, window_months=4)

    ends = [(await house.get(CLERK, f"/v1/{one}")).json()["window_ends_on"] for one in (old, own)]

    assert ends == ["2026-06-02", "2026-07-02"]


async def test_a_plan_needs_an_item_for_each_finding_and_none_for_others(house: House) -> None:
    thing = await fed_back(house)
    plan = await plan_for(house, thing)

    assert await refused(house, CLERK, thing, "submit-plan", **{**plan, "items": plan["items"][1:]}) == (
        409,
        "finding_without_item",
    )
    stray = {**plan["items"][0], "finding_id": "00000000-0000-4000-8000-000000000000"}
    assert await refused(
        house, CLERK, thing, "submit-plan", **{**plan, "items": [*plan["items"], stray]}
    ) == (
        409,
        "finding_unknown",
    )


async def test_three_bodies_review_the_plan_and_one_that_is_against_stops_it(house: House) -> None:
    thing = await fed_back(house)
    await do(house, CLERK, thing, "submit-plan", **await plan_for(house, thing))
    assert await refused(house, OFFICE, thing, "review-plan") == (409, "joint_opinion_missing")

    await review_with(house, thing, {**ALL_AGREE, DEPARTMENT: "return"})
    assert await refused(house, OFFICE, thing, "review-plan") == (409, "joint_opinion_against")

    shown = await do(house, OFFICE, thing, "return-plan", reasons="长期任务缺少阶段目标")
    assert shown["state"] == "feedback_delivered"
    seen = (await house.get(CLERK, f"/v1/{thing}")).json()
    assert {paper["kind"]: paper["fields"].get("reasons") for paper in seen["papers"]}[
        "plan_return"
    ] == "长期任务缺少阶段目标"
    assert (await house.get(CLERK, "/v1/joint-reviews")).status_code == 403

    await do(house, CLERK, thing, "submit-plan", **await plan_for(house, thing))
    await review_with(house, thing, ALL_AGREE)
    assert (await do(house, OFFICE, thing, "review-plan"))["state"] == "plan_approved"
    states = [item["state"] for finding in await findings_of(house, thing) for item in finding["items"]]
    assert states == ["open", "open", "long_term"]


async def test_an_item_is_declared_done_verified_and_struck_off_by_three_different_bodies(
    house: House,
) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0]
    await do(house, CLERK, item, "start")
    assert await refused(house, CLERK, item, "submit") == (409, "evidence_missing")

    evidence = [
        {"attachment_id": await uploaded(house, CLERK), "title": "报告", "effective_on": "2026-03-01"}
    ]
    await do(house, CLERK, item, "report-progress", progress="已完成", evidence=evidence)
    await do(house, CLERK, item, "submit")
    assert (await refused(house, CLERK, item, "verify", method="desk", result="自查"))[0] == 403
    assert (await refused(house, OFFICE, item, "close"))[0] == 409

    shown = await do(house, DEPARTMENT, item, "verify", method="sample", result="抽样属实")
    assert (shown["state"], shown["verifier"], shown["is_on_time"]) == (
        "verified",
        "city-organization-department",
        True,
    )
    shown = await do(house, OFFICE, item, "close")
    assert (shown["state"], shown["closed_on"]) == ("closed", "2026-03-02")
    assert [len(one["sha256"]) for one in shown["evidence"]] == [64]


async def test_false_rectification_reopens_the_finding_and_counts_against_both_sides(house: House) -> None:
    thing = await supervised(house)
    item = (await items_of(house, thing))[0]
    await accepted(house, item)
    assert (await findings_of(house, thing))[0]["state"] == "put_right"

    grounds = {"outcome": "false", "found_by": "sampling", "grounds": "台账记录与现场情况不符"}
    shown = await do(house, OFFICE, item, "find-false", **grounds)

    assert (shown["state"], shown["false_outcomes"]) == ("found_false", 1)
    assert [one["result"] for one in shown["verifications"]] == ["verified", "false"]
    finding = (await findings_of(house, thing))[0]
    assert (finding["state"], finding["reopened_on"]) == ("reopened", "2026-03-02")
    figure = (await house.get(OFFICE, "/v1/figures/false_rectifications")).json()
    assert (figure["value"], figure["parts"]) == (1.0, [{"part": "false", "count": 1}])
    async with house.desk.db.reader(Scope("worker")) as reader:
        charged = await reader.all(
            sa.select(FalseChargeRow.part, FalseChargeRow.body_path).order_by(FalseChargeRow.part)
        )
    assert [tuple(row.values()) for row in charged] == [
        ("rectified", "party:party-bureau-housing"), ("struck_off", "city/city-inspection-office"),
        ("verified", "city/city-office-1"),
    ]  # fmt: skip
    await do(house, CLERK, item, "start")


async def test_a_rejected_item_goes_on_and_a_rebound_opens_what_was_closed(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[1]
    await submitted(house, item)

    shown = await do(house, COMMISSION, item, "reject", method="desk", result="材料不足")
    assert (shown["state"], shown["submitted_on"]) == ("rejected", None)
    await accepted(house, item)
    shown = await do(house, DEPARTMENT, item, "report-rebound", facts="问题再次出现")

    assert (shown["state"], shown["rebounds"]) == ("rebound", 1)
    assert (await findings_of(house, thing))[1]["state"] == "reopened"


async def test_a_long_term_item_stays_open_until_every_milestone_is_reached(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[2]
    first, second = (await house.get(CLERK, f"/v1/{item}")).json()["milestones"]
    assert await refused(house, CLERK, item, "submit") == (409, "evidence_missing")
    assert await refused(house, CLERK, item, "reach-milestone", milestone_id=first["id"]) == (
        409,
        "evidence_missing",
    )

    for milestone in (first, second):
        evidence = [
            {"attachment_id": await uploaded(house, CLERK), "title": "阶段", "effective_on": "2026-03-01"}
        ]
        await do(house, CLERK, item, "reach-milestone", milestone_id=milestone["id"], evidence=evidence)
        if milestone is first:
            assert await refused(house, CLERK, item, "submit") == (409, "milestone_open")
    assert await refused(house, CLERK, item, "reach-milestone", milestone_id=first["id"], evidence=[
        {"attachment_id": await uploaded(house, CLERK), "title": "阶段", "effective_on": "2026-03-01"}
    ]) == (409, "milestone_unknown")  # fmt: skip

    assert (await do(house, CLERK, item, "submit"))["state"] == "submitted"


async def test_evidence_that_expired_is_none_and_a_new_version_stands_beside_the_old(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0]
    await do(house, CLERK, item, "start")
    expired = {
        "attachment_id": await uploaded(house, CLERK),
        "title": "许可证",
        "effective_on": "2025-01-01",
        "expires_on": "2026-01-31",
    }
    shown = await do(house, CLERK, item, "report-progress", progress="已取得", evidence=[expired])
    assert await refused(house, CLERK, item, "submit") == (409, "evidence_missing")

    renewed = {
        "attachment_id": await uploaded(house, CLERK, content=b"renewed"),
        "title": "许可证",
        "effective_on": "2026-02-01",
        "replaces": shown["evidence"][0]["id"],
    }
    shown = await do(house, CLERK, item, "report-progress", progress="已换发", evidence=[renewed])

    assert [one["version"] for one in shown["evidence"]] == [1, 2]
    assert len({one["sha256"] for one in shown["evidence"]}) == 2
    assert (await do(house, CLERK, item, "submit"))["state"] == "submitted"


async def test_both_reports_go_in_together_with_the_figures_of_the_day(house: House) -> None:
    thing = await rectifying(house)
    await accepted(house, (await items_of(house, thing))[0])
    assert await refused(house, CLERK, thing, "submit-report", progress_report="进展") == (
        409,
        "principal_report_missing",
    )

    shown = await do(house, CLERK, thing, "submit-report", progress_report="进展", principal_report="履责")

    papers = {paper["kind"]: paper["fields"] for paper in shown["papers"]}
    assert papers["completion_table"] == {
        "done": 1, "whole": 3, "rate": 33.3, "cut_off_on": "2026-03-02",
        "systems": {"made": 0, "revised": 0, "confirmed": 0},
    }  # fmt: skip
    assert {clock["rule"]: clock["state"] for clock in shown["clocks"]}["DL-39"] == "met"


async def test_reports_that_are_returned_come_again(house: House) -> None:
    thing = await rectifying(house)
    report = {"progress_report": "进展", "principal_report": "履责"}
    await do(house, CLERK, thing, "submit-report", **report)
    await do(house, OFFICE, thing, "review-report")
    await review_with(house, thing, {COMMISSION: "return"})
    assert await refused(house, OFFICE, thing, "accept-report") == (409, "joint_opinion_missing")
    returned = await do(house, OFFICE, thing, "return-report", reasons="数据不实", again_by="2026-03-20")
    again = next(clock for clock in returned["clocks"] if clock["rule"] == "P-F7r")
    assert (returned["state"], again["due_on"], again["held_by"]) == (
        "returned", "2026-03-20", "party:party-bureau-housing",
    )  # fmt: skip

    await do(house, CLERK, thing, "submit-report", **report)
    await do(house, OFFICE, thing, "review-report")
    await review_with(house, thing, ALL_AGREE)
    shown = await do(house, OFFICE, thing, "accept-report")

    assert shown["state"] == "daily_supervision"
    assert {clock["rule"]: clock["due_on"] for clock in shown["clocks"] if clock["state"] == "running"} == {
        "DL-41": "2026-10-02"
    }


async def test_what_was_published_needs_the_signature_of_who_answers_for_secrets(house: House) -> None:
    thing = await supervised(house)
    text = {"scope": "public", "place": "政府网站", "text": "整改情况通报：三个问题已完成整改。"}
    assert await refused(house, CLERK, thing, "publish", **text, published_on="2026-03-03") == (
        409,
        "day_in_future",
    )

    answer = await house.act(CLERK, thing, "publish", text)
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S2"]
    await house.sign("inspected1.principal", answer)

    chain = (await house.get(CLERK, f"/v1/{thing}/chain")).json()
    assert [one["scope"] for one in chain["publications"]] == ["public"]
