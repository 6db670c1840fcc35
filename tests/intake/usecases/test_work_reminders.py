"""Work reminders: a dated letter about demands that drag, visits that follow, and figures that add up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from intake.usecases.chasing.remind import remind

from tests.intake.usecases.story import HOUSING, do, forwarded, post, refused, submit
from tests.support.house import House

LETTER = "登记发证拖延多年，请倒排工期并书面回复。"


async def drafted(house: House, *demands: str, due_on: str = "2026-03-31") -> Any:
    ids = [one.partition("/")[2] for one in demands]
    return await post(
        house,
        "petition.city",
        "work-reminders",
        to="district-1-housing",
        demands=ids,
        letter=LETTER,
        due_on=due_on,
    )


async def sent(house: House, *demands: str, due_on: str = "2026-03-31") -> str:
    answer = await drafted(house, *demands, due_on=due_on)
    assert answer.status_code == 201, answer.text
    reminder = str(answer.headers["Location"]).removeprefix("/intake/v1/")
    await do(house, "petition.city", reminder, "send")
    return reminder


async def result(
    house: House, reminder: str, demand: str, households: int, cents: int, documents: int
) -> None:
    await do(
        house, "petition.city", reminder, "record-result", demand=demand.partition("/")[2],
        households_helped=households, money_paid_back=cents, documents_issued=documents,
    )  # fmt: skip


async def test_a_reminder_is_signed_answered_visited_and_closed_with_what_came_of_it(house: House) -> None:
    demands = [(await forwarded(house))[1] for _ in range(2)]
    reminder = await sent(house, *demands)
    seen = (await house.get("housing1.clerk", f"/v1/{reminder}")).json()
    assert (seen["letter"], seen["due_on"]) == (LETTER, "2026-03-31")
    assert [(one["rule"], one["due_on"]) for one in seen["clocks"]] == [("P-B9", "2026-03-31")]

    await do(house, "housing1.clerk", reminder, "answer", reply="已成立专班，本月发证。")
    await result(house, reminder, demands[0], 990, 1_250_000_00, 990)
    assert await refused(house, "petition.city", reminder, "close") == (409, "move_out_of_order")
    await do(
        house, "petition.city", reminder, "visit", visited_on="2026-03-02", finding="已现场核对发证台账。"
    )
    assert await refused(house, "petition.city", reminder, "close") == (409, "results_missing")
    await result(house, reminder, demands[1], 10, 0, 8)

    closed = await do(house, "petition.city", reminder, "close")
    assert closed["results"] == {
        "households_helped": 1000,
        "money_paid_back": 1_250_000_00,
        "documents_issued": 998,
    }
    assert [one["finding"] for one in closed["visits"]] == ["已现场核对发证台账。"]


async def test_the_sum_counts_a_demand_of_two_reminders_once_with_its_newest_result(house: House) -> None:
    demand, other = [(await forwarded(house))[1] for _ in range(2)]
    first, second = await sent(house, demand), await sent(house, demand, other)
    for reminder in (first, second):
        await do(house, "housing1.clerk", reminder, "answer", reply="正在办理。")
    await result(house, first, demand, 3, 100, 1)
    house.clock.move(timedelta(minutes=1))
    await result(house, second, demand, 5, 250, 2)
    await result(house, second, other, 1, 0, 0)

    answer = await house.get("petition.city", "/v1/work-reminders/_results")
    assert answer.json() == {
        "matters": 2,
        "households_helped": 6,
        "money_paid_back": 250,
        "documents_issued": 2,
    }
    none = await house.get("petition.city", "/v1/work-reminders/_results", to="bureau-health")
    assert none.json()["matters"] == 0
    unknown = await house.get("petition.city", "/v1/work-reminders/_results", to="nowhere")
    assert unknown.status_code == 400
    assert (await house.get("sysadmin", "/v1/work-reminders/_results")).status_code == 403


async def test_the_demands_own_move_sends_a_reminder_at_once(house: House) -> None:
    _, demand = await forwarded(house)
    await do(house, "petition.city", demand, "work-reminder", letter=LETTER, due_on="2026-03-20")

    (found,) = (await house.get("housing1.clerk", "/v1/work-reminders")).json()["items"]

    assert (found["state"], found["due_on"]) == ("sent", "2026-03-20")
    shown = (await house.get("housing1.clerk", f"/v1/work-reminders/{found['id']}")).json()
    assert [one["object_id"] for one in shown["demands"]] == [demand.partition("/")[2]]


async def test_the_worker_reminds_of_it_until_it_is_answered(house: House) -> None:
    _, demand = await forwarded(house)
    reminder = await sent(house, demand, due_on="2026-03-20")
    for _ in range(12):
        house.clock.move(timedelta(days=2))
        await remind(house.desk)
    count = len((await house.get("petition.city", f"/v1/{reminder}")).json()["reminders"])
    assert count >= 3
    await do(house, "housing1.clerk", reminder, "answer", reply="已办结。")
    for _ in range(4):
        house.clock.move(timedelta(days=3))
        await remind(house.desk)
    assert len((await house.get("petition.city", f"/v1/{reminder}")).json()["reminders"]) == count


async def test_what_does_not_lie_with_the_department_is_refused_by_place_and_the_rest_by_name(
    house: House,
) -> None:
    _, fresh = await submit(house, HOUSING)
    _, demand = await forwarded(house)
    answer = await drafted(house, demand, fresh, demand)
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [
        ("/demands/1", "unknown_code"),
        ("/demands/2", "unknown_code"),
    ]
    ids = [demand.partition("/")[2]]
    body = {"to": "district-1", "demands": ids, "letter": LETTER, "due_on": "2026-03-31"}
    assert (await post(house, "petition.city", "work-reminders", **body)).json()[
        "code"
    ] == "receiver_not_competent"
    body = {**body, "to": "district-1-housing", "letter": HOUSING["content"]}
    assert (await post(house, "petition.city", "work-reminders", **body)).json()["code"] == "report_is_quoted"
    assert (await post(house, "housing1.clerk", "work-reminders", **body)).status_code == 403
    reminder = await sent(house, demand)
    assert await refused(
        house, "petition.city", reminder, "visit", visited_on="2030-01-01", finding="未去。"
    ) == (400, "invalid_input")
    await do(house, "housing1.clerk", reminder, "answer", reply="已办结。")
    stray = {"demand": fresh.partition("/")[2]}
    assert await refused(house, "petition.city", reminder, "record-result", **stray) == (
        409,
        "matter_not_in_reminder",
    )
    assert (await house.get("district2.handler", f"/v1/{reminder}")).status_code == 404
