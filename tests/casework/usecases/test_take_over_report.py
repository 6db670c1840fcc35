"""What intake's events do: exactly one clue a report, by id only."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from casework.store.tables.clues import ClueRow

from tests.casework.story import TRANSFERRED, WORKER, do, registered, tell, verified
from tests.support.house import House


async def clues_of(house: House, report: UUID) -> list[dict[str, object]]:
    """Return the clues of a report, as case management lists them."""
    items: list[dict[str, object]] = (
        await house.get("caseman.city", "/v1/clues", report_id=str(report))
    ).json()["items"]
    return items


async def test_hearing_of_a_report_twice_makes_one_clue(house: House) -> None:
    _, report = await registered(house)

    await tell(house, "report.transferred", report, dict(TRANSFERRED))

    assert len(await clues_of(house, report)) == 1


async def test_new_evidence_after_the_end_makes_a_fresh_clue_for_the_same_office(house: House) -> None:
    clue = await verified(house)
    closed = await do(house, "office1.handler", clue, "close")
    report = UUID(str(closed["report_id"]))

    await tell(house, "report.reopened", report, {"state": "in_disposal", "holder": "city/city-petition"})
    await tell(house, "report.reopened", report, {"state": "in_disposal", "holder": "city/city-petition"})

    found = await clues_of(house, report)
    assert sorted(str(one["state"]) for one in found) == ["closed", "registered"]
    fresh = next(one for one in found if one["state"] == "registered")
    assert (fresh["office"], fresh["problem_types"]) == ("city-office-1", ["gifts"])


async def test_a_clue_for_an_organ_without_case_management_stands_in_the_citys_ledger(house: House) -> None:
    clue, _ = await registered(house, to="city:district-1/district-1-office-1")

    shown = (await house.get("caseman.city", f"/v1/{clue}")).json()

    assert (shown["holder"], shown["office"]) == ("city-case-management", "district-1-office-1")


async def test_the_clue_holds_codes_and_ids_and_no_text(house: House) -> None:
    await registered(house)
    async with house.desk.db.reader(WORKER) as reader:
        row = await reader.one(sa.select(ClueRow.__table__))

    assert not any("\u4e00" <= sign <= "\u9fff" for sign in str(dict(row)))


@pytest.mark.parametrize("category", ["appeal", "suggestion"])
async def test_what_accuses_nobody_makes_no_clue(house: House, category: str) -> None:
    report = uuid4()

    await tell(house, "report.transferred", report, {**TRANSFERRED, "category": category})

    assert await clues_of(house, report) == []
