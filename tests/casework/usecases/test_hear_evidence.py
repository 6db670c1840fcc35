"""What happens to a report after it made a clue: new evidence, and its return to the petition office. Rule: A12, A16."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from tests.casework.story import TRANSFERRED, assessed, do, registered, tell
from tests.support.house import House

BROUGHT = {"source": "reporter", "on": "2026-03-05"}


async def seen(house: House, clue: str, login: str = "office1.handler") -> dict[str, Any]:
    shown: dict[str, Any] = (await house.get(login, f"/v1/{clue}")).json()
    return shown


def running(shown: dict[str, Any]) -> set[str]:
    return {clock["rule"] for clock in shown["clocks"] if clock["state"] == "running"}


async def test_five_days_begin_for_the_handler_and_end_with_the_next_step(house: House) -> None:
    clue = await assessed(house)
    report = UUID((await seen(house, clue))["report_id"])
    for _ in range(2):  # brought twice, it is one clock and two notes
        await tell(house, "report.evidence_brought", report, BROUGHT)

    told = await seen(house, clue)
    after = await do(house, "office1.handler", clue, "assess", opinion="已研究新证据")

    note = next(one for one in told["papers"] if one["kind"] == "new_evidence")
    assert (note["version"], note["fields"]["on"]) == (2, "2026-03-05")
    assert "P-R-A2" in running(told)
    assert "P-R-A2" not in running(after)


async def test_before_an_office_has_the_clue_it_is_a_note_without_a_clock(house: House) -> None:
    clue, report = await registered(house)

    await tell(house, "report.evidence_brought", report, BROUGHT)

    assert "P-R-A2" not in running(await seen(house, clue, "caseman.city"))


async def test_evidence_on_a_report_that_feeds_nothing_changes_nothing(house: House) -> None:
    await tell(house, "report.evidence_brought", uuid4(), BROUGHT)

    assert (await house.get("caseman.city", "/v1/clues/_count")).json()["count"] == 0


async def test_a_clue_nobody_has_goes_back_and_a_fresh_transfer_makes_a_fresh_one(house: House) -> None:
    clue, report = await registered(house)

    for _ in range(2):
        await tell(house, "report.returned", report, {"ground": "no_substance"})
    back = await seen(house, clue, "caseman.city")
    await tell(house, "report.transferred", report, dict(TRANSFERRED))

    assert (back["state"], back["report_ids"]) == ("returned", [])
    states = [one["state"] for one in (await house.get("caseman.city", "/v1/clues")).json()["items"]]
    assert sorted(states) == ["registered", "returned"]


async def test_a_clue_an_office_has_stays_and_its_handler_is_told(house: House) -> None:
    clue = await assessed(house)
    report = UUID((await seen(house, clue))["report_id"])

    await tell(house, "report.returned", report, {"ground": "other_jurisdiction"})

    shown = await seen(house, clue)
    note = next(one for one in shown["papers"] if one["kind"] == "report_returned")
    assert (shown["state"], note["fields"]["ground"]) == ("under_assessment", "other_jurisdiction")


async def test_a_clue_leaders_are_asked_about_is_not_taken_from_them(house: House) -> None:
    clue, report = await registered(house)
    await do(house, "caseman.city", clue, "propose-allocation", opinion="建议由一室承办")
    waiting = await house.act("caseman.city", clue, "allocate")

    await tell(house, "report.returned", report, {"ground": "no_substance"})

    assert (await house.sign("principal.city", waiting)).status_code == 200
    assert (await seen(house, clue))["state"] == "allocated"


async def test_reprisal_makes_one_clue_and_a_mere_risk_none(house: House) -> None:
    request = uuid4()
    told = {
        "risk": "high",
        "object_type": "report",
        "object_id": str(uuid4()),
        "holder": "city/city-petition",
    }
    await tell(house, "protection_request.assessed", uuid4(), {**told, "is_reprisal": False})
    for _ in range(2):
        await tell(house, "protection_request.assessed", request, {**told, "is_reprisal": True})

    (clue,) = (await house.get("caseman.city", "/v1/clues")).json()["items"]

    assert (clue["source"], clue["report_id"], clue["case_type"]) == ("report", None, "duty_violation")
    assert clue["holder"] == "city-case-management"
