"""A report that also asks for something; appeals and suggestions, which make no clue; named reports first."""

from __future__ import annotations

from uuid import uuid4

from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.test_attachments import photo, upload
from tests.intake.usecases.routing_story import clocks, refused
from tests.intake.usecases.story import GIFTS, NAMED, do, opened, screened, submit, transferred
from tests.intake.usecases.test_entering import enter
from tests.support.house import House

PETITION, HANDLER = "petition.city", "office1.handler"


async def test_a_demand_is_split_from_a_report_and_one_receipt_shows_both(house: House) -> None:
    file = await upload(house, photo())
    receipt, report = await submit(house, GIFTS, reporter=NAMED, attachments=[file["id"]])
    assert await refused(house, PETITION, report, "split-to-demand") == (409, "move_out_of_order")
    await do(house, PETITION, report, "register")

    shown = await do(house, PETITION, report, "split-to-demand")

    assert shown["state"] == "registered"
    demand = f"demands/{shown['demand_id']}"
    asked = (await house.get(PETITION, f"/v1/{demand}")).json()
    assert (asked["state"], asked["report_id"], asked["is_anonymous"]) == (
        "received", report.removeprefix("reports/"), False,
    )  # fmt: skip
    assert clocks(asked).keys() == {"P-B1", "DL-32", "DL-33"}
    assert await refused(house, PETITION, report, "split-to-demand") == (409, "already_split")
    await do(house, PETITION, demand, "register")
    again = await do(house, PETITION, demand, "classify", kind="both")
    assert again["report_id"] == asked["report_id"]
    seen = await opened(house, receipt)
    assert (seen["state"], [(one["matter"], one["state"]) for one in seen["also"]]) == (
        "received", [("demand", "accepted")],
    )  # fmt: skip
    await fresh_rights(house)
    text = (await house.get(PETITION, f"/v1/{demand}/text")).json()
    assert (text["content"], len(text["attachments"])) == (GIFTS["content"], 1)


async def test_a_department_does_not_learn_that_its_demand_was_part_of_a_report(house: House) -> None:
    _, report = await submit(house, GIFTS, field="housing_registration", region="district-1")
    await do(house, PETITION, report, "register")
    demand = f"demands/{(await do(house, PETITION, report, 'split-to-demand'))['demand_id']}"
    await do(house, PETITION, demand, "register")
    await do(house, PETITION, demand, "classify", kind="both")
    await do(house, PETITION, demand, "forward", to="district-1-housing", extract="请核实登记进度。")

    for path in (demand, "demands", f"{demand}/history", f"{demand}/timeline"):
        answer = await house.get("housing1.clerk", f"/v1/{path}")
        assert answer.status_code == 200, answer.text
        assert demand.removeprefix("demands/") in answer.text or "forward" in answer.text
        for told in (report.removeprefix("reports/"), '"both"', '"split'):
            assert told not in answer.text, path
    assert (await house.get(PETITION, f"/v1/{demand}")).json()["kind"] == "both"


async def test_a_part_is_handled_under_the_texts_its_own_kind_had_on_the_day(house: House) -> None:
    entered = await enter(house, PETITION, "demands", received_on="2023-01-09")
    assert entered.status_code == 201, entered.text
    demand = f"demands/{entered.json()['id']}"
    await do(house, PETITION, demand, "register")

    asked = await do(house, PETITION, demand, "classify", kind="both")

    report = (await house.get(PETITION, f"/v1/reports/{asked['report_id']}")).json()
    assert (asked["legal_regime"], report["legal_regime"]) == ("2025", "2021")


async def test_a_suggestion_is_settled_by_its_office_and_its_reporter_is_told(house: House) -> None:
    receipt, report = await screened(house, category="suggestion", reporter=NAMED, subjects=[])
    await do(house, PETITION, report, "transfer", to="city-office-1")

    shown = await do(house, HANDLER, report, "settle", outcome="已采纳建议，窗口延长服务时间。")

    assert (shown["state"], shown["truth_grade"], clocks(shown)["DL-02"]) == ("concluded", None, "running")
    await do(house, HANDLER, report, "give-feedback", opinion="您的建议已采纳。")
    assert (await opened(house, receipt))["answer"]["text"] == "您的建议已采纳。"


async def test_an_accusation_is_not_settled_past_its_clue(house: House) -> None:
    _, report = await transferred(house)

    assert await refused(house, HANDLER, report, "settle", outcome="无。无。") == (409, "clue_comes_first")


async def test_named_reports_come_first_in_the_queue_and_in_the_list(house: House) -> None:
    _, first = await submit(house, GIFTS)
    _, named = await submit(house, GIFTS, reporter=NAMED, content=f"{GIFTS['content']}{uuid4()}")
    for report in (first, named):
        await do(house, PETITION, report, "register")
    await do(house, PETITION, named, "verify-name")

    duty = await house.get(PETITION, "/v1/inbox/duties", object_type="report", action="screen")
    listed = await house.get(PETITION, "/v1/reports", sort="priority,received_on")

    assert [one["priority"] for one in listed.json()["items"]] == ["named", "normal"]
    assert [f"reports/{one['id']}" for one in duty.json()["items"]] == [named, first]
