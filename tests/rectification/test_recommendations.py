"""Chapter 10: a recommendation from draft to closed, its dates, the lighter papers, and systems built because of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from rectification.usecases.recommendations.chase_recommendation import mark_overdue_recommendations
from shared.feed.tables import events

from tests.rectification.story import (
    COMMISSION,
    do,
    fed_back,
    findings_of,
    made,
    post,
    refused,
    submitted,
)
from tests.support.house import House

DEPARTMENT = "housing1.clerk"
CASE = str(uuid4())
BODY: dict[str, Any] = {
    "kind": "supervisory",
    "addressee": "district-1-housing",
    "origin": {"case_id": CASE},
    "facts": "经查，验收环节缺少复核。",
    "problems": "制度缺位，岗位权力过于集中。",
    "advice": "建立验收复核和轮岗制度。",
    "reply_by": "2026-04-15",
}


async def drafted(house: House, **more: Any) -> str:
    one = await made(house, COMMISSION, "recommendations", {**BODY, **more})
    return f"recommendations/{one['id']}"


async def delivered(house: House, **more: Any) -> str:
    thing = await drafted(house, **more)
    await do(house, "review.city", thing, "check-legality", opinion="要素齐全")
    await do(house, COMMISSION, thing, "approve")
    await do(house, COMMISSION, thing, "issue")
    await do(house, COMMISSION, thing, "deliver", received_by="（化名）康某")
    return thing


async def told(house: House, name: str) -> list[dict[str, Any]]:
    """Return what others were told under a name."""
    async with house.desk.db.reader() as reader:
        rows = await reader.all(
            sa.select(events.c.data).where(events.c.type == f"huiying.rectification.{name}.v1")
        )
    return [row["data"] for row in rows]


async def test_from_the_draft_to_the_closing_that_casework_hears(house: House) -> None:
    thing = await delivered(house)
    assert (await do(house, DEPARTMENT, thing, "acknowledge"))["state"] == "acknowledged"
    assert await refused(house, DEPARTMENT, thing, "reply", acceptance="accepted") == (409, "reply_missing")
    await do(house, DEPARTMENT, thing, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    shown = await do(house, DEPARTMENT, thing, "begin-rectifying")
    assert await refused(house, COMMISSION, thing, "verify", result="属实") == (409, "item_not_verified")

    item = f"rectification-items/{shown['item_id']}"
    await submitted(house, item, DEPARTMENT)
    await do(house, COMMISSION, item, "verify", method="field", result="制度已施行")
    await do(house, "inspection.office", item, "close")
    await do(house, COMMISSION, thing, "verify", result="整改到位")
    shown = await do(house, COMMISSION, thing, "close")

    assert (shown["state"], shown["number"]) == ("closed", "city-supervisory_recommendation-2026-0001")
    (closed,) = await told(house, "recommendation.closed")
    assert (closed["origin_type"], closed["case_id"]) == ("case", CASE)
    assert not {"facts", "advice", "reply"} & set(closed)


async def test_the_reply_is_due_on_the_date_the_letter_writes(house: House) -> None:
    thing = await delivered(house)

    (clock,) = (await house.get(DEPARTMENT, f"/v1/{thing}")).json()["clocks"]

    assert (clock["rule"], clock["due_on"], clock["held_by"]) == (
        "DL-31",
        "2026-04-15",
        "government:district-1-housing",
    )


@pytest.mark.parametrize(("kind", "addressee", "level"), [
    ("discipline", "party-bureau-housing", "S2"), ("supervisory", "district-1-housing", "S3"),
])  # fmt: skip
async def test_who_signs_depends_on_the_kind(house: House, kind: str, addressee: str, level: str) -> None:
    thing = await drafted(house, kind=kind, addressee=addressee)
    await do(house, "review.city", thing, "check-legality")

    answer = await house.act(COMMISSION, thing, "approve")

    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == [level]


async def test_a_letter_that_lacks_a_part_does_not_pass_the_check_and_comes_back_corrected(
    house: House,
) -> None:
    thing = await drafted(house, advice="", how_to_object="")
    assert await refused(house, "review.city", thing, "check-legality") == (409, "letter_incomplete")
    await do(house, "review.city", thing, "return-draft", opinion="缺少具体建议")

    await do(
        house, COMMISSION, thing, "revise-draft", advice="建立复核制度。", how_to_object="可书面提出异议。"
    )

    assert (await do(house, "review.city", thing, "check-legality"))["state"] == "legal_checked"


async def test_a_letter_without_a_date_or_with_a_past_one_is_not_approved(house: House) -> None:
    undated = await drafted(house, reply_by=None)
    await do(house, "review.city", undated, "check-legality")
    past = await drafted(house, reply_by="2026-03-01")
    await do(house, "review.city", past, "check-legality")

    assert await refused(house, COMMISSION, undated, "approve") == (409, "date_missing")
    assert await refused(house, COMMISSION, past, "approve") == (409, "reply_date_passed")


async def test_two_missed_dates_bring_it_to_the_superior(house: House) -> None:
    thing = await delivered(house)
    house.clock.move(timedelta(days=50))
    await mark_overdue_recommendations(house.desk)
    await mark_overdue_recommendations(house.desk)
    shown = (await house.get(COMMISSION, f"/v1/{thing}")).json()
    assert (shown["state"], shown["missed_dates"]) == ("overdue", 1)
    escalation = {"to": "government", "letter": "请督促。"}
    assert await refused(house, COMMISSION, thing, "escalate", **escalation) == (
        409,
        "second_date_not_missed",
    )
    assert await refused(house, COMMISSION, thing, "set-new-date", letter="请于期限前回复") == (
        409,
        "date_missing",
    )

    await do(house, COMMISSION, thing, "set-new-date", reply_by="2026-05-10", letter="请于期限前回复")
    house.clock.move(timedelta(days=30))
    await mark_overdue_recommendations(house.desk)
    shown = await do(house, COMMISSION, thing, "escalate", **escalation)

    assert (shown["state"], shown["missed_dates"], shown["superior"]) == ("escalated", 2, "government")
    assert (await do(house, DEPARTMENT, thing, "reply", acceptance="accepted", reply="采纳"))[
        "state"
    ] == "replied"


async def test_withdrawing_cancels_the_item_it_opened(house: House) -> None:
    thing = await delivered(house)
    item = (await house.get(COMMISSION, f"/v1/{thing}")).json()["item_id"]

    await do(house, COMMISSION, thing, "withdraw")

    assert (await house.get(COMMISSION, f"/v1/rectification-items/{item}")).json()["state"] == "cancelled"


async def test_an_objection_is_answered_while_the_date_runs_on(house: House) -> None:
    thing = await delivered(house)
    await do(house, DEPARTMENT, thing, "acknowledge")
    await do(house, DEPARTMENT, thing, "object", reasons="事实部分与我局职责不符")

    shown = await do(house, COMMISSION, thing, "answer-objection", answer="经复核维持原建议")

    assert shown["state"] == "acknowledged"
    assert {clock["rule"]: clock["state"] for clock in shown["clocks"]}["DL-31"] == "running"


async def test_the_addressee_sees_the_letter_from_delivery_on_and_not_what_was_said_before(
    house: House,
) -> None:
    thing = await drafted(house)
    assert (await house.get(DEPARTMENT, f"/v1/{thing}")).status_code == 404
    thing = await delivered(house)

    shown = (await house.get(DEPARTMENT, f"/v1/{thing}")).json()

    assert [paper["kind"] for paper in shown["papers"]] == ["letter", "receipt"]
    assert (await house.get(DEPARTMENT, f"/v1/{thing}/history")).status_code == 403
    assert (await house.get("inspected1.clerk", f"/v1/{thing}")).status_code == 404


async def test_bad_input_is_told_all_at_once_and_strangers_draft_nothing(house: House) -> None:
    wrong = {
        **BODY,
        "kind": "advice",
        "origin": {"case_id": CASE, "clue_id": CASE},
        "reply_by": "soon",
        "more": 1,
    }
    answer = await post(house, COMMISSION, "recommendations", wrong)
    assert answer.status_code == 400
    assert {error["pointer"] for error in answer.json()["errors"]} == {
        "/kind",
        "/origin",
        "/reply_by",
        "/more",
    }

    assert (await post(house, "petition.city", "recommendations", BODY)).status_code == 403
    unfit = await post(house, COMMISSION, "recommendations", {**BODY, "addressee": "party-bureau-housing"})
    unknown = await post(house, COMMISSION, "recommendations", {**BODY, "addressee": "nowhere"})
    origin = {"finding_id": str(uuid4())}
    nowhere = await post(house, COMMISSION, "recommendations", {**BODY, "origin": origin})
    assert [one.json()["code"] for one in (unfit, unknown, nowhere)] == [
        "addressee_unfit", "organisation_unknown", "finding_unknown",
    ]  # fmt: skip


async def test_a_finding_may_be_what_a_recommendation_comes_from(house: House) -> None:
    finding = (await findings_of(house, await fed_back(house)))[0]
    body = {
        **BODY,
        "kind": "discipline",
        "addressee": "party-bureau-housing",
        "origin": {"finding_id": finding["id"]},
    }

    one = await made(house, COMMISSION, "recommendations", body)

    assert (one["origin_type"], one["origin_id"]) == ("finding", finding["id"])


async def test_a_lighter_paper_is_delivered_answered_and_counted_apart(house: House) -> None:
    body = {"kind": "work_reminder", "addressee": "district-1-housing", "text": "请重视验收环节风险。"}
    thing = f"reminders/{(await made(house, COMMISSION, 'reminders', body))['id']}"
    assert (await house.get(DEPARTMENT, f"/v1/{thing}")).status_code == 404
    late = {"text": "请重视验收环节的风险。", "reply_by": "2026-03-01"}
    assert await refused(house, COMMISSION, thing, "revise-draft", **late) == (409, "reply_date_passed")
    assert (await refused(house, COMMISSION, thing, "revise-draft", text="无"))[0] == 400
    assert (await refused(house, DEPARTMENT, thing, "revise-draft", text=late["text"]))[0] == 404
    revised = await do(house, COMMISSION, thing, "revise-draft", text=late["text"], reply_by="2026-03-20")
    assert [(one["version"], one["fields"]) for one in revised["papers"]] == [(2, {"text": late["text"]})]
    await do(house, COMMISSION, thing, "deliver")
    assert await refused(house, COMMISSION, thing, "revise-draft", text=late["text"]) == (
        409,
        "move_out_of_order",
    )
    await do(house, DEPARTMENT, thing, "answer", answer="已开展自查")
    shown = await do(house, COMMISSION, thing, "close")
    await delivered(house)

    assert (shown["state"], shown["number"]) == ("closed", "city-work_reminder-2026-0001")
    counted = [
        (await house.get(COMMISSION, f"/v1/figures/{one}")).json() for one in ("reminders", "recommendations")
    ]
    assert [one["parts"] for one in counted] == [
        [{"part": "work_reminder", "count": 1}],
        [{"part": "supervisory", "count": 1}],
    ]


async def test_a_system_built_because_of_it_names_the_case_and_is_confirmed_by_who_recommended(
    house: House,
) -> None:
    thing = await delivered(house)
    body = {
        "title": "工程验收复核办法",
        "kind": "made",
        "text": "第一条 验收实行双人复核。",
        "effective_on": "2026-05-01",
        "recommendation_id": thing.split("/")[1],
    }
    built = await made(house, DEPARTMENT, "systems-built", body)
    assert (built["case_id"], built["organisation"]) == (CASE, "district-1-housing")

    shown = await do(house, COMMISSION, f"systems-built/{built['id']}", "confirm")

    assert shown["state"] == "confirmed"
    neither = await post(house, DEPARTMENT, "systems-built", {**body, "recommendation_id": None})
    assert (neither.status_code, neither.json()["errors"][0]["code"]) == (400, "answers_not_one")


async def test_a_reply_that_says_too_little_comes_back_with_a_new_date(house: House) -> None:
    thing = await delivered(house)
    await do(house, DEPARTMENT, thing, "acknowledge")
    await do(house, DEPARTMENT, thing, "reply", acceptance="partly_accepted", reply="部分采纳。")

    assert await refused(house, COMMISSION, thing, "escalate", to="government", letter="请督促。") == (
        409,
        "reply_does_not_refuse",
    )
    shown = await do(
        house, COMMISSION, thing, "return-reply", reasons="没有写明整改措施。", reply_by="2026-05-20"
    )

    assert (shown["state"], shown["acceptance"]) == ("acknowledged", None)
    assert {one["rule"]: one["due_on"] for one in shown["clocks"] if one["state"] == "running"}[
        "DL-31"
    ] == "2026-05-20"
    await do(house, DEPARTMENT, thing, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    assert (await do(house, DEPARTMENT, thing, "begin-rectifying"))["state"] == "rectifying"


async def test_who_refuses_without_good_reason_hears_from_the_superior(house: House) -> None:
    thing = await delivered(house)
    await do(house, DEPARTMENT, thing, "acknowledge")
    await do(house, DEPARTMENT, thing, "reply", acceptance="not_accepted", reply="不予采纳。")

    shown = await do(house, COMMISSION, thing, "escalate", to="government", letter="请督促。")

    assert shown["state"] == "escalated"
    assert (await told(house, "recommendation.escalated"))[0]["to"] == "government"


async def test_a_reply_nobody_acts_on_is_overdue_like_any_other(house: House) -> None:
    thing = await delivered(house)
    await do(house, DEPARTMENT, thing, "acknowledge")
    await do(house, DEPARTMENT, thing, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    house.clock.move(timedelta(days=120))

    await mark_overdue_recommendations(house.desk)

    assert (await house.get(COMMISSION, f"/v1/{thing}")).json()["state"] == "overdue"
