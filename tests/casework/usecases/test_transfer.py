"""C9: to another office of the same organ a clue goes on; only what leaves the organ ends here. Rule: C9, SoD-3."""

from __future__ import annotations

import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.story import assessed, do, verified
from tests.support.house import House

HANDLER = "office1.handler"


async def told(house: House, name: str) -> list[dict[str, object]]:
    """Return what events of a kind said, oldest first."""
    async with house.desk.db.reader() as reader:
        rows = await reader.all(
            sa.select(events.c.data)
            .where(events.c.type == f"huiying.casework.{name}.v1")
            .order_by(events.c.inserted)
        )
    return [row["data"] for row in rows]


async def test_another_office_of_the_organ_goes_on_with_it_from_the_start(house: House) -> None:
    clue = await assessed(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]
    await do(house, HANDLER, clue, "propose-disposal", way="transferred", plan="移送审查调查室")

    answer = await house.act(HANDLER, clue, "transfer-within", {"to": "city-office-2", "opinion": "移送"})

    assert answer.status_code == 200, answer.text  # the approved disposal says it already
    assert (await house.get(HANDLER, f"/v1/{clue}")).status_code == 404
    shown = (await house.get("office2.handler", f"/v1/{clue}")).json()
    assert (shown["state"], shown["holder"], shown["concluded_on"]) == ("allocated", "city-office-2", None)
    assert {one["rule"]: one["state"] for one in shown["clocks"] if one["state"] == "running"} == {
        "DL-09": "running"
    }
    last = (await told(house, "clue.allocated"))[-1]
    assert (last["holder"], last["report_ids"]) == ("city/city-office-2", [report])
    assert await told(house, "clue.concluded") == []
    assert "assess" in shown["allowed_actions"]


async def test_what_was_verified_goes_along(house: House) -> None:
    clue = await verified(house, "partly_true", proposal="on_hold")
    verification = (await house.get(HANDLER, f"/v1/{clue}")).json()["verification_id"]

    await do_signed(house, clue, to="city-office-2")

    assert (await house.get("office2.handler", f"/v1/verifications/{verification}")).status_code == 200
    for login in (HANDLER, "office1.handler2"):
        for thing in (clue, f"verifications/{verification}"):
            assert (await house.get(login, f"/v1/{thing}")).status_code == 404


async def test_what_was_verified_goes_along_when_case_management_allocates_anew(house: House) -> None:
    clue = await verified(house, "partly_true", proposal="on_hold")
    verification = (await house.get(HANDLER, f"/v1/{clue}")).json()["verification_id"]
    await do_signed(house, clue, to="city-office-2")

    await do(house, "caseman.city", clue, "reallocate", to="city-office-1")

    for login, status in ((HANDLER, 200), ("office2.handler", 404)):
        for thing in (clue, f"verifications/{verification}"):
            assert (await house.get(login, f"/v1/{thing}")).status_code == status


async def do_signed(house: House, clue: str, **body: str) -> None:
    """Transfer within, and let the deputy sign."""
    answer = await house.act(HANDLER, clue, "transfer-within", body)
    assert answer.status_code == 202, answer.text
    assert (await house.sign("deputy.city", answer)).status_code == 200


async def test_of_what_goes_to_the_supervisors_of_own_staff_the_ledger_sees_no_more(house: House) -> None:
    clue = await assessed(house)
    seen = (await house.get("caseman.city", f"/v1/{clue}")).status_code

    await do_signed(house, clue, to="city-cadre-supervision")

    assert (seen, (await house.get("caseman.city", f"/v1/{clue}")).status_code) == (200, 404)
    assert (await house.get("cadre.city", f"/v1/{clue}")).status_code == 200


async def test_whoever_stays_here_is_not_transferred_to_and_whoever_is_elsewhere_not_within(
    house: House,
) -> None:
    clue = await assessed(house)
    tries = {
        ("transfer", "city-office-2"): "receiver_in_own_organ",
        ("transfer-within", "city-office-1"): "office_unchanged",
        ("transfer-within", "city-petition"): "receiver_not_competent",
        ("transfer-within", "district-1"): "receiver_not_competent",
        ("transfer-within", "nowhere"): "organisation_unknown",
    }

    found = {}
    for action, to in tries:
        answer = await house.act(HANDLER, clue, action, {"to": to, "opinion": "移送"})
        found[action, to] = answer.json()["code"]

    assert found == tries
    outside = await do(house, HANDLER, clue, "transfer", target="judicial", receiver="某检察机关")
    assert (outside["state"], outside["truth_grade"]) == ("transferred", None)
