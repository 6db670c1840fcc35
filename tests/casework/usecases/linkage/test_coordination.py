"""E1 to E3: declared by group or district, merged and planned by the lead office, no unit visited twice."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from tests.casework.linkage_story import (
    DECLARATION,
    DRAFT,
    approved,
    coordinated,
    declared,
    do,
    drafted,
    make,
)
from tests.casework.neighbours import Neighbours
from tests.support.house import House

PLAN = {"groups": ["group-1"], "regions": ["district-1"]}


async def code(house: House, login: str, task: str, action: str, **body: object) -> tuple[int, str | None]:
    """Try a move; return status and code."""
    answer = await house.act(login, task, action, body)
    return answer.status_code, answer.json().get("code")


async def test_who_may_not_declare_and_what_no_declaration_says(house: House, neighbours: Neighbours) -> None:
    refused = [
        (await make(house, login, "linkage-tasks", DRAFT)).status_code
        for login in ("office1.head", "sysadmin")
    ]
    assert refused == [403, 403]
    bad = await make(house, "group1.lead", "linkage-tasks", {"title": "", "matter": "gossip", "kind": "raid"})
    assert {one["pointer"] for one in bad.json()["errors"]} == {"/title", "/matter", "/kind"}
    task = await drafted(house)
    reversed_days = {"planned_from": "2026-04-02", "planned_to": "2026-04-01"}
    answer = await house.act("group1.lead", task, "declare", {**DECLARATION, **reversed_days})
    assert answer.status_code == 400
    answer = await house.act("group1.lead", task, "declare", {**DECLARATION, "units": ["nowhere"]})
    assert answer.json()["code"] == "organisation_unknown"
    neighbours.is_down = True
    down = await make(house, "group1.lead", "linkage-tasks", DRAFT)
    assert (down.status_code, down.json()["code"]) == (503, "contact_zones_unavailable")
    named = await make(house, "group1.lead", "linkage-tasks", {**DRAFT, "lead_office": "city-office-2"})
    assert named.json()["lead_office"] == "city-office-2"
    unfit = await make(house, "group1.lead", "linkage-tasks", {**DRAFT, "lead_office": "city-petition"})
    assert unfit.json()["code"] == "lead_office_not_fit"


async def test_steps_out_of_order_and_by_the_wrong_people_are_refused(house: House) -> None:
    task = await declared(house)
    assert await code(house, "office1.head", task, "approve", plan="直接批准方案") == (
        409,
        "move_out_of_order",
    )
    assert await code(house, "group1.lead", task, "coordinate", **PLAN) == (403, "forbidden")
    assert await code(house, "office2.head", task, "coordinate", **PLAN) == (404, "not_found")
    proposed = await house.act("office1.handler", task, "coordinate", PLAN)
    assert [one["level"] for one in proposed.json()["sign_off"]["steps"]] == ["S1"]
    assert await code(house, "office1.head", task, "coordinate", **PLAN) == (409, "sign_off_pending")


async def test_participants_must_be_what_they_are_named_as(house: House) -> None:
    task = await declared(house)
    for plan in (
        {"groups": ["district-1"]},
        {"regions": ["group-1"]},
        {"groups": ["city-petition"]},
        {"groups": ["group-9"]},
        {"groups": ["group-1"], "units": ["nowhere"]},
    ):
        assert await code(house, "office1.head", task, "coordinate", **plan) == (409, "participant_not_fit")


async def test_a_unit_is_not_visited_again_within_three_months(house: House) -> None:
    await coordinated(house)
    second = await declared(house, planned_from="2026-07-09", planned_to="2026-07-20")
    assert await code(house, "office1.head", second, "coordinate", **PLAN) == (409, "unit_checked_recently")
    later = {**PLAN, "planned_from": "2026-07-10", "planned_to": "2026-07-20"}
    assert (await code(house, "office1.head", second, "coordinate", **later))[0] == 200
    case = await declared(house, kind="joint_case")
    assert (await code(house, "office1.head", case, "coordinate", **PLAN))[0] == 200


async def test_two_offices_never_book_one_unit_at_once(house: House) -> None:
    one = await declared(house)
    two = await make(house, "group1.lead", "linkage-tasks", {**DRAFT, "lead_office": "city-office-2"})
    other = f"linkage-tasks/{two.json()['id']}"
    await do(house, "group1.lead", other, "declare", **DECLARATION)

    first, second = await asyncio.gather(
        house.act("office1.head", one, "coordinate", PLAN),
        house.act("office2.head", other, "coordinate", PLAN),
    )

    assert sorted((first.status_code, second.status_code)) == [200, 409]


async def test_the_calendar_shows_clashes_and_of_others_only_whom_to_ask(house: House) -> None:
    await coordinated(house)
    two = await make(house, "group1.lead", "linkage-tasks", {**DRAFT, "lead_office": "city-office-2"})
    other = f"linkage-tasks/{two.json()['id']}"
    await do(house, "group1.lead", other, "declare", **DECLARATION)
    period = {"from_on": "2026-03-01", "to_on": "2026-12-31"}

    seen = (await house.get("office2.head", "/v1/linkage-tasks/calendar", **period)).json()
    own = (await house.get("office1.head", "/v1/linkage-tasks/calendar", **period)).json()
    elsewhere = (await house.get("housing1.head", "/v1/linkage-tasks/calendar", **period)).json()

    (visit,) = seen["items"]
    assert (visit["unit"], visit["lead_office"], visit["task_id"], visit["number"]) == (
        "bureau-housing", "city-office-1", None, None,
    )  # fmt: skip
    assert own["items"][0]["number"] == "city-linkage_task-2026-0001"
    assert elsewhere["items"] == []
    assert (await house.get("petition.city", "/v1/linkage-tasks/calendar", **period)).status_code == 403


async def test_only_a_waiting_declaration_before_the_same_office_is_merged(house: House) -> None:
    task, done = await declared(house), await coordinated(house, units=["bureau-health"])
    for other in (task, done, f"linkage-tasks/{uuid4()}"):
        plan = {**PLAN, "merge": [other.split("/")[1]]}
        assert await code(house, "office1.head", task, "coordinate", **plan) == (409, "task_not_mergeable")


async def test_a_plan_that_is_given_up_gives_its_units_back(house: House) -> None:
    task = await coordinated(house)
    second = await declared(house)
    assert await code(house, "office1.head", second, "coordinate", **PLAN) == (409, "unit_checked_recently")
    await do(house, "office1.head", task, "decline", opinion="计划取消。")
    assert (await code(house, "office1.head", second, "coordinate", **PLAN))[0] == 200


async def test_a_declined_declaration_ends_with_a_reason_the_declarer_reads(house: House) -> None:
    task = await declared(house)
    assert (await house.act("office1.head", task, "decline", {})).status_code == 400
    await do(house, "office1.head", task, "decline", opinion="可由派驻组自行办理。")
    history = (await house.get("group1.lead", f"/v1/{task}/history")).json()["items"]
    assert (history[-1]["to"], history[-1]["opinion"]) == ("declined", "可由派驻组自行办理。")


@pytest.mark.parametrize(("kind", "level"), [("special_check", "S2"), ("joint_case", "S3")])
async def test_a_joint_case_is_approved_by_the_principal(house: House, kind: str, level: str) -> None:
    task = await coordinated(house, kind=kind)
    answer = await house.act("office1.head", task, "approve", {"plan": "分三步开展。"})
    assert [one["level"] for one in answer.json()["sign_off"]["steps"]] == [level]


async def test_jurisdiction_is_designated_by_the_principal_and_disputes_go_up(house: House) -> None:
    task = await approved(house)
    body = {"form": "designated", "organ": "district-2", "ground": "原管辖机关需要回避。"}
    answer = await house.act("office1.head", task, "designate-jurisdiction", {**body, "is_disputed": True})
    assert [one["level"] for one in answer.json()["sign_off"]["steps"]] == ["S3", "S6"]
    await house.sign("principal.city", answer)
    await house.sign("party-principal.city", answer)
    (decided,) = (await house.get("office1.head", f"/v1/{task}")).json()["jurisdictions"]
    assert (decided["organ"], decided["is_disputed"]) == ("district-2", True)
    assert (await house.get("district2.handler", f"/v1/{task}")).status_code == 404


async def test_a_district_that_gets_the_matter_takes_part_from_then_on(house: House) -> None:
    task = await approved(house)
    body = {"form": "designated", "organ": "district-3", "ground": "原管辖机关需要回避。"}
    unfit = await code(
        house, "office1.head", task, "designate-jurisdiction", **{**body, "organ": "city-petition"}
    )

    for _ in range(2):
        await house.sign(
            "principal.city", await house.act("office1.head", task, "designate-jurisdiction", body)
        )

    shown = (await house.get("office1.head", f"/v1/{task}")).json()
    assert unfit == (409, "jurisdiction_organ_not_fit")
    assert [one["part"] for one in shown["participants"] if one["organisation"] == "district-3"] == ["region"]
    assert [one["organ"] for one in shown["jurisdictions"]] == ["district-3", "district-3"]


async def test_a_check_of_units_without_days_is_not_planned(house: House) -> None:
    without: dict[str, Any] = {"planned_from": None, "planned_to": None}
    task = await declared(house, kind="special_check", **without)

    refused = await code(house, "office1.head", task, "coordinate", **PLAN)
    days = {"planned_from": "2026-03-09", "planned_to": "2026-04-10"}
    shown = await do(house, "office1.head", task, "coordinate", **PLAN, **days)
    second = await declared(house, kind="special_check", **without)

    assert refused == (409, "days_missing")
    assert (shown["state"], shown["planned_from"]) == ("coordinated", "2026-03-09")
    assert await code(house, "office1.head", second, "coordinate", **PLAN, **days) == (
        409,
        "unit_checked_recently",
    )


async def test_a_case_and_a_task_that_visits_nobody_need_no_days(house: House) -> None:
    without: dict[str, Any] = {"planned_from": None, "planned_to": None}
    case = await declared(house, kind="joint_case", **without)
    nobody = await declared(house, kind="special_check", units=[], **without)

    for task in (case, nobody):
        assert (await do(house, "office1.head", task, "coordinate", **PLAN))["state"] == "coordinated"
