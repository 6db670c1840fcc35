"""Lists of intake: filtered, counted, and taken away as Excel files, each over what the caller may read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from openpyxl.worksheet.worksheet import Worksheet

from shared.audit.tables import audit_entries
from shared.sheets.listing import XLSX

from tests.shared.sheets.books import first, printed
from tests.support.house import House

DEMAND = {
    "category": "livelihood_demand",
    "content": "小区门口的路灯坏了两周，夜里看不清路。",
    "region": "district-1",
    "field": "urban_environment",
}


async def export(house: House, login: str, path: str = "/v1/demands", **params: Any) -> httpx.Response:
    headers = {**house.headers(login), "Accept": XLSX}
    return await house.http.get(path, headers=headers, params=params)


def column(page: Worksheet, header: str) -> list[Any]:
    headers = [cell.value for cell in page[1]]
    return [row[headers.index(header)].value for row in page.iter_rows(min_row=2)]


async def submit(house: House, *demands: dict[str, Any]) -> None:
    for demand in demands:
        assert (await house.public("submissions", {**DEMAND, **demand})).status_code == 201


async def test_a_list_is_filtered_by_codes_days_and_deadlines_and_counted_alike(house: House) -> None:
    await submit(house, {}, {"field": "education"}, {"field": "ecology"})
    house.clock.move(timedelta(days=3))
    await submit(house, {"field": "ecology"})

    async def ask(**params: Any) -> int:
        items = (await house.get("petition.city", "/v1/demands", **params)).json()["items"]
        counted = (await house.get("petition.city", "/v1/demands/_count", **params)).json()
        assert counted == {"count": len(items), "at_least": False}
        return len(items)

    assert await ask() == 4
    assert await ask(field=["education", "ecology"]) == 3
    assert await ask(field="ecology", received_from="2026-03-03") == 1
    assert await ask(received_to="2026-03-02") == 3
    assert await ask(state="closed") == 0
    assert (await ask(overdue="true"), await ask(overdue="false")) == (3, 1)
    assert await ask(due_to="2026-03-02") == 0
    assert await ask(due_to="2099-12-31") == 4


async def test_what_no_list_knows_is_refused(house: House) -> None:
    for params in ({"colour": "red"}, {"received_from": "yesterday"}, {"sort": "content"}, {"limit": 101}):
        assert (await house.get("petition.city", "/v1/demands", **params)).status_code == 400


async def test_a_page_brings_the_names_of_its_codes_when_asked(house: House) -> None:
    await submit(house, {"field": "ecology"})

    plain = (await house.get("petition.city", "/v1/demands")).json()
    named = (await house.get("petition.city", "/v1/demands", labels="true")).json()

    assert plain["labels"] is None
    assert named["labels"]["field"] == {"ecology": "Ecology and environment"}
    assert named["labels"]["state"] == {"received": "Received"}
    assert named["items"] == plain["items"]


async def test_the_same_list_as_a_workbook_has_labels_dates_and_a_name(house: House) -> None:
    await submit(house, {}, {"field": "ecology"})

    answer = await export(house, "petition.city", field="ecology")

    page = first(answer.content)
    assert answer.headers["content-type"] == XLSX
    assert answer.headers["content-disposition"].endswith("20260302.xlsx")
    assert page.max_row == 2
    assert column(page, "状态") == [house.desk.processes["demand"].lifecycle.label("received")]
    assert column(page, "领域") == ["生态环境"]
    assert column(page, "收到日期") == [datetime(2026, 3, 2)]  # noqa: DTZ001 - a cell knows no zone
    assert column(page, "是否超期") == ["否"]
    assert isinstance(column(page, "期限")[0], date)
    assert all("petition.city" in text for text in printed(page))


async def test_an_export_is_recorded_with_its_rows_and_without_what_was_asked_for(house: House) -> None:
    await submit(house, {}, {})

    await export(house, "petition.city", field="urban_environment")

    async with house.desk.db.reader() as reader:
        row = await reader.one(sa.select(audit_entries).where(audit_entries.c.action == "demand:export"))
    assert row["details"]["rows"] == 2
    assert "urban" not in str(row["details"])


async def test_more_than_fifty_rows_are_taken_by_who_signs(house: House) -> None:
    await submit(house, *({} for _ in range(51)))

    refused = await export(house, "petition.city")
    taken = await export(house, "petition-head.city")

    assert (refused.status_code, refused.json()["code"]) == (403, "export_needs_head")
    assert first(taken.content).max_row == 52
    assert (await export(house, "petition.city", limit=100, received_to="2026-03-01")).status_code == 200


async def test_an_outsider_takes_nothing_away(house: House) -> None:
    await submit(house, {})

    for login in ("district1.petition", "district2.handler"):
        assert first((await export(house, login)).content).max_row == 1
    for login in ("sysadmin", "nobody"):
        assert (await export(house, login)).status_code == 403


async def test_every_matter_of_a_workbook_says_in_its_ledger_who_took_it_away(house: House) -> None:
    await submit(house, {}, {"field": "ecology"})
    taken, left = [
        (await house.get("petition.city", "/v1/demands", field=field)).json()["items"][0]["id"]
        for field in ("ecology", "urban_environment")
    ]

    await export(house, "petition.city", field="ecology")

    ledgers = [
        (await house.get("petition.city", f"/v1/demands/{one}/disclosures")).json()["items"]
        for one in (taken, left)
    ]
    assert [[row["kind"] for row in ledger] for ledger in ledgers] == [["list"], []]
    assert ledgers[0][0]["crossed"] == ["codes"]
    async with house.desk.db.reader() as reader:
        action = audit_entries.c.action == "demand:export"
        entry = await reader.one(sa.select(audit_entries.c.details).where(action))
    assert entry["details"]["rows"] == 1
    assert {"number", "field", "due_on"} <= set(entry["details"]["columns"])


@pytest.mark.parametrize(
    ("collection", "filters", "pointers"),
    [
        ("reports", {"state": "gossip"}, ["/state/0"]),
        ("reports", {"state": ["received", "forwarded"]}, ["/state/1"]),
        ("reports", {"field": "gardening", "category": "rumour"}, ["/category/0", "/field/0"]),
        ("reports", {"jurisdiction": "nobody"}, ["/jurisdiction/0"]),
        ("urgings", {"level": "purple"}, ["/level/0"]),
        ("publications", {"field": "gardening"}, ["/field/0"]),
        ("duplicate-notices", {"state": "received"}, ["/state/0"]),
    ],
)
async def test_a_filter_by_what_there_is_not_is_refused_by_its_name(
    house: House, collection: str, filters: dict[str, Any], pointers: list[str]
) -> None:
    for path in (f"/v1/{collection}", f"/v1/{collection}/_count"):
        answer = await house.get("petition.city", path, **filters)
        assert answer.status_code == 400, (path, answer.text)
        assert sorted(one["pointer"] for one in answer.json()["errors"]) == pointers, path
        assert {one["code"] for one in answer.json()["errors"]} == {"enum"}
    sheet = {**house.headers("petition.city"), "Accept": XLSX}
    answer = await house.http.get(f"/v1/{collection}", headers=sheet, params=filters)
    assert answer.status_code == 400


async def test_a_filter_by_what_there_is_finds_it(house: House) -> None:
    for filters in ({"state": ["received", "archived"]}, {"channel": "online"}, {"field": "education"}):
        answer = await house.get("petition.city", "/v1/reports", **filters)
        assert (answer.status_code, answer.json()["items"]) == (200, []), filters
