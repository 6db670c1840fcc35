"""B1, A1: what a demand is registered with, and by which way a matter came."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from intake.store.tables import ContentRow

from tests.intake.usecases.story import GIFTS, HOUSING, WORKER, do, forwarded, submit
from tests.support.house import House

PLACE = "某小区三号楼（演示地址）"


async def test_a_demand_has_a_region_a_sealed_place_and_a_day_since_when(house: House) -> None:
    _, demand = await submit(house, HOUSING, region=None)
    tried: list[dict[str, Any]] = [
        {},
        {"region": "nowhere"},
        {"region": "district-1", "problem_since": "2999-01-01"},
    ]
    pointers = [
        (await house.act("petition.city", demand, "register", body)).json()["errors"][0]["pointer"]
        for body in tried
    ]

    shown = await do(
        house,
        "petition.city",
        demand,
        "register",
        region="district-1",
        address=PLACE,
        problem_since="2015-06-01",
    )

    await house.hear()
    assert pointers == ["/region", "/region", "/problem_since"]
    assert (shown["region"], shown["problem_since"]) == ("district-1", "2015-06-01")
    assert PLACE not in str(shown)
    assert (await house.get("petition.city", f"/v1/{demand}/text")).json()["address"] == PLACE
    async with house.desk.db.reader(WORKER) as reader:
        assert PLACE.encode() not in await reader.scalar(sa.select(ContentRow.address))


async def test_the_place_a_person_tells_is_read_with_the_text_and_not_by_the_department(house: House) -> None:
    _, demand = await forwarded(house, address=PLACE)
    await house.hear()

    assert (await house.get("petition.city", f"/v1/{demand}/text")).json()["address"] == PLACE
    assert PLACE not in (await house.get("housing1.clerk", f"/v1/{demand}")).text


@pytest.mark.parametrize("channel", ["website", "wechat", "app", "campaign_platform"])
async def test_a_page_or_program_says_by_which_way_a_submission_came(house: House, channel: str) -> None:
    _, report = await submit(house, GIFTS, channel=channel)
    await submit(house, GIFTS)
    await house.hear()

    async def found(asked: str) -> list[str]:
        items = (await house.get("petition.city", "/v1/reports", channel=asked)).json()["items"]
        return [f"reports/{one['id']}" for one in items]

    assert await found(channel) == [report]
    assert (report in await found("online")) == (channel != "campaign_platform")
    letter = await house.public("submissions", {**GIFTS, "channel": "letter"})
    assert letter.json()["errors"][0]["pointer"] == "/channel"


async def test_the_officers_summary_is_a_sealed_paper_of_the_report(house: House) -> None:
    _, report = await submit(house, GIFTS)
    shown = await do(house, "petition.city", report, "register", summary="反映验收中收受礼金、接受宴请。")
    await house.hear()

    papers = (await house.get("petition.city", f"/v1/{report}/papers")).json()["items"]

    assert "收受礼金" not in str(shown)
    assert [(one["kind"], one["fields"]) for one in papers] == [
        ("summary", {"summary": "反映验收中收受礼金、接受宴请。"})
    ]
