"""Whether a clue is about the same matter as one of all the others: the first time, from then on, and beside reading it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import asyncpg

from huiying.bench.bench import Bench
from huiying.bench.entry import MS, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.casework import OFFICE, casework_with, handler
from huiying.bench.http import get, send, timed

CLUES, ASKED = 200_000, 200


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(casework_with(bench.size(CLUES, 20_000)))
    token = handler(stage)
    paths = [f"/v1/clues/{one}/overlaps" for one in asyncio.run(clues_of_office(stage.superuser))]
    stage.start_again()  # so that nothing is prepared, and no connection open
    first, _ = timed(lambda: send(stage.port, paths[0], token=token))
    second, _ = timed(lambda: send(stage.port, paths[1], token=token))
    asked = [get(path, token) for path in paths]
    alone = [get(path.removesuffix("/overlaps"), token) for path in paths]
    whole = bench.load.measure(stage.port, asked, connections=1, measure_s=5)
    read = bench.load.measure(stage.port, alone, connections=1, measure_s=5)
    yield Reading("median", whole.p50_ms, {"p99 ms": whole.p99_ms, "/s": whole.per_s})
    yield Reading("times", whole.p50_ms / read.p50_ms, {"reading the clue ms": read.p50_ms})
    yield Reading("first", first, {"second ms": second})


async def clues_of_office(dsn: str) -> list[str]:
    """Return some clues of the measured office, in no order."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch(
            "SELECT id FROM clues WHERE holder_path = $1 ORDER BY md5(id::text) LIMIT $2", OFFICE, ASKED
        )
    finally:
        await connection.close()
    return [str(row["id"]) for row in rows]


ENTRY = Entry(
    "overlaps",
    f"线索重合比对，与 {CLUES // 10_000} 万条线索比",
    f"overlaps of a clue among {CLUES:,}, the whole request",
    (
        Figure("median", MS, at_most(20), "中位数", "median"),
        Figure("times", TIMES, at_most(3), "相对读取这条线索", "of reading the clue alone"),
        Figure("first", MS, None, "服务启动后的第一次", "the first after the service started"),
    ),
    _measure,
)
