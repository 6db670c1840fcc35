"""The whole chain on one page, the ledger, figures with the records behind them, and what each party sees of it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl

from shared.sheets.listing import XLSX

from tests.rectification.story import (
    ALL_AGREE,
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    ROUND,
    accepted,
    do,
    fed_back,
    items_of,
    made,
    opened,
    plan_for,
    post,
    rectifying,
    refused,
    review_with,
    submitted,
    supervised,
    uploaded,
)
from tests.support.house import House


async def chain_of(house: House, login: str, thing: str) -> dict[str, Any]:
    answer = await house.get(login, f"/v1/{thing}/chain")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def test_one_call_shows_every_link_what_is_late_and_who_holds_it(house: House) -> None:
    thing = await supervised(house)
    first, second, _ = await items_of(house, thing)
    await accepted(house, first)
    await submitted(house, second)
    house.clock.move(timedelta(days=200))

    chain = await chain_of(house, OFFICE, thing)

    assert chain["round"]["ordinal"] == 3
    assert [finding["state"] for finding in chain["findings"]] == ["put_right", "open", "open"]
    items = [item for finding in chain["findings"] for item in finding["items"]]
    assert [item["held_by"] for item in items] == [
        [],
        ["city-office-1", "city-organization-department"],
        ["party-bureau-housing"],
    ]
    assert [len(item["evidence"]) for item in items] == [1, 1, 0]
    assert [one["result"] for one in items[0]["verifications"]] == ["verified"]
    (late,) = chain["late"]
    assert (late["title"], late["days_late"], late["held_by"]) == ("整改任务2", 80, items[1]["held_by"])
    assert chain["completion"] == {"done": 1, "whole": 3, "rate": 33.3}
    assert [(one["subject"], one["outcome"]) for one in chain["reviews"]] == [
        ("plan", "approved"),
        ("report", "approved"),
    ]
    assert chain["transferred_clues"] == []


async def test_the_ledger_has_problem_task_responsibility_date_and_striking_off(house: House) -> None:
    thing = await rectifying(house)
    await accepted(house, (await items_of(house, thing))[0])

    answer = await house.http.get(f"/v1/{thing}/chain", headers={**house.headers(OFFICE), "Accept": XLSX})

    assert answer.status_code == 200
    sheet: Any = openpyxl.load_workbook(BytesIO(answer.content)).active
    header, *rows = list(sheet.iter_rows(values_only=True))
    ledger = [dict(zip(header, row, strict=True)) for row in rows]
    assert {"问题", "任务", "责任领导", "时限", "销号日期"} <= set(header)
    assert [row["状态"] for row in ledger] == ["已销号", "待整改", "长期整改"]
    assert f"{ledger[0]['销号日期']:%Y-%m-%d}" == "2026-03-02"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    listed = await house.http.get(
        "/v1/rectification-items", headers={**house.headers(OFFICE), "Accept": XLSX}
    )
    titles, *lines = openpyxl.load_workbook(BytesIO(listed.content)).worksheets[0].iter_rows(values_only=True)
    days = [str(dict(zip(titles, line, strict=True))["期限"])[:10] for line in lines]
    assert sorted(days) == [
        "2026-05-31",
        "2026-06-30",
        "2026-06-30",
    ]  # of a long-term one, the next milestone


async def test_the_completion_rate_counts_the_window_and_long_term_items_by_milestone(house: House) -> None:
    thing = await rectifying(house)
    first, second, third = await items_of(house, thing)
    await accepted(house, first)
    milestone = (await house.get(CLERK, f"/v1/{third}")).json()["milestones"][0]
    evidence = [
        {"attachment_id": await uploaded(house, CLERK), "title": "阶段", "effective_on": "2026-03-01"}
    ]
    await do(house, CLERK, third, "reach-milestone", milestone_id=milestone["id"], evidence=evidence)
    await do(house, OFFICE, second, "extend", due_on="2026-12-31", reason="主管部门审批")

    figure = (await house.get(OFFICE, "/v1/figures/completion_rate")).json()
    records = (await house.get(OFFICE, "/v1/figures/completion_rate/records")).json()["items"]

    assert (figure["done"], figure["whole"], figure["value"], figure["unit"]) == (2, 2, 100.0, "%")
    assert [(one["record_type"], one["counts"]) for one in records] == [
        ("milestone", True),
        ("rectification_item", True),
    ]
    assert "one decimal" in figure["definition"]
    assert figure["cut_off"].startswith("2026-03-02")


async def test_a_later_date_judges_nothing_anew_that_was_verified(house: House) -> None:
    thing = await rectifying(house)
    first, second, _ = await items_of(house, thing)
    house.clock.move(timedelta(days=140))
    for item in (first, second):
        await submitted(house, item)
        await do(house, COMMISSION, item, "verify", method="desk", result="属实")
    assert (await house.get(OFFICE, f"/v1/{first}")).json()["is_on_time"] is False

    assert await refused(house, OFFICE, first, "extend", due_on="2026-12-31", reason="补办") == (
        409,
        "move_out_of_order",
    )
    figure = (await house.get(OFFICE, "/v1/figures/on_time_rate")).json()
    assert (figure["done"], figure["whole"]) == (0, 2)


async def test_systems_are_counted_once_confirmed_by_the_day_they_take_effect(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0].split("/")[1]
    body = {
        "title": "轮岗交流办法",
        "kind": "revised",
        "text": "第一条 关键岗位定期轮岗。",
        "effective_on": "2026-04-01",
        "item_id": item,
    }
    built = await made(house, CLERK, "systems-built", body)
    assert (await house.get(OFFICE, "/v1/figures/systems_built")).json()["value"] == 0.0
    path = f"systems-built/{built['id']}"
    await do(house, DEPARTMENT, path, "not-confirm")
    await do(house, CLERK, path, "amend", text="第一条 关键岗位每三年轮岗一次。")
    await do(house, DEPARTMENT, path, "confirm")

    query = {"inspected_organization_id": thing.split("/")[1], "from_on": "2026-04-01", "to_on": "2026-04-30"}
    figure = (await house.get(OFFICE, "/v1/figures/systems_built", **query)).json()
    assert figure["parts"] == [{"part": "revised", "count": 1}]
    outside = (await house.get(OFFICE, "/v1/figures/systems_built", from_on="2026-04-02")).json()
    assert outside["value"] == 0.0


async def test_strangers_see_nothing_of_an_organisations_matter(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0]
    paths = (f"/v1/{thing}", f"/v1/{thing}/chain", f"/v1/{thing}/history", f"/v1/{item}")

    for login in ("inspected2.clerk", "inspected2.principal", "group1.lead", "district1.handler"):
        assert [(await house.get(login, path)).status_code for path in paths] == [404] * 4
        for collection in ("inspected-organizations", "rectification-items"):
            answer = await house.get(login, f"/v1/{collection}")
            assert answer.status_code == 403 or answer.json()["items"] == []


async def test_evidence_is_downloaded_by_who_may_read_the_item_and_nobody_else(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0]
    await submitted(house, item)
    file = (await house.get(COMMISSION, f"/v1/{item}")).json()["evidence"][0]["attachment_id"]

    may = (CLERK, COMMISSION, DEPARTMENT, OFFICE)
    codes = {
        login: (await house.get(login, f"/v1/attachments/{file}/content")).json()["code"]
        for login in (*may, "inspected2.clerk", "district1.handler")
    }

    waits_for_the_scanner = dict.fromkeys(may, "attachment_withheld")
    assert codes == {
        **waits_for_the_scanner,
        "inspected2.clerk": "not_found",
        "district1.handler": "not_found",
    }


async def test_a_supervisor_who_is_replaced_sees_the_matter_no_longer(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[0]
    await do(house, OFFICE, thing, "revise", commission_office="group-1", opinion="分工调整")

    seen = [
        (await house.get(login, f"/v1/{one}")).status_code
        for login in (COMMISSION, "group1.member") for one in (thing, item)
    ]  # fmt: skip

    assert seen == [404, 404, 200, 200]


async def test_plans_and_consultations_go_over_to_the_supervisor_who_follows(house: House) -> None:
    thing = await rectifying(house)
    identity = thing.split("/")[1]
    plan = {
        "inspected_organization_id": identity, "kind": "field_research", "mechanism": "tracking",
        "planned_on": "2026-04-01", "recurrence": "monthly", "until_on": "2026-09-01",
    }  # fmt: skip
    planned = await made(house, COMMISSION, "planned-measures", plan)
    talk = {
        "inspected_organization_id": identity,
        "topic": "整改进度",
        "held_on": "2026-03-02",
        "conclusion": "加快。",
    }
    held = await made(house, DEPARTMENT, "issue-consultations", talk)
    await do(house, OFFICE, thing, "revise", commission_office="group-1", opinion="分工调整")

    old = (await house.get(COMMISSION, f"/v1/planned-measures/{planned['id']}")).json()
    (new,) = (await house.get("group1.member", "/v1/planned-measures")).json()["items"]
    assert (old["state"], new["state"], new["planned_on"]) == ("cancelled", "planned", "2026-04-01")
    assert new["recurrence"] == "monthly"
    assert {one["id"] for one in (await house.get(OFFICE, "/v1/planned-measures")).json()["items"]} == {
        old["id"],
        new["id"],
    }
    path = f"/v1/issue-consultations/{held['id']}"
    assert [(await house.get(login, path)).status_code for login in (COMMISSION, "group1.member", OFFICE)] == [
        404, 200, 200,
    ]  # fmt: skip


async def test_a_figure_is_told_as_it_stood_on_a_day_that_is_over(house: House) -> None:
    thing = await rectifying(house)
    first, second, _ = await items_of(house, thing)
    await accepted(house, first)
    day = house.clock.today()
    house.clock.move(timedelta(days=3))
    await accepted(house, second)
    await do(
        house, OFFICE, first, "find-false", outcome="false", found_by="sampling", grounds="台账与现场不符"
    )
    house.clock.move(timedelta(days=1))

    async def done(**query: Any) -> tuple[int, int]:
        shown = (await house.get(OFFICE, "/v1/figures/completion_rate", **query)).json()
        return shown["done"], shown["whole"]

    assert await done() == (1, 3)
    assert await done(as_of=day.isoformat()) == (1, 3)
    records = await house.get(OFFICE, "/v1/figures/completion_rate/records", as_of=day.isoformat())
    assert {one["id"] for one in records.json()["items"] if one["counts"]} == {first.split("/")[1]}
    before = day - timedelta(days=1)
    assert await done(as_of=before.isoformat()) == (0, 0)
    shown = (await house.get(OFFICE, "/v1/figures/false_rectifications", as_of=day.isoformat())).json()
    assert (shown["value"], shown["cut_off"]) == (0.0, f"{day + timedelta(days=1)}T00:00:00+08:00")
    early = await house.get(OFFICE, "/v1/figures/completion_rate", as_of=house.clock.today().isoformat())
    assert (early.status_code, early.json()["code"]) == (409, "day_not_over")
    assert (await house.get(OFFICE, "/v1/figures/completion_rate", as_of="yesterday")).status_code == 400


async def test_a_statistician_counts_and_reads_no_record(house: House) -> None:
    await supervised(house)

    assert (await house.get("statistician", "/v1/figures/completion_rate")).json()["whole"] == 3
    assert (await house.get("statistician", "/v1/figures/completion_rate/records")).status_code == 403
    assert (await house.get("sysadmin", "/v1/figures/completion_rate")).status_code == 403
    assert (await house.get(CLERK, "/v1/figures/completion_rate")).json()["whole"] == 3
    assert (await house.get("inspected2.clerk", "/v1/figures/completion_rate")).json()["whole"] == 0
    assert (await house.get(OFFICE, "/v1/figures/unheard_of")).status_code == 404
    assert (await house.get(OFFICE, "/v1/figures/measures", kind="x")).status_code == 400


async def test_a_round_closes_when_all_have_ended_and_takes_no_more(house: House) -> None:
    thing = await fed_back(house)
    round_id = (await house.get(OFFICE, f"/v1/{thing}")).json()["round_id"]
    path = f"inspection-rounds/{round_id}"
    empty = await made(house, OFFICE, "inspection-rounds", {
        "term": "第五届", "ordinal": 9, "kind": "special", "name": "专项巡察", "began_on": "2026-02-01",
    })  # fmt: skip

    assert await refused(house, OFFICE, path, "close") == (409, "organization_unfinished")
    assert await refused(house, OFFICE, f"inspection-rounds/{empty['id']}", "close") == (
        409,
        "round_is_empty",
    )
    shown = await do(house, OFFICE, path, "revise", window_months=8)
    assert shown["window_months"] == 8
    assert (await house.get(OFFICE, f"/v1/{thing}")).json()["window_ends_on"] == "2026-09-02"


async def test_a_round_of_a_term_is_opened_once(house: House) -> None:
    await opened(house)

    again = await post(house, OFFICE, "inspection-rounds", ROUND)

    assert (again.status_code, again.json()["code"]) == (409, "round_already_opened")
    await made(house, OFFICE, "inspection-rounds", {**ROUND, "kind": "special"})
    assert (await post(house, COMMISSION, "inspection-rounds", ROUND)).status_code == 403


async def test_bad_input_about_an_organisation_is_refused(house: House) -> None:
    thing = await fed_back(house)
    round_id = (await house.get(OFFICE, f"/v1/{thing}")).json()["round_id"]
    body = {
        "round_id": round_id,
        "organisation": "party-bureau-housing",
        "commission_office": "city-office-1",
        "first_responsible": "（化名）某",
    }
    wrong = [
        body,
        {**body, "organisation": "bureau-housing"},
        {**body, "organisation": "party-bureau-health", "commission_office": "city-petition"},
    ]

    codes = [(await post(house, OFFICE, "inspected-organizations", one)).json()["code"] for one in wrong]

    assert codes == ["organization_already_listed", "organization_kind_unfit", "organization_kind_unfit"]
    assert (await post(house, COMMISSION, "inspected-organizations", body)).status_code == 404
    answer = await post(
        house, OFFICE, "inspected-organizations", {"round_id": "x", "members": [{"name": ""}]}
    )
    assert answer.status_code == 400
    assert len(answer.json()["errors"]) >= 5


async def test_a_plan_of_three_hundred_items_comes_into_being_and_back_in_one_call(house: House) -> None:
    thing = await fed_back(house)
    plan = await plan_for(house, thing)
    many = [{**plan["items"][number % 2], "title": f"整改任务{number}"} for number in range(299)]
    await do(house, CLERK, thing, "submit-plan", **{**plan, "items": [plan["items"][2], *many]})
    await review_with(house, thing, ALL_AGREE)
    await do(house, OFFICE, thing, "review-plan")

    chain = await chain_of(house, CLERK, thing)

    assert [len(finding["items"]) for finding in chain["findings"]] == [150, 149, 1]
    assert chain["completion"] == {"done": 0, "whole": 300, "rate": 0.0}
