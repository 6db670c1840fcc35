"""Five thousand letters from one workbook, imported as a job; beside writing the same rows by hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import asyncpg

from huiying.bench.bench import Bench
from huiying.bench.beside_bare import statements as sql
from huiying.bench.entry import EACH, PER_S, SHARE, Entry, Figure, Reading, at_least
from huiying.bench.filling.intake import intake_with, petition_officer
from huiying.bench.http import send
from huiying.bench.stage import Stage
from intake.usecases.matters.import_letters import LETTERS
from shared.clock import SystemClock
from shared.sheets.import_job import AT_ONCE

COUNT = 5_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LETTER = {
    "category": "检举控告", "channel": "来信", "content": "反映某单位在项目招投标中存在围标串标问题，请予核查。" * 6,
    "subject_name": "（化名）张某", "subject_organisation": "某局", "subject_position": "科长",
    "reporter_name": "（化名）李某", "reporter_phone": "00000000000",
}  # fmt: skip


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(intake_with(bench.size(100_000, 20_000)))
    stage.start_worker()
    count = bench.size(COUNT, 600)
    workbook = _workbook(count)
    _imported(stage, _workbook(AT_ONCE + 1), "check")  # what is measured is the worker's work, not its start
    checked, checking, _ = _imported(stage, workbook, "check")
    committed, took, seen = _imported(stage, workbook, "commit")
    if (checked["result"]["errors"], committed["result"]["created"]) != (0, count):
        raise SystemExit(f"{checked} {committed}")
    by_hand = asyncio.run(_by_hand(stage.superuser, count))
    yield Reading("per_s", count / took, {"letters": count, "s": took, "by hand/s": count / by_hand})
    yield Reading("share", by_hand / took)
    yield Reading("checked_per_s", count / checking, {"s": checking})
    yield Reading("progress", len(seen))


def _imported(stage: Stage, workbook: bytes, mode: str) -> tuple[dict[str, Any], float, set[int]]:
    """Return the job when it is done, the seconds from asking to that, and how far it was seen to be meanwhile."""
    began, seen = time.monotonic(), set[int]()
    token = petition_officer(stage, 0)
    asked = send(stage.port, f"/v1/imports/letters?mode={mode}", workbook, token, **{"Content-Type": XLSX})
    job: dict[str, Any] = {"state": "waiting"}
    while job["state"] in ("waiting", "running"):
        time.sleep(0.2)
        job = send(stage.port, f"/v1/jobs/{asked['job_id']}", token=petition_officer(stage, 0))
        seen.add(job["progress"]["done"])
    if job["state"] != "done":
        raise SystemExit(f"{job}")
    return job, time.monotonic() - began, seen


def _workbook(count: int) -> bytes:
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("来信")
        for place, column in enumerate(LETTERS):
            sheet.write_string(0, place, column.header)
            for row in range(1, count + 1):
                text = LETTER.get(column.key, "") + (f"（{row}）" if column.key == "content" else "")
                sheet.write_string(row, place, text)
    return out.getvalue()


async def _by_hand(dsn: str, count: int) -> float:
    """Return the seconds of writing as many reports with all their rows, one statement each, in one transaction."""
    connection = await asyncpg.connect(dsn)
    at, today = SystemClock().now(), SystemClock().today()
    try:
        began = time.monotonic()
        async with connection.transaction():
            for _ in range(count):
                await connection.execute(sql.SUBMIT, *_row(at, today))
        return time.monotonic() - began
    finally:
        await connection.close()


def _row(at: Any, today: Any) -> list[Any]:
    report, blob = uuid4(), bytes(700)
    return [
        report, at, "city/city-petition", "accusation", None, None, today, blob, blob[:200], uuid4(), uuid4(), str(report),
        bytes(32), "{}", uuid4(), "{}", uuid4(), at, uuid4(), "{}", uuid4(), uuid4().bytes * 2, uuid4().bytes * 2,
        uuid4().bytes * 2, bytes(32), blob, at,
    ]  # fmt: skip


ENTRY = Entry(
    "letters",
    f"批量导入 {COUNT:,} 封来信（后台任务，全有或全无），相对手写 SQL",
    f"a workbook of {COUNT:,} letters imported by a job, all or none, of the same rows written by hand",
    (
        Figure("per_s", PER_S, at_least(100), "每秒来信", "letters a second"),
        Figure("share", SHARE, None, "相对手写 SQL", "of the same rows written by hand"),
        Figure(
            "checked_per_s",
            PER_S,
            at_least(100),
            "每秒检查的来信",
            "letters checked a second, the annotated workbook made",
        ),
        Figure(
            "progress", EACH, at_least(3), "看到的不同进度", "different states of progress seen meanwhile"
        ),
    ),
    _measure,
)
