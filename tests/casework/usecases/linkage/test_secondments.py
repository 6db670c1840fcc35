"""E4: officers are asked for, lent, and gone again; access begins and ends with their days. T54."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from casework.usecases.linkage.turn_the_day import turn_secondments

from tests.casework.linkage_story import LENT, approved, asked, declared, do, lent, make, staffed
from tests.casework.neighbours import Neighbours
from tests.support.cast import actor
from tests.support.house import House

RELATIVE = {"kind": "sibling", "name": "（化名）郑某", "organisation": None, "unit": None}
SUBJECT = {"name": "（化名）郑某", "organisation": "某窗口", "position": "工作人员"}


async def refused(house: House, task: str, officer: str, **body: Any) -> tuple[int, str | None]:
    """Try to ask for an officer; return status and code."""
    wanted = {"task_id": task.split("/")[1], "officer": officer, **LENT, **body}
    answer = await make(house, "office1.head", "secondments", wanted)
    return answer.status_code, answer.json().get("code")


async def test_whom_one_cannot_ask_for(house: House, neighbours: Neighbours) -> None:
    early = await declared(house)
    assert await refused(house, early, "group1.member") == (409, "task_not_open")
    task = await approved(house, units=["bureau-health"])
    assert await refused(house, task, "nobody") == (409, "officer_unknown")
    assert await refused(house, task, "office1.handler") == (409, "officer_outside_contact_zone")
    assert (await refused(house, task, "group1.member", to_on="2026-03-01"))[0] == 400
    assert (await refused(house, task, "group1.member", from_on="2026-04-30"))[0] == 400
    await asked(house, task, "group1.member")
    assert await refused(house, task, "group1.member") == (409, "officer_already_asked_for")
    neighbours.is_down = True
    assert (await refused(house, task, "district1.handler"))[0] == 503


async def test_the_home_body_sees_whom_it_lends_and_nothing_of_the_task(house: House) -> None:
    task = await approved(house)
    secondment = await asked(house, task, "district1.handler", note="请派熟悉登记业务的同志。")

    seen = (await house.get("district1.head", f"/v1/{secondment}")).json()
    assert (seen["login"], seen["task_id"], seen["home_body"]) == ("district1.handler", None, "district-1")
    assert seen["papers"][0]["fields"] == {"note": "请派熟悉登记业务的同志。"}
    assert seen["allowed_actions"] == ["release", "counter", "decline"]
    assert [(one["rule"], one["held_by"]) for one in seen["clocks"]] == [("P-E4", "city:district-1")]
    assert (await house.get("group1.lead", f"/v1/{secondment}")).status_code == 404
    assert (await house.get("district1.handler", f"/v1/{secondment}")).status_code == 404


async def test_a_ground_found_blocks_until_the_principal_has_decided(
    house: House, neighbours: Neighbours
) -> None:
    task = await approved(house, subjects=[SUBJECT])
    neighbours.relations["group1.member"] = [RELATIVE]
    assert await refused(house, task, "group1.member") == (409, "recusal_conflict")

    decision = {"officer": "group1.member", "ground": "close_relative", "keeps_away": False}
    assert (await make(house, "office1.head", f"{task}/recusals", decision)).status_code == 403
    assert (await make(house, "principal.city", f"{task}/recusals", decision)).status_code == 201
    assert (await refused(house, task, "group1.member"))[0] == 201

    away = {"officer": "district1.handler", "ground": "other_doubt", "keeps_away": True}
    assert (await make(house, "principal.city", f"{task}/recusals", away)).status_code == 201
    assert await refused(house, task, "district1.handler") == (409, "recusal_conflict")


async def test_a_ground_that_came_up_meanwhile_is_found_at_the_acceptance(
    house: House, neighbours: Neighbours
) -> None:
    task = await approved(house, subjects=[SUBJECT])
    secondment = await asked(house, task, "group1.member")
    await do(house, "group1.lead", secondment, "release")
    neighbours.relations["group1.member"] = [RELATIVE]

    answer = await house.act("office1.head", secondment, "accept")

    assert (answer.status_code, answer.json()["code"]) == (409, "recusal_conflict")


async def test_the_home_body_offers_somebody_else_or_other_days(house: House) -> None:
    task = await approved(house)
    secondment = await asked(house, task, "district1.principal")
    nothing = await house.act("district1.head", secondment, "counter", {"opinion": "另派。"})
    assert nothing.json()["errors"][0]["code"] == "alternative_missing"
    stranger = {"officer": "group1.member", "opinion": "另派。"}
    assert (await house.act("district1.head", secondment, "counter", stranger)).json()["code"] == (
        "officer_not_of_home_body"
    )
    await do(
        house, "district1.head", secondment, "counter", officer="district1.handler", to_on="2026-03-20", opinion="另派。"
    )  # fmt: skip
    accepted = await do(house, "office1.head", secondment, "accept")
    assert (accepted["login"], accepted["to_on"]) == ("district1.handler", "2026-03-20")


async def test_two_heads_who_answer_at_once_do_not_both_win(house: House) -> None:
    task = await approved(house)
    secondment = await asked(house, task, "district1.handler")
    await do(house, "district1.head", secondment, "release")
    again = await house.act("district1.principal", secondment, "decline", {"opinion": "不同意。"})
    assert (again.status_code, again.json()["code"]) == (409, "move_out_of_order")


async def test_access_ends_by_itself_at_the_end_of_the_last_day(house: House) -> None:
    task, (loan, _) = await staffed(house)
    assert (await house.get("group1.member", f"/v1/{task}/board")).status_code == 200

    house.clock.move(timedelta(days=29, hours=14, minutes=59))  # 2026-03-31 23:59 in the deployment's zone
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 200
    house.clock.move(timedelta(minutes=1))
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 404
    assert (await house.get("group1.member", "/v1/linkage-tasks")).json()["items"] == []

    assert (await house.get("office1.head", f"/v1/{loan}")).json()["state"] == "begun"
    await turn_secondments(house.desk)
    assert (await house.get("office1.head", f"/v1/{loan}")).json()["state"] == "returned"
    await turn_secondments(house.desk)


async def test_a_loan_that_begins_later_gives_no_access_before(house: House) -> None:
    task = await approved(house)
    loan = await lent(house, task, "group1.member", "group1.lead", from_on="2026-03-09")
    await do(house, "office1.head", task, "form-team", members=["office1.handler", "office1.handler2"])
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 404

    house.clock.move(timedelta(days=7))
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 200
    assert (await house.get("office1.head", f"/v1/{loan}")).json()["state"] == "accepted"
    await turn_secondments(house.desk)
    assert (await house.get("office1.head", f"/v1/{loan}")).json()["state"] == "begun"


async def test_an_early_return_ends_access_at_once_and_an_agreed_extension_prolongs_it(house: House) -> None:
    task, (first, second) = await staffed(house)
    await do(house, "group1.lead", first, "return")
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 404
    assert (await house.get("group1.member", f"/v1/{first}")).json()["state"] == "returned"

    shorter = await house.act("office1.head", second, "propose-extension", {"to_on": "2026-03-30"})
    assert shorter.json()["code"] == "extension_not_longer"
    await do(house, "office1.head", second, "propose-extension", to_on="2026-04-15")
    await do(house, "district1.head", second, "agree-extension")
    house.clock.move(timedelta(days=35))
    assert (await house.get("district1.handler", f"/v1/{task}/board")).status_code == 200
    house.clock.move(timedelta(days=15))
    assert (await house.get("district1.handler", f"/v1/{task}")).status_code == 404


async def test_days_lent_are_counted_for_the_home_body_alone(house: House) -> None:
    await staffed(house)
    house.clock.move(timedelta(days=9))
    period = {"from_on": "2026-03-01", "to_on": "2026-12-31"}

    (lent_out,) = (await house.get("group1.lead", "/v1/secondments/lent", **period)).json()["items"]
    assert (lent_out["login"], lent_out["days"], set(lent_out)) == (
        "group1.member", 10, {"officer_id", "login", "organisation", "days", "loans"},
    )  # fmt: skip
    assert (await house.get("office2.head", "/v1/secondments/lent", **period)).json()["items"] == []
    assert (await house.get("group1.member", "/v1/secondments/lent", **period)).status_code == 403


async def test_a_finished_loan_is_told_with_days_and_grade_and_without_any_name(house: House) -> None:
    _, (loan, _) = await staffed(house)
    await do(house, "office1.head", loan, "return")
    await do(house, "office1.head", loan, "appraise", grade="excellent", comment="独立完成取证。")
    await house.seal()
    async with house.desk.db.reader() as reader:
        import sqlalchemy as sa

        from shared.feed.tables import events

        rows = await reader.all(sa.select(events).where(events.c.type.like("%secondment.finished%")))
    data = rows[0]["data"]
    assert (data["officer_id"], data["days"], data["grade"]) == (actor("group1.member").id, 1, "excellent")
    assert "独立" not in str(data)


async def test_candidates_are_suggested_by_skill_and_load_with_the_reasons(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.skills["district1.handler"] = ["accounting"]
    await staffed(house, units=["bureau-health"])
    task = await approved(house)
    asked_for = {"from_on": "2026-03-05", "to_on": "2026-03-20", "skill": "accounting"}

    items = (await house.get("office1.head", f"/v1/{task}/candidates", **asked_for)).json()["items"]

    assert (items[0]["login"], items[0]["has_skill"], items[0]["overlaps"], items[0]["load"]) == (
        "district1.handler", True, 1, 1,
    )  # fmt: skip
    assert [one["login"] for one in items].index("group1.lead") < [one["login"] for one in items].index(
        "group1.member"
    )
    secondment = (
        await house.get("office1.head", f"/v1/{await asked(house, task, 'district1.handler')}")
    ).json()
    assert (secondment["overlaps"], secondment["load"]) == (1, 1)
