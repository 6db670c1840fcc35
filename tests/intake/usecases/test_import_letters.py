"""Letters from a sheet: checked with remarks, imported all or none, thousands as a job."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
import sqlalchemy as sa
import xlsxwriter

from intake.app import SPEC
from intake.store.tables import DemandRow, ReportRow
from intake.usecases.matters.import_letters import LETTERS
from shared.jobs.work import run_next
from shared.sheets.listing import XLSX

from tests.intake.usecases.routing_story import opened
from tests.intake.usecases.story import WORKER
from tests.support.house import House

PETITION = "petition.city"
ROW = {
    "类别*": "检举控告",
    "反映内容*": "来信反映某校食堂采购长期由一家供应商垄断。",
    "被反映人": "（化名）郑某",
}


def sheet(*rows: dict[str, Any]) -> bytes:
    """Return a workbook as staff would fill it in."""
    out = BytesIO()
    headers = [column.header for column in LETTERS]
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("来信")
        page.write_row(0, 0, headers)
        for number, row in enumerate(rows, 1):
            for place, header in enumerate(headers):
                page.write(number, place, row.get(header, ""))
    return out.getvalue()


async def send(house: House, content: bytes, mode: str, login: str = PETITION) -> httpx.Response:
    headers = {**house.headers(login, key=str(uuid4())), "Content-Type": XLSX}
    return await house.http.post(f"/v1/imports/letters?mode={mode}", headers=headers, content=content)


async def counts(house: House) -> tuple[int, int]:
    async with house.desk.db.reader(WORKER) as reader:
        found = [
            int(await reader.scalar(sa.select(sa.func.count()).select_from(table)))
            for table in (ReportRow.__table__, DemandRow.__table__)
        ]
    return found[0], found[1]


async def test_a_sheet_of_letters_becomes_reports_and_demands_whose_receipts_are_printed_later(
    house: House,
) -> None:
    named = {**ROW, "反映人": "（化名）王某", "来源系统": "letters-2026", "来源编号": "1"}
    demand = {**ROW, "类别*": "民生诉求", "领域": "教育"}

    answer = await send(house, sheet(named, demand), "commit")

    assert (answer.status_code, answer.json()["created"]) == (200, 2), answer.text
    assert await counts(house) == (1, 1)
    report = answer.json()["items"][0]
    shown = (await house.get(PETITION, f"/v1/reports/{report}")).json()
    assert (shown["channel"], shown["named_status"], shown["source_ref"]) == ("letter", "unverified", "1")
    printed = await house.http.post(
        f"/v1/reports/{report}/receipt", headers=house.headers(PETITION, key=str(uuid4())), json={}
    )
    assert printed.status_code == 201, printed.text
    assert (await opened(house, printed.json()["receipt"]))["state"] == "received"


async def test_a_check_keeps_nothing_and_says_in_each_cell_what_is_wrong(house: House) -> None:
    wrong = {**ROW, "反映内容*": "短", "领域": "园艺", "来件渠道": "飞鸽"}

    answer = await send(house, sheet(ROW, wrong), "check")

    assert answer.status_code == 200
    assert int(answer.headers["Import-Errors"]) == 3
    assert answer.headers["Content-Type"] == XLSX
    refused = await send(house, sheet(ROW, wrong), "commit")
    assert (refused.status_code, refused.json()["code"]) == (409, "import_refused")
    assert {one["pointer"] for one in refused.json()["errors"]} == {
        "/rows/3/content", "/rows/3/channel", "/rows/3/field",
    }  # fmt: skip
    assert await counts(house) == (0, 0)


async def test_a_number_that_came_before_is_refused_and_nothing_of_the_sheet_stays(house: House) -> None:
    numbered = {**ROW, "来源系统": "letters-2026", "来源编号": "7"}
    assert (await send(house, sheet(numbered), "commit")).status_code == 200

    refused = await send(
        house, sheet(ROW, {**numbered, "反映内容*": "另一封内容不同的来信，编号却相同。"}), "commit"
    )

    assert [one["pointer"] for one in refused.json()["errors"]] == ["/rows/3/source_ref"]
    assert await counts(house) == (1, 0)


async def test_a_number_written_twice_in_one_sheet_is_refused_at_its_second_row(house: House) -> None:
    numbered = {**ROW, "来源系统": "letters-2026", "来源编号": "7"}

    refused = await send(house, sheet(numbered, ROW, numbered), "commit")

    assert [one["pointer"] for one in refused.json()["errors"]] == ["/rows/4/source_ref"]
    assert await counts(house) == (0, 0)


async def test_who_does_not_receive_petitions_imports_none_and_a_broken_file_is_said_to_be(
    house: House,
) -> None:
    assert (await send(house, sheet(ROW), "commit", "office1.handler")).status_code == 403
    broken = await send(house, b"not a workbook", "commit")
    assert (broken.status_code, broken.json()["code"]) in (
        (400, "sheet_unreadable"),
        (409, "sheet_unreadable"),
    )
    template = await house.get(PETITION, "/v1/imports/letters/template")
    assert template.status_code == 200
    assert template.content[:2] == b"PK"


async def test_many_letters_are_a_job_with_progress(house: House) -> None:
    rows = [{**ROW, "来源系统": "letters-2026", "来源编号": str(number)} for number in range(501)]

    accepted = await send(house, sheet(*rows), "commit")
    assert accepted.status_code == 202, accepted.text
    assert await run_next(house.desk, SPEC.all_jobs)

    job = (await house.get(PETITION, accepted.headers["Location"].removeprefix("/intake"))).json()
    assert (job["state"], job["progress"], job["result"]["created"]) == (
        "done",
        {"done": 501, "total": 501},
        501,
    )
    assert await counts(house) == (501, 0)
