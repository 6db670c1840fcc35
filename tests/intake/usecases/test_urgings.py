"""Chasing: an urging goes to its audience, is reminded of until it is read, and ends by an answer or goes on harder."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from intake.usecases.chasing.remind import remind
from shared.feed.tables import events

from tests.intake.usecases.story import (
    HOUSING,
    WORKER,
    do,
    forwarded,
    post,
    refused,
    screened,
    submit,
    transferred,
)
from tests.support.house import House

LETTER = "请于期限内核实并书面答复办理进展。"
DRAFT = {"level": "green", "basis": "overdue", "letter": LETTER}


async def drafted(house: House, matter: str, **changes: Any) -> str:
    answer = await post(house, "petition.city", f"{matter}/urgings", **{**DRAFT, **changes})
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"]).removeprefix("/intake/v1/")


async def issued(house: House, matter: str, **changes: Any) -> str:
    urging = await drafted(house, matter, **changes)
    await do(house, "petition.city", urging, "issue")
    return urging


def clock(shown: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["rule"], one["state"], one["held_by"]) for one in shown["clocks"]]


async def test_an_urging_is_signed_read_answered_and_only_then_closed(house: House) -> None:
    _, demand = await forwarded(house)
    urging = await issued(house, demand, due_on="2026-03-20")
    seen = (await house.get("housing1.clerk", f"/v1/{urging}")).json()
    assert (seen["letter"], seen["due_on"], seen["number"]) == (
        LETTER,
        "2026-03-20",
        "city-petition-urging-2026-0001",
    )
    assert seen["audience"] == ["district-1-housing"]
    assert clock(seen) == [("P-U", "running", "government:district-1-housing")]
    assert seen["clocks"][0]["due_on"] == "2026-03-20"

    assert await refused(house, "petition.city", urging, "close") == (409, "move_out_of_order")
    await do(house, "housing1.clerk", urging, "sign-for")
    await do(house, "housing1.clerk", urging, "answer", reply="已排定本周发证。")
    assert (await house.get("petition.city", f"/v1/{urging}")).json()["reply"] == "已排定本周发证。"
    await do(house, "petition.city", urging, "return", due_on="2026-03-30")
    await do(house, "housing1.clerk", urging, "answer", reply="已发证十二户，余下周五前发完。")

    closed = await do(house, "petition.city", urging, "close")
    assert closed["state"] == "closed"
    assert [one["state"] for one in closed["clocks"]] == ["met", "met"]


async def test_a_repeated_urging_must_be_harder_and_is_signed_higher(house: House) -> None:
    _, demand = await forwarded(house)
    await issued(house, demand)
    again = await post(house, "petition.city", f"{demand}/urgings", **DRAFT)
    assert (again.status_code, again.json()["code"]) == (409, "level_must_rise")

    red = await drafted(house, demand, level="red")
    proposed = await house.act("petition.city", red, "issue")
    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S2", "S3"]
    for signer in ("deputy.city", "principal.city"):
        await house.sign(signer, proposed)
    shown = (await house.get("petition.city", f"/v1/{red}")).json()
    assert (shown["state"], shown["round"], shown["audience"]) == (
        "issued",
        2,
        ["district-1-housing", "government"],
    )
    last = await post(house, "petition.city", f"{demand}/urgings", **{**DRAFT, "level": "red"})
    assert last.json()["code"] == "level_must_rise"


async def test_an_unanswered_urging_goes_on_harder_and_after_red_as_something_else(house: House) -> None:
    _, demand = await forwarded(house)
    urging = await issued(house, demand, level="yellow")
    assert await refused(house, "petition.city", urging, "escalate") == (409, "urging_not_overdue")
    house.clock.move(timedelta(days=20))
    talk = {"into": "reminder_interview"}
    assert await refused(house, "petition.city", urging, "escalate", **talk) == (409, "level_comes_first")
    await do(house, "petition.city", urging, "escalate")

    found = (await house.get("petition.city", "/v1/urgings", state="drafted")).json()["items"]
    assert [(one["level"], one["round"], one["follows"]) for one in found] == [
        ("red", 2, urging.partition("/")[2])
    ]
    red = f"urgings/{found[0]['id']}"
    assert (await house.get("petition.city", f"/v1/{red}")).json()["letter"] == LETTER
    await do(house, "petition.city", red, "issue")
    house.clock.move(timedelta(days=20))
    assert await refused(house, "petition.city", red, "escalate") == (409, "level_comes_first")
    after = await do(house, "petition.city", red, "escalate", into="supervisory_recommendation")
    assert (after["state"], after["escalated_to"]) == ("escalated", "supervisory_recommendation")
    async with house.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(events).where(events.c.type.like("%urging.escalated%")))
    last = told[-1]["data"]
    assert (last["into"], last["to"], last["of"], last["level"], last["number"]) == (
        "supervisory_recommendation",
        "government:district-1-housing",
        "demand",
        "red",
        after["number"],
    )


async def sent_reminders(house: House) -> int:
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(sa.select(events.c.type))
    return len([row for row in rows if row["type"].endswith(".reminded.v1")])


async def test_the_worker_reminds_records_it_and_stops_when_the_urging_is_read(house: House) -> None:
    _, demand = await forwarded(house)
    urging = await issued(house, demand)
    await remind(house.desk)
    assert await sent_reminders(house) == 0
    for _ in range(16):
        house.clock.move(timedelta(days=1))
        await remind(house.desk)
        await remind(house.desk)  # a second worker, or a second round of the day, sends nothing more
    sent = await sent_reminders(house)
    shown = (await house.get("housing1.clerk", f"/v1/{urging}")).json()
    assert [one["ordinal"] for one in shown["reminders"]] == [*range(1, sent + 1)]
    assert sent >= 3

    await do(house, "housing1.clerk", urging, "sign-for")
    for _ in range(5):
        house.clock.move(timedelta(days=3))
        await remind(house.desk)
    assert await sent_reminders(house) == sent


async def test_a_matter_that_is_late_is_reminded_of_until_it_is_answered(house: House) -> None:
    _, demand = await forwarded(house)
    house.clock.move(timedelta(days=55))
    await remind(house.desk)
    assert await sent_reminders(house) == 0, "it has five days left"

    for _ in range(10):
        house.clock.move(timedelta(days=1))
        await remind(house.desk)
        await remind(house.desk)

    sent = await sent_reminders(house)
    assert sent == 2, "the day after, and three days later"
    timeline = (await house.get("housing1.clerk", f"/v1/{demand}/timeline")).json()["items"]
    titles = [one["title_zh"] for one in timeline if one["kind"] == "reminder"]
    assert titles == ["第1次催办提醒", "第2次催办提醒"]
    await issued(house, demand)
    await remind(house.desk)
    assert await sent_reminders(house) == sent, "an urging chases it now"
    await do(house, "housing1.clerk", demand, "answer", opinion="证书已于本周发放，请持身份证领取。")
    house.clock.move(timedelta(days=30))
    await remind(house.desk)
    assert await sent_reminders(house) == sent


async def test_an_urging_lapses_with_the_answer_of_its_matter_and_is_not_reminded_of(house: House) -> None:
    _, demand = await forwarded(house)
    urging = await issued(house, demand)
    await do(house, "housing1.clerk", demand, "answer", opinion="证书已于本周发放，请持身份证领取。")
    house.clock.move(timedelta(days=30))

    await remind(house.desk)

    shown = (await house.get("petition.city", f"/v1/{urging}")).json()
    assert (shown["state"], [one["state"] for one in shown["clocks"]]) == ("lapsed", ["cancelled"])
    assert await sent_reminders(house) == 0


async def test_a_demand_is_supervised_on_a_ground_of_the_list_by_the_day_of_the_letter(house: House) -> None:
    _, demand = await forwarded(house)
    for wrong in ({}, {"ground": "other"}, {"ground": "repeated", "due_on": "2020-01-01"}):
        answer = await house.act("petition.city", demand, "supervise", {"opinion": "请限期办结。", **wrong})
        assert answer.status_code == 400, answer.text

    await do(house, "petition.city", demand, "supervise", ground="group_matter", due_on="2026-03-20")

    (urging,) = (await house.get("housing1.clerk", "/v1/urgings")).json()["items"]
    assert (urging["basis"], urging["due_on"]) == ("group_matter", "2026-03-20")


async def test_supervising_a_demand_is_an_urging_and_the_second_time_a_red_one(house: House) -> None:
    _, demand = await forwarded(house)
    await do(
        house,
        "petition.city",
        demand,
        "supervise",
        ground="strong_reaction",
        opinion="群众反映强烈，请限期办结。",
    )
    found = (await house.get("housing1.clerk", "/v1/urgings")).json()["items"]
    assert [(one["level"], one["state"]) for one in found] == [("yellow", "issued")]
    await do(house, "housing1.clerk", demand, "sign-for")

    proposed = await house.act(
        "petition.city", demand, "supervise", {"ground": "overdue", "opinion": "仍未办结，再次督办。"}
    )

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S2", "S3"]
    for signer in ("deputy.city", "principal.city"):
        await house.sign(signer, proposed)
    levels = [one["level"] for one in (await house.get("petition.city", "/v1/urgings")).json()["items"]]
    assert sorted(levels) == ["red", "yellow"]


async def test_urging_an_assigned_report_reaches_the_organ_that_has_it(house: House) -> None:
    _, report = await screened(house)
    await do(house, "petition.city", report, "assign-down", to="district-1", ground="long_delay")
    await do(house, "petition.city", report, "urge", ground="overdue", opinion="请按期报告核查结果。")

    (urging,) = (await house.get("district1.deputy", "/v1/urgings")).json()["items"]
    assert (urging["level"], urging["basis"]) == ("yellow", "overdue")
    assert urging["to"].startswith("district-1")
    assert (await house.get("district2.handler", f"/v1/urgings/{urging['id']}")).status_code == 404
    assert (await house.get("district2.handler", "/v1/urgings")).json().get("items", []) == []


async def test_who_is_told_of_the_urging_learns_nothing_of_the_matter(house: House) -> None:
    _, report = await transferred(house)
    urging = await issued(house, report, level="yellow")

    seen = (await house.get("office1.handler", f"/v1/{urging}")).json()
    assert seen["audience"] == ["city-office-1", "city"]
    for login in ("office1.handler2", "principal.city"):
        assert (await house.get(login, f"/v1/{urging}")).status_code == 200
    for login in ("housing1.clerk", "sysadmin", "district1.petition"):
        assert (await house.get(login, f"/v1/{urging}")).status_code == 404


async def test_what_cannot_be_urged_and_what_is_wrong_is_said_by_name(house: House) -> None:
    _, fresh = await submit(house, HOUSING)
    nobody = await post(house, "petition.city", f"{fresh}/urgings", **DRAFT)
    assert nobody.json()["code"] == "nobody_to_urge"
    _, demand = await forwarded(house)
    quoting = await post(
        house, "petition.city", f"{demand}/urgings", **{**DRAFT, "letter": HOUSING["content"]}
    )
    assert quoting.json()["code"] == "report_is_quoted"
    past = await post(house, "petition.city", f"{demand}/urgings", **DRAFT, due_on="2020-01-01")
    assert [one["code"] for one in past.json()["errors"]] == ["date_future"]
    wrong = await post(
        house, "petition.city", f"{demand}/urgings", level="black", basis="mood", letter="x", more=1
    )
    assert {one["pointer"] for one in wrong.json()["errors"]} == {"/level", "/basis", "/letter", "/more"}
    other = await post(house, "housing1.clerk", f"{demand}/urgings", **DRAFT)
    stranger = await post(house, "district2.handler", f"{demand}/urgings", **DRAFT)
    assert (other.status_code, stranger.status_code) == (403, 404)


async def test_no_leader_is_asked_to_sign_a_letter_that_quotes_the_reporter(house: House) -> None:
    _, demand = await forwarded(house)
    quoting = HOUSING["content"]
    tried = {"supervise": {"ground": "overdue", "opinion": quoting}, "work-reminder": {"letter": quoting}}

    for action, body in tried.items():
        assert await refused(house, "petition.city", demand, action, **body) == (409, "report_is_quoted")
    past = await house.act("petition.city", demand, "work-reminder", {"due_on": "2020-01-01"})

    assert (past.status_code, past.json()["errors"][0]["pointer"]) == (400, "/due_on")
    assert (await house.get("petition.city", f"/v1/{demand}")).json()["pending_sign_offs"] == []
