"""A large sheet is checked and imported as a job: same rules, with progress, all of it or nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import httpx
import pytest_asyncio
import sqlalchemy as sa

from intake.app import SPEC
from intake.settings import Settings
from shared.audit.record import audit
from shared.audit.tables import audit_entries
from shared.clock import FakeClock
from shared.db import Transaction
from shared.http.models import Input, Line
from shared.jobs.work import run_next
from shared.process.desk import Call, Desk
from shared.sheets.columns import Column
from shared.sheets.import_job import AT_ONCE
from shared.sheets.importing import SheetImport, one_by_one
from shared.sheets.listing import XLSX

from tests.conftest import MakeAccess
from tests.shared.sheets.books import book_of, first
from tests.support.house import House, open_house


class Letter(Input):
    """One row."""

    name: Annotated[str, Line(1, 10)]


async def add(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
    letter = Letter.model_validate(fields)
    audit(tx, call.actor, call.at, action="letter:create", details={"row": len(letter.name)})
    return letter.name


LETTERS = SheetImport(
    name="letters", title="来信", permission="report:read", prepare=one_by_one(add), most_rows=5000,
    columns=(Column("name", "标题", required=True),),
)  # fmt: skip
WITH_LETTERS = replace(SPEC, imports=(LETTERS,), jobs={})


@pytest_asyncio.fixture
async def house(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    async with open_house(WITH_LETTERS, Settings, await make_access("intake"), tmp_path, clock) as opened:
        await opened.hear()
        yield opened


async def send(house: House, mode: str, *names: str, login: str = "petition.city") -> httpx.Response:
    headers = {**house.headers(login, key=str(uuid4())), "Content-Type": XLSX}
    content = book_of(["标题"], *([name] for name in names))
    return await house.http.post(f"/v1/imports/letters?mode={mode}", headers=headers, content=content)


async def created(house: House) -> int:
    async with house.desk.db.reader() as reader:
        found: int = await reader.scalar(
            sa.select(sa.func.count()).where(audit_entries.c.action == "letter:create")
        )
    return found


async def ended(house: House, answer: httpx.Response) -> dict[str, Any]:
    """Let the worker do the job, and return how it ended."""
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/intake/v1/jobs/{answer.json()['job_id']}"
    assert await run_next(house.desk, WITH_LETTERS.all_jobs)
    shown: dict[str, Any] = (
        await house.get("petition.city", answer.headers["location"].removeprefix("/intake"))
    ).json()
    return shown


async def test_few_rows_are_imported_at_once_and_many_as_a_job(house: House) -> None:
    few = await send(house, "commit", "甲", "乙")
    many = await send(house, "commit", *["丙"] * (AT_ONCE + 1))

    assert few.json() == {"kind": "letters", "created": 2, "items": ["甲", "乙"]}
    job = await ended(house, many)
    assert job["state"] == "done"
    assert job["result"] == {"kind": "letters", "created": AT_ONCE + 1}
    assert job["progress"] == {"done": AT_ONCE + 1, "total": AT_ONCE + 1}
    assert await created(house) == AT_ONCE + 3


async def test_one_wrong_row_among_many_keeps_all_out_and_is_named(house: House) -> None:
    job = await ended(house, await send(house, "commit", *["丙"] * AT_ONCE, "标题太长了标题太长了标题"))

    assert (job["state"], job["problem"]["code"]) == ("failed", "import_refused")
    assert [one["pointer"] for one in job["problem"]["errors"]] == [f"/rows/{AT_ONCE + 2}/name"]
    assert await created(house) == 0


async def test_a_check_of_many_rows_gives_the_workbook_with_remarks(house: House) -> None:
    job = await ended(house, await send(house, "check", *["丙"] * AT_ONCE, "标题太长了标题太长了标题"))

    assert (job["result"], job["file_name"]) == ({"errors": 1}, "来信检查结果.xlsx")
    file = await house.get("petition.city", f"/v1/jobs/{job['id']}/content")
    assert "10" in str(first(file.content).cell(AT_ONCE + 2, 2).value)
    assert await created(house) == 0


async def test_too_many_rows_are_refused_before_any_work(house: House) -> None:
    answer = await send(house, "commit", *["丙"] * 5001)

    assert (answer.status_code, answer.json()["code"]) == (400, "sheet_unreadable")
    assert (await send(house, "commit", "甲", login="sysadmin")).status_code == 403
