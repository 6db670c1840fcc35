"""Another city's index is a sheet, not a change of code: checked, all or nothing, a version nobody changes."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
from openpyxl import load_workbook

from tests.rectification.evaluation_story import begun, know
from tests.rectification.index_book import book, rows
from tests.rectification.story import CLERK, COMMISSION, OFFICE, do, refused, supervised
from tests.support.house import House

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADERS = ("体系代码", "体系版本", "体系名称", "层面代码", "评估层面", "层面分值")


async def sent(house: House, content: bytes, mode: str = "commit", login: str = OFFICE) -> httpx.Response:
    headers = {**house.headers(login, key=str(uuid4())), "Content-Type": XLSX, "Accept-Language": "zh-CN"}
    return await house.http.post(
        f"/v1/imports/evaluation-indexes?mode={mode}", headers=headers, content=content
    )


async def versions(house: House) -> list[tuple[str, str, int]]:
    items = (await house.get(CLERK, "/v1/evaluation-indexes")).json()["items"]
    return [(one["code"], one["version"], len(one["items"])) for one in items]


async def test_an_index_is_brought_whole_and_a_running_evaluation_keeps_its_version(house: House) -> None:
    thing, evaluation = await begun(house)
    shorter = [row for row in rows("default", "2026-1") if row["item"] != "D3.2"]
    next(row for row in shorter if row["item"] == "D3.1")["item_points"] = 3

    checked = await sent(house, book(shorter), "check")
    assert (checked.status_code, checked.headers["Import-Errors"]) == (200, "0")
    assert await versions(house) == [("default", "1", 41)]
    assert (await sent(house, book(shorter))).json()["created"] == 40
    again = await sent(house, book(shorter))

    assert (again.status_code, again.json()["errors"][0]["code"]) == (409, "index_version_known")
    assert "版本不能改动" in again.json()["errors"][0]["detail"]
    assert await versions(house) == [("default", "2026-1", 40), ("default", "1", 41)]
    shown = (await house.get(OFFICE, f"/v1/{evaluation}")).json()
    assert (shown["index_code"], shown["index_version"]) == ("default", "1")
    other = await supervised(house, ordinal=4, name="第五届市委第四轮巡察")
    assert await refused(house, OFFICE, other, "begin-evaluation", index_version="none") == (
        409,
        "index_unknown",
    )
    know(house)
    await do(house, OFFICE, other, "begin-evaluation")
    query = {"inspected_organization_id": other.split("/")[1]}
    (newer,) = (await house.get(OFFICE, "/v1/evaluations", **query)).json()["items"]
    assert newer["index_version"] == "2026-1"
    assert thing != other


async def test_everything_that_is_wrong_is_written_into_the_sheet_and_nothing_is_kept(house: House) -> None:
    wrong: list[dict[str, Any]] = rows()
    wrong[0] |= {"item_points": 3}
    wrong[1] |= {"item": "A1.1"}
    wrong[2] |= {"metric": None}
    wrong[3] |= {"content_points": 9}

    checked = await sent(house, book(wrong), "check")
    sheet = load_workbook(BytesIO(checked.content)).worksheets[0]
    said = {str(row[9].value): str(row[-1].value) for row in sheet.iter_rows(min_row=2) if row[-1].value}
    committed = await sent(house, book(wrong))

    assert int(checked.headers["Import-Errors"]) == 5
    assert "代码重复" in said["A1.1"] or "合计" in said["A1.1"]
    assert "必须填写系统计算指标" in said["A1.3"]
    assert "分值为9" in said["A2.1"]
    assert (committed.status_code, committed.json()["code"], len(committed.json()["errors"])) == (
        409, "import_refused", 5,
    )  # fmt: skip
    assert await versions(house) == [("default", "1", 41)]


async def test_cells_that_cannot_be_are_named_one_by_one_and_only_the_office_may_bring_an_index(
    house: House,
) -> None:
    wrong = rows()
    wrong[4] |= {"metric": "猜测", "method": "按心情"}
    wrong[5] |= {"item": "A2.2.1", "item_points": "two"}
    refusal = (await sent(house, book(wrong))).json()

    found = {one["pointer"] for one in refusal["errors"]}
    (method,) = (one for one in refusal["errors"] if one["pointer"] == "/rows/6/method")
    assert method["params"]["allowed"] == ["按比例计分", "分档评分", "扣分"]
    assert found == {"/rows/6/method", "/rows/7/item", "/rows/7/item_points"}
    unknown = rows()
    unknown[2] |= {"metric": "猜测"}
    assert [one["code"] for one in (await sent(house, book(unknown))).json()["errors"]] == ["metric_unknown"]
    for login in (CLERK, COMMISSION):
        assert (await sent(house, book(rows()), login=login)).status_code == 403
    assert (await sent(house, b"no workbook")).json()["code"] == "sheet_unreadable"
    template = await house.get(OFFICE, "/v1/imports/evaluation-indexes/template")
    headers = [cell.value for cell in load_workbook(BytesIO(template.content)).worksheets[0][1]]
    assert tuple(headers[:6]) == HEADERS
