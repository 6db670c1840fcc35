"""B2 to B5 through the door: declared departments, refusals in time, the ruling that binds, breaches, two matters."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.test_a_report_goes_to_casework import fresh_rights
from tests.intake.test_attachments import photo, upload
from tests.intake.usecases.routing_story import clocks, demanded, do, opened, refused, submitted
from tests.support.house import House

PETITION, CLERK = "petition.city", "housing1.clerk"
OBJECTION = {"reason": "不动产登记不归本局。", "competent_body": "bureau-housing", "basis": "三定规定第四条"}
EXTRACT = {"extract": "请核实登记进度。"}


async def declare(house: House, login: str = "petition-head.city", **body: str) -> int:
    headers = house.headers(login, key=str(uuid4()))
    return (await house.http.post("/v1/competences", headers=headers, json=body)).status_code


async def test_the_department_declared_for_field_and_region_is_proposed_and_history_stays(
    house: House,
) -> None:
    field = "housing_registration"
    assert await declare(house, field=field, department="bureau-housing") == 201
    assert await declare(house, field=field, department="bureau-health", region="district-1") == 201
    assert await declare(house, field=field, department="district-1-housing", region="district-1") == 201
    assert await declare(house, login=PETITION, field=field, department="bureau-housing") == 403
    assert await declare(house, login="housing1.head", field=field, department="district-1-housing") == 403
    assert await declare(house, field="gardening", department="city-office-1", region="nowhere") == 400

    _, thing = await demanded(house)
    shown = await do(house, PETITION, thing, "forward", **EXTRACT)

    assert (shown["proposed_department"], shown["department"]) == ("district-1-housing", "district-1-housing")
    past = (await house.get(PETITION, "/v1/competences", past="true")).json()["items"]
    assert [(one["department"], one["until"] is None) for one in past if one["region"]] == [
        ("bureau-health", False), ("district-1-housing", True),
    ]  # fmt: skip


async def test_without_a_declared_department_one_must_be_named(house: House) -> None:
    _, thing = await demanded(house)

    assert await refused(house, PETITION, thing, "forward", **EXTRACT) == (409, "department_not_declared")


async def test_after_two_refusals_the_coordinating_body_rules_and_the_ruling_binds(house: House) -> None:
    _, thing = await demanded(house)
    to = {"to": "district-1-housing"}
    assert await refused(house, PETITION, thing, "rule", **to, **EXTRACT) == (409, "move_out_of_order")
    await do(house, PETITION, thing, "forward", **to, **EXTRACT)
    house.clock.move(timedelta(days=1))
    await do(house, CLERK, thing, "object-jurisdiction", **OBJECTION)
    assert await refused(house, PETITION, thing, "rule", **to, **EXTRACT) == (409, "ruling_not_due")
    house.clock.move(timedelta(days=2))
    await do(house, PETITION, thing, "forward", **to, **EXTRACT)
    await do(house, CLERK, thing, "object-jurisdiction", **OBJECTION)
    assert await refused(house, PETITION, thing, "forward", **to, **EXTRACT) == (409, "ruling_comes_first")

    shown = await do(house, PETITION, thing, "rule", **to, **EXTRACT)

    assert (shown["state"], shown["refusal_count"], shown["is_ruled"]) == ("forwarded", 2, True)
    assert await refused(house, CLERK, thing, "object-jurisdiction", **OBJECTION) == (409, "ruling_binds")
    house.clock.move(timedelta(days=4))
    times = (await house.get(PETITION, f"/v1/{thing}/holding-times")).json()["items"]
    sixty = next(one for one in times if one["rule"] == "DL-35")
    assert sixty["holders"] == [
        {"holder": "district-1-housing", "days": 5},
        {"holder": "city-petition", "days": 2},
    ]
    papers = (await house.get(PETITION, f"/v1/{thing}/papers")).json()["items"]
    assert [one["fields"]["competent_body"] for one in papers] == ["bureau-housing", "bureau-housing"]
    await do(house, CLERK, thing, "sign-for")
    await do(house, CLERK, thing, "answer", opinion="已按裁定办理，证书已发放。")


async def test_who_objects_too_late_must_handle_it(house: House) -> None:
    _, thing = await demanded(house)
    await do(house, PETITION, thing, "forward", to="district-1-housing", **EXTRACT)
    house.clock.move(timedelta(days=15))

    assert await refused(house, CLERK, thing, "object-jurisdiction", **OBJECTION) == (
        409,
        "objection_too_late",
    )


async def test_a_refusal_names_reason_body_and_basis(house: House) -> None:
    _, thing = await demanded(house)
    await do(house, PETITION, thing, "forward", to="district-1-housing", **EXTRACT)

    answer = await house.act(CLERK, thing, "object-jurisdiction", {"opinion": "不归我们管"})

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/reason", "/competent_body", "/basis"}


async def test_a_field_and_a_region_that_no_list_has_are_not_registered(house: House) -> None:
    _, thing = await submitted(house, **DEMAND)
    answer = await house.act(PETITION, thing, "register", {"field": "nonsense", "region": "nowhere"})

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/field", "/region"}


async def test_what_nobody_routed_in_fifteen_days_is_a_breach_until_somebody_does(house: House) -> None:
    _, thing = await demanded(house)
    assert (await house.get(PETITION, "/v1/demands/breaches")).json()["items"] == []
    house.clock.move(timedelta(days=20))

    found = (await house.get(PETITION, "/v1/demands/breaches")).json()["items"]
    assert [f"demands/{one['id']}" for one in found] == [thing]
    assert (await house.get(PETITION, "/v1/demands/_count", breach="true")).json()["count"] == 1
    assert (await house.get(CLERK, "/v1/demands/breaches")).json()["items"] == []
    assert (await house.get("sysadmin", "/v1/demands/breaches")).status_code == 403

    await do(house, PETITION, thing, "forward", to="district-1-housing", **EXTRACT)
    assert (await house.get(PETITION, "/v1/demands/breaches")).json()["items"] == []


async def test_one_receipt_shows_the_demand_and_the_accusation_split_from_it(house: House) -> None:
    receipt, thing = await submitted(house, **{**DEMAND, "subjects": []})
    await do(house, PETITION, thing, "register")
    shown = await do(house, PETITION, thing, "classify", kind="both")
    report = f"reports/{shown['report_id']}"
    await do(house, PETITION, report, "register")

    seen = await opened(house, receipt)
    assert (seen["state"], [(one["matter"], one["state"]) for one in seen["also"]]) == (
        "accepted", [("report", "received")],
    )  # fmt: skip
    said = await house.public(
        "receipts/messages", {"receipt": receipt, "matter": "report", "text": "补充一张照片。"}
    )
    assert said.status_code == 201, said.text
    text = await house.get(PETITION, f"/v1/{report}/papers")
    assert text.status_code == 200
    seen = await opened(house, receipt)
    assert [one["text"] for one in seen["also"][0]["messages"]] == ["补充一张照片。"]
    assert seen["messages"] == []
    other, _ = await submitted(house)
    assert (await opened(house, other))["also"] == []
    missing = await house.public(
        "receipts/messages", {"receipt": other, "matter": "demand", "text": "补充。"}
    )
    assert missing.status_code == 404


async def test_a_split_report_has_copies_of_the_demands_files(house: House) -> None:
    file = await upload(house, photo())
    _, thing = await submitted(house, **{**DEMAND, "subjects": [], "attachments": [file["id"]]})
    await do(house, PETITION, thing, "register")
    shown = await do(house, PETITION, thing, "classify", kind="both")
    await fresh_rights(house)

    report = (await house.get(PETITION, f"/v1/reports/{shown['report_id']}/text")).json()
    demand = (await house.get(PETITION, f"/v1/{thing}/text")).json()

    assert [one["name"] for one in report["attachments"]] == [one["name"] for one in demand["attachments"]]
    assert report["attachments"][0]["id"] != demand["attachments"][0]["id"]


async def test_splitting_everything_ends_the_demand_and_its_receipt_goes_on_with_the_report(
    house: House,
) -> None:
    receipt, thing = await submitted(house, **{**DEMAND, "subjects": []})
    await do(house, PETITION, thing, "register")
    shown = await do(house, PETITION, thing, "split-to-report")

    assert shown["state"] == "split_to_report"
    assert [one["state"] for one in (await opened(house, receipt))["also"]] == ["received"]
    assert clocks(shown)["DL-32"] == "met"


async def test_a_department_gets_thirty_days_more_once_and_the_petitioner_is_told_why(house: House) -> None:
    receipt, thing = await demanded(house)
    await do(house, PETITION, thing, "forward", to="district-1-housing", **EXTRACT)
    before = next(
        one for one in (await house.get(CLERK, f"/v1/{thing}")).json()["clocks"] if one["rule"] == "DL-35"
    )

    shown = await do(house, CLERK, thing, "extend", days=30, reason="需要调取多年前的档案。")

    after = next(one for one in shown["clocks"] if one["rule"] == "DL-35")
    assert (after["state"], after["amount"], after["due_on"] > before["due_on"]) == ("extended", 90, True)
    assert "档案" in (await opened(house, receipt))["messages"][-1]["text"]
    assert await refused(house, CLERK, thing, "extend", days=1, reason="仍未调齐档案。") == (
        409,
        "extension_used_up",
    )
    assert (await house.act(CLERK, thing, "extend", {"days": 31, "reason": "档案太多。"})).status_code == 400
