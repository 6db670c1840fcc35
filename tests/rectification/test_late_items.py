"""What is owed past its day: planned late, sent back late, come back late; overdue from that day, and never an error."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.rectification.story import (
    ALL_AGREE,
    CLERK,
    COMMISSION,
    OFFICE,
    accepted,
    do,
    fed_back,
    items_of,
    plan_for,
    rectifying,
    refused,
    review_with,
    submitted,
)
from tests.support.house import House


def running(shown: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return day and state of every deadline that is not over, by rule."""
    return {
        one["rule"]: (one["due_on"], one["state"])
        for one in shown["clocks"]
        if one["state"] in ("running", "overdue")
    }


async def test_a_plan_may_name_a_day_that_has_passed_by_its_approval(house: House) -> None:
    thing = await fed_back(house)
    plan = await plan_for(house, thing, due_on="2026-02-20")
    await do(house, CLERK, thing, "submit-plan", **plan)
    await review_with(house, thing, ALL_AGREE)
    assert (await do(house, OFFICE, thing, "review-plan"))["state"] == "plan_approved"

    late, _, stages = [
        (await house.get(OFFICE, f"/v1/{item}")).json() for item in await items_of(house, thing)
    ]

    assert running(late) == {"P-F5": ("2026-02-20", "overdue")}
    assert running(stages) == {"P-F5": ("2027-06-30", "running"), "P-F5m": ("2026-05-31", "running")}
    overdue = (await house.get(CLERK, "/v1/inbox/deadlines", state="overdue")).json()["items"]
    assert {one["number"] for one in overdue} >= {late["number"]}


async def test_what_is_sent_back_or_comes_back_after_its_day_is_overdue_from_that_day(house: House) -> None:
    thing = await rectifying(house)
    rejected, rebound, _ = await items_of(house, thing)
    await accepted(house, rebound)
    house.clock.move(timedelta(days=150))
    await house.hear()
    await submitted(house, rejected)
    await do(house, COMMISSION, rejected, "reject", method="field", result="与现场不符")
    await do(house, COMMISSION, rebound, "report-rebound", facts="问题再次出现，群众仍有反映。")

    for item in (rejected, rebound):
        shown = (await house.get(OFFICE, f"/v1/{item}")).json()
        assert running(shown)["P-F5"] == ("2026-06-30", "overdue")

    later = await do(house, OFFICE, rejected, "extend", due_on="2026-09-30", reason="等待资金到位。")
    assert running(later)["P-F5"] == ("2026-09-30", "running")


async def test_a_milestone_past_its_day_is_overdue(house: House) -> None:
    thing = await rectifying(house)
    item = (await items_of(house, thing))[2]
    house.clock.move(timedelta(days=100))
    await house.hear()
    shown = (await house.get(OFFICE, f"/v1/{item}")).json()

    assert running(shown)["P-F5m"] == ("2026-05-31", "overdue")


async def test_reports_are_not_returned_with_a_day_that_has_passed(house: House) -> None:
    thing = await rectifying(house)
    await do(house, CLERK, thing, "submit-report", progress_report="进展", principal_report="履责")
    await do(house, OFFICE, thing, "review-report")

    late = await refused(house, OFFICE, thing, "return-report", reasons="数据不实", again_by="2026-03-01")

    assert late == (409, "reply_date_passed")
