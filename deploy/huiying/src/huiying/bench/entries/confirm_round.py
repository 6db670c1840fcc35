"""A round of 200 evaluations is confirmed in one job, beside PostgreSQL reading and writing the same rows.

The office proposes and the head signs, each in a job of their own; measured is the job of the leading group, which
scores, freezes, grades and records every one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import asyncpg

from huiying.bench.bench import Bench
from huiying.bench.entry import MS, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.rectification import (
    EVALUATORS,
    ROUND,
    evaluations_to_confirm,
    inspection_head,
    inspection_officer,
    leading_group,
)
from huiying.bench.http import send
from huiying.bench.stage import Stage
from shared.clock import SystemClock

MEETING = {
    "held_on": "2026-01-05", "place": "会议室", "chair": "组长", "resolution": "同意。",
    "attendees": [{"officer": "甲", "present": True}, {"officer": "乙", "present": True}],
}  # fmt: skip
WITHIN_S = 240.0
_COPIED = ("evaluation_results", "history", "audit_entries", "events", "signatures")
"""Tables to which the job adds rows; alone, PostgreSQL adds the same rows to empty copies of them."""


def _measure(bench: Bench) -> Iterator[Reading]:
    many = bench.size(200, 40)
    stage = bench.stage(evaluations_to_confirm(many))
    stage.start_worker()
    for token, outcome in ((inspection_officer(stage), "proposed"), (inspection_head(stage), "signed")):
        _work(bench, stage, token, outcome, many)
    since = SystemClock().now()
    took = _work(bench, stage, leading_group(stage), "confirmed", many)
    alone = asyncio.run(_alone(stage.superuser, since))
    yield Reading("job", took / alone, {"s": took / 1000, "SQL s": alone / 1000})
    yield Reading("each", took / many)


def _work(bench: Bench, stage: Stage, token: str, outcome: str, many: int) -> float:
    """Ask for the job, wait for its end, and return its milliseconds. Raises: TimeoutError, ValueError."""
    began = time.perf_counter()
    body = {"round_id": ROUND, "meeting": MEETING}
    job = send(stage.port, "/v1/evaluations/_confirm", body, token)["job_id"]
    shown: dict[str, Any] = {}
    while time.perf_counter() - began < WITHIN_S:
        shown = send(stage.port, f"/v1/jobs/{job}", token=token)
        if shown["finished_at"]:
            took = (time.perf_counter() - began) * 1000
            if shown["state"] != "done" or shown["result"]["counts"] != {outcome: many}:
                raise ValueError(f"{shown['state']}: {shown['problem'] or shown['result']['counts']}")
            bench.tell(f"  {outcome:<10}{many:>5}   {took / 1000:6.2f} s")
            return took
        time.sleep(0.1)
    raise TimeoutError(f"{outcome}: {shown}")


async def _alone(dsn: str, since: datetime) -> float:
    """Return the milliseconds in which PostgreSQL reads the marks and writes the rows, a transaction for each."""
    connection = await asyncpg.connect(dsn)
    try:
        for table in _COPIED:
            await connection.execute(f"CREATE TABLE alone_{table} (LIKE {table} INCLUDING INDEXES)")
        rows = await connection.fetch("SELECT id, inspected_organization_id FROM evaluations ORDER BY id")
        began = time.perf_counter()
        for row in rows:
            async with connection.transaction():
                await _one(connection, str(row["id"]), str(row["inspected_organization_id"]), since)
        return (time.perf_counter() - began) * 1000
    finally:
        await connection.close()


async def _one(
    connection: asyncpg.Connection[Any], evaluation: str, organization: str, since: datetime
) -> None:
    await connection.fetch("SELECT * FROM evaluation_marks WHERE evaluation_id = $1", evaluation)
    await connection.execute(
        "INSERT INTO alone_evaluation_results SELECT * FROM evaluation_results WHERE evaluation_id = $1",
        evaluation,
    )
    await connection.execute(
        "INSERT INTO alone_signatures SELECT s.* FROM signatures s JOIN sign_offs o ON o.id = s.sign_off_id"
        " WHERE o.object_id = $1 AND s.at >= $2", evaluation, since,
    )  # fmt: skip
    for table, key in (("history", "object_id"), ("audit_entries", "object_id"), ("events", "subject")):
        await connection.execute(
            f"INSERT INTO alone_{table} SELECT * FROM {table} WHERE {key} = ANY($1) AND at >= $2",  # noqa: S608
            [evaluation, organization],
            since,
        )
    await connection.execute("UPDATE evaluations SET total = total WHERE id = $1", evaluation)
    await connection.execute("UPDATE inspected_organizations SET score = score WHERE id = $1", organization)


ENTRY = Entry(
    "confirm",
    f"一个后台任务审定 200 个党组织的评估：41 项指标、{EVALUATORS} 名评估人员",
    f"200 evaluations of 41 items and {EVALUATORS} evaluators confirmed in one job",
    (
        Figure("job", TIMES, at_most(15), "相对只读写相同各行", "of reading and writing the same rows alone"),
        Figure("each", MS, at_most(150), "每个党组织", "each organisation"),
    ),
    _measure,
)
