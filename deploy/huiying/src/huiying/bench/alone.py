"""The same rows read by hand, on one connection: what an answer is held beside."""

from __future__ import annotations

import time
from collections.abc import Sequence

import asyncpg


async def read_alone(
    dsn: str, statements: Sequence[str], *values: object, times: int
) -> tuple[list[float], list[asyncpg.Record]]:
    """Return the milliseconds that all statements took, each time, and the rows of the last one."""
    connection = await asyncpg.connect(dsn)
    took: list[float] = []
    rows: list[asyncpg.Record] = []
    try:
        for _ in range(times):
            began = time.perf_counter()
            for statement in statements:
                rows = await connection.fetch(statement, *values)
            took.append((time.perf_counter() - began) * 1000)
    finally:
        await connection.close()
    return took, rows
