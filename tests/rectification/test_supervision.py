"""Daily supervision: measures and their calendar, special checks, renewed feedback, consultations, hand-overs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rectification.store.supervision import lock_followed
from rectification.usecases.supervision.plan_next_measures import plan_next_measures
from shared.feed.consume import WORKER

from tests.rectification.story import (
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    do,
    fed_back,
    items_of,
    listed,
    made,
    opened,
    post,
    rectifying,
    refused,
    supervised,
)
from tests.support.house import House

MEASURE = {
    "kind": "sit_in_meeting",
    "mechanism": "tracking",
    "focuses": ["content"],
    "held_on": "2026-03-02",
    "object": "党组会议",
    "problems": "研究不够具体",
}


def plan_of(thing: str, **more: Any) -> dict[str, Any]:
    return {
        "inspected_organization_id": thing.split("/")[1],
        "kind": "periodic_report",
        "mechanism": "tracking",
        "planned_on": "2026-03-31",
        **more,
    }


async def test_a_measure_is_recorded_with_its_plan_carried_out(house: House) -> None:
    thing = await rectifying(house)
    plan = await made(house, COMMISSION, "planned-measures", plan_of(thing))
    item = (await items_of(house, thing))[0].split("/")[1]

    await do(house, COMMISSION, thing, "supervise", **MEASURE, planned_measure_id=plan["id"], item_ids=[item])
    await do(house, DEPARTMENT, thing, "supervise", **{**MEASURE, "kind": "field_research"})

    shown = (await house.get(COMMISSION, f"/v1/planned-measures/{plan['id']}")).json()
    measures = (await house.get(CLERK, f"/v1/{thing}/chain")).json()["measures"]
    assert shown["state"] == "carried_out"
    assert [(one["kind"], one["body"]) for one in measures] == [
        ("sit_in_meeting", "city-office-1"),
        ("field_research", "city-organization-department"),
    ]
    figure = (await house.get(OFFICE, "/v1/figures/measures")).json()
    assert {one["part"]: one["count"] for one in figure["parts"]} == {
        "field_research": 1,
        "plan_report_review": 1,
        "sit_in_meeting": 1,
    }
    records = (await house.get(OFFICE, "/v1/figures/measures/records", limit=1)).json()
    assert (len(records["items"]), records["next_cursor"] is None) == (1, False)


async def test_what_does_not_belong_together_is_refused(house: House) -> None:
    thing = await rectifying(house)
    plan = await made(house, DEPARTMENT, "planned-measures", plan_of(thing))
    stranger = "00000000-0000-4000-8000-000000000000"

    codes = [
        (await refused(house, COMMISSION, thing, "supervise", **{**MEASURE, **one}))[1]
        for one in ({"held_on": "2026-03-03"}, {"item_ids": [stranger]}, {"planned_measure_id": plan["id"]})
    ]

    assert codes == ["day_in_future", "item_unknown", "planned_measure_unknown"]
    early = await post(house, COMMISSION, "planned-measures", plan_of(thing, planned_on="2026-03-01"))
    assert early.json()["code"] == "day_not_ahead"


async def test_a_recurring_measure_is_followed_by_the_next_exactly_once(house: House) -> None:
    thing = await rectifying(house)
    series = plan_of(thing, recurrence="monthly", until_on="2026-05-15")
    first = await made(house, COMMISSION, "planned-measures", series)
    await plan_next_measures(house.desk)
    assert len((await house.get(COMMISSION, "/v1/planned-measures")).json()["items"]) == 1

    house.clock.move(timedelta(days=29))
    for _ in range(3):
        await plan_next_measures(house.desk)
    plans = (await house.get(COMMISSION, "/v1/planned-measures")).json()["items"]
    assert [(one["planned_on"], one["previous_id"]) for one in plans] == [
        ("2026-03-31", None),
        ("2026-04-30", first["id"]),
    ]
    assert len({one["number"] for one in plans}) == 2

    house.clock.move(timedelta(days=40))
    await plan_next_measures(house.desk)
    assert len((await house.get(COMMISSION, "/v1/planned-measures")).json()["items"]) == 2
    assert len((await house.get(OFFICE, "/v1/planned-measures")).json()["items"]) == 2


async def test_series_that_are_over_keep_no_living_one_from_going_on(house: House) -> None:
    thing = await rectifying(house)
    _, living = [
        await made(
            house, COMMISSION, "planned-measures",
            plan_of(thing, planned_on="2026-03-03", recurrence="weekly", until_on=until_on),
        )
        for until_on in ("2026-03-09", "2026-05-01")
    ]  # fmt: skip
    house.clock.move(timedelta(days=2))

    async with house.desk.db.transaction(WORKER) as tx:
        waiting = await lock_followed(tx, house.clock.today(), 5)

    assert [str(one.id) for one in waiting] == [living["id"]]


async def test_what_was_not_carried_out_on_its_day_is_late_and_found(house: House) -> None:
    thing = await rectifying(house)
    late = await made(house, COMMISSION, "planned-measures", plan_of(thing, planned_on="2026-03-03"))
    await made(house, COMMISSION, "planned-measures", plan_of(thing))
    cancelled = await made(house, COMMISSION, "planned-measures", plan_of(thing, planned_on="2026-03-03"))
    await do(house, COMMISSION, f"planned-measures/{cancelled['id']}", "cancel")
    house.clock.move(timedelta(days=2))
    await house.hear()

    async def found(**query: str) -> list[tuple[str, bool]]:
        items = (await house.get(COMMISSION, "/v1/planned-measures", **query)).json()["items"]
        return [(one["id"], one["is_late"]) for one in items]

    assert await found(late="true") == [(late["id"], True)]
    assert len(await found(late="false")) == 2
    assert (await house.get(COMMISSION, "/v1/planned-measures", late="perhaps")).status_code == 400


async def test_the_calendar_shows_the_days_on_which_a_series_comes_again(house: House) -> None:
    thing = await rectifying(house)
    series = plan_of(thing, planned_on="2026-03-31", recurrence="monthly", until_on="2026-05-31")
    plan = await made(house, COMMISSION, "planned-measures", series)
    await made(house, DEPARTMENT, "planned-measures", plan_of(thing, planned_on="2026-04-15"))

    async def days(login: str, from_on: str, to_on: str) -> list[tuple[str, str, bool]]:
        answer = await house.get(login, "/v1/planned-measures/calendar", from_on=from_on, to_on=to_on)
        return [(one["day"], one["body"], one["comes_again"]) for one in answer.json()["items"]]

    assert await days(COMMISSION, "2026-03-01", "2026-06-08") == [
        ("2026-03-31", "city-office-1", False), ("2026-04-30", "city-office-1", True),
        ("2026-05-31", "city-office-1", True),
    ]  # fmt: skip
    assert await days(OFFICE, "2026-04-01", "2026-04-30") == [
        ("2026-04-15", "city-organization-department", False), ("2026-04-30", "city-office-1", True),
    ]  # fmt: skip
    house.clock.move(timedelta(days=30))
    await house.hear()
    assert await plan_next_measures(house.desk) is False
    assert [one[2] for one in await days(COMMISSION, "2026-03-01", "2026-05-31")] == [False, False, True]
    await do(house, COMMISSION, f"planned-measures/{plan['id']}", "cancel")
    for login, from_on, to_on, status in (
        (CLERK, "2026-03-01", "2026-03-31", 403), (OFFICE, "2026-03-31", "2026-03-01", 400),
        (OFFICE, "2026-01-01", "2026-12-31", 400),
    ):  # fmt: skip
        answer = await house.get(login, "/v1/planned-measures/calendar", from_on=from_on, to_on=to_on)
        assert answer.status_code == status


async def test_the_calendar_is_hidden_from_who_is_supervised_and_from_the_other_supervisor(
    house: House,
) -> None:
    thing = await rectifying(house)
    plan = await made(house, COMMISSION, "planned-measures", plan_of(thing))

    assert (await house.get(CLERK, "/v1/planned-measures")).status_code == 403
    assert (await house.get(DEPARTMENT, f"/v1/planned-measures/{plan['id']}")).status_code == 404
    assert (await post(house, CLERK, "planned-measures", plan_of(thing))).status_code == 403
    assert (await do(house, COMMISSION, f"planned-measures/{plan['id']}", "cancel"))["state"] == "cancelled"


async def test_a_special_check_has_a_result_for_each_organisation(house: House) -> None:
    one = await supervised(house)
    round_id = (await house.get(OFFICE, f"/v1/{one}")).json()["round_id"]
    other = await listed(house, round_id, "party-bureau-health")
    await do(house, OFFICE, other, "deliver-feedback")
    ids = [thing.split("/")[1] for thing in (one, other)]
    body = {
        "title": "整改“回头看”专项检查",
        "planned_on": "2026-03-10",
        "inspectors": ["甲"],
        "organizations": ids,
    }
    alone = await made(house, OFFICE, "special-checks", body)
    assert await refused(house, OFFICE, f"special-checks/{alone['id']}", "begin") == (
        409,
        "two_inspectors_needed",
    )

    check = await made(house, OFFICE, "special-checks", {**body, "inspectors": ["甲", "乙"]})
    path = f"special-checks/{check['id']}"
    await do(house, OFFICE, path, "begin")
    undone = (await items_of(house, one))[0].split("/")[1]
    found = {
        "inspected_organization_id": ids[0],
        "result": "not_done",
        "problems": "未见成效",
        "item_ids": [undone],
    }
    await do(house, OFFICE, path, "record-result", **found)
    await do(house, OFFICE, path, "record-result", **{**found, "problems": "未见明显成效"})
    assert await refused(house, OFFICE, path, "conclude") == (409, "unit_without_result")
    stray = {**found, "inspected_organization_id": ids[1]}
    assert await refused(house, OFFICE, path, "record-result", **stray) == (409, "item_unknown")
    await do(house, OFFICE, path, "record-result", inspected_organization_id=ids[1], result="in_order")
    shown = await do(house, OFFICE, path, "conclude")

    assert {unit["result"] for unit in shown["units"]} == {"not_done", "in_order"}
    figure = (await house.get(OFFICE, "/v1/figures/units_checked")).json()
    assert (figure["value"], figure["unit"]) == (2.0, "个")


async def test_renewed_feedback_is_answered_by_the_date_in_the_letter_and_may_come_back(house: House) -> None:
    one = await supervised(house)
    undone = (await items_of(house, one))[0].split("/")[1]
    strange = {
        "item_ids": [undone],
        "text": "请限期整改",
        "reply_by": "2026-04-01",
        "special_check_id": undone,
    }
    assert await refused(house, OFFICE, one, "re-feedback", **strange) == (409, "unit_not_on_list")
    await do(
        house, OFFICE, one, "re-feedback", item_ids=[undone], text="请限期整改", reply_by="2026-04-01",
    )  # fmt: skip
    (again,) = (await house.get(CLERK, "/v1/re-feedbacks")).json()["items"]
    assert [clock["due_on"] for clock in again["clocks"]] == ["2026-04-01"]
    path = f"re-feedbacks/{again['id']}"
    await do(house, CLERK, path, "answer", answer="已完成整改")
    await do(house, OFFICE, path, "return-answer", reasons="缺少佐证")
    await do(house, CLERK, path, "answer", answer="已补充佐证")
    shown = await do(house, OFFICE, path, "settle")
    assert (shown["state"], shown["returned"]) == ("settled", 1)


async def test_a_check_reaches_only_organisations_one_supervises(house: House) -> None:
    thing = await opened(house)
    body = {
        "title": "专项检查",
        "planned_on": "2026-03-10",
        "inspectors": ["甲", "乙"],
        "organizations": [thing.split("/")[1]],
    }

    assert (await post(house, COMMISSION, "special-checks", body)).status_code == 404
    assert (await post(house, CLERK, "special-checks", body)).status_code == 403


async def test_a_consultation_is_seen_by_who_is_asked_and_closed_when_answered(house: House) -> None:
    thing = await fed_back(house)
    body = {
        "inspected_organization_id": thing.split("/")[1],
        "topic": "历史遗留问题",
        "held_on": "2026-03-02",
        "conclusion": "由主管部门牵头",
        "tasks": [{"text": "提出方案", "owner": "市住建局", "due_on": "2026-04-30"}],
    }
    quiet = await made(house, DEPARTMENT, "issue-consultations", body)
    asked = await made(house, DEPARTMENT, "issue-consultations", {**body, "asks_inspected": True})
    path = f"issue-consultations/{asked['id']}"

    assert (await house.get(CLERK, f"/v1/issue-consultations/{quiet['id']}")).status_code == 404
    assert (await house.get(COMMISSION, f"/v1/issue-consultations/{quiet['id']}")).status_code == 200
    assert await refused(house, DEPARTMENT, path, "close") == (409, "consultation_unanswered")
    await do(house, CLERK, path, "answer", answer="已形成方案")
    assert (await do(house, DEPARTMENT, path, "close"))["state"] == "closed"
    assert len((await house.get(CLERK, f"/v1/{thing}/chain")).json()["consultations"]) == 1
    late = await post(house, DEPARTMENT, "issue-consultations", {**body, "held_on": "2026-03-03"})
    assert late.json()["code"] == "day_in_future"


async def test_material_is_received_with_name_and_time(house: House) -> None:
    thing = await fed_back(house)
    body = {
        "inspected_organization_id": thing.split("/")[1],
        "to": "city-office-1",
        "materials": ["巡察报告节选", "问题底稿目录"],
    }
    handed = await made(house, OFFICE, "material-handovers", body)
    assert (await house.get(CLERK, f"/v1/material-handovers/{handed['id']}")).status_code == 404
    assert (await house.get(DEPARTMENT, f"/v1/material-handovers/{handed['id']}")).status_code == 404

    shown = await do(house, COMMISSION, f"material-handovers/{handed['id']}", "receive")

    assert (shown["state"], shown["settled_at"] is None, bool(shown["settled_by"])) == (
        "received",
        False,
        True,
    )
    codes = [
        (await post(house, OFFICE, "material-handovers", {**body, "to": to})).json()["code"]
        for to in ("city-inspection-office", "city-petition", "nowhere")
    ]
    assert codes == ["handed_to_oneself", "not_a_reviewing_body", "organisation_unknown"]
