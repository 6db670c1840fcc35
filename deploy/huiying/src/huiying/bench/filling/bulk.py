"""Fill tables by the million rows, on both processors and without care for a crash: who falls here begins anew.

Indexes and keys are taken off meanwhile, and made anew over all rows at once.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

HANDS = 2
_CARELESS = ("fsync", "full_page_writes", "autovacuum")
"""What makes writing slow, and nothing in the rows."""
_QUICKLY = (
    "SET synchronous_commit = off",
    "SET session_replication_role = replica",  # the rows are ours: no key has to be looked up
    "SET maintenance_work_mem = '512MB'",
    "SET work_mem = '256MB'",
    "SET jit = off",
    "SELECT setseed(0.42)",
)
_KEYS = """
SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name,
    pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE contype::text = ANY($2::text[])
    AND (conrelid = ANY($1::text[]::regclass[]) OR confrelid = ANY($1::text[]::regclass[]))
"""
_INDEXES = """
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
    JOIN pg_class c ON c.oid = indexrelid JOIN pg_am a ON a.oid = c.relam
WHERE indrelid = ANY($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
ORDER BY amname = 'gin' DESC
"""
"""Those that take longest first: meanwhile the other hand makes the rest."""
_OTHERS = """
SELECT relid::regclass::text AS name FROM pg_stat_user_tables WHERE relid <> ALL($1::text[]::regclass[])
"""


class Filler:
    """A superuser's connections that fill tables."""

    def __init__(self, connections: Sequence[asyncpg.Connection]) -> None:
        self._connections = connections

    async def execute(self, statement: str, *values: Any) -> None:
        """Do one thing, before what comes next."""
        await self._connections[0].execute(statement, *values)

    async def together(self, statements: Iterable[str]) -> None:
        """Do several things that need not wait for each other."""
        waiting = list(reversed(list(statements)))

        async def work(connection: asyncpg.Connection) -> None:
            while waiting:
                await connection.execute(waiting.pop())

        async with asyncio.TaskGroup() as hands:
            for connection in self._connections:
                hands.create_task(work(connection))


@asynccontextmanager
async def filling(dsn: str, tables: Sequence[str]) -> AsyncIterator[Filler]:
    """Give what fills these tables. Everything ends with fresh statistics, safe on the disk."""
    connections = [await asyncpg.connect(dsn) for _ in range(HANDS)]
    first = connections[0]
    try:
        await _set(first, [f"SET {name} = off" for name in _CARELESS])
        for connection in connections:
            for setting in _QUICKLY:
                await connection.execute(setting)
        references = await first.fetch(_KEYS, tables, ["f"])
        keys = await first.fetch(_KEYS, tables, ["p", "u"])
        indexes = await first.fetch(_INDEXES, tables)
        for key in (*references, *keys):
            await first.execute(f"ALTER TABLE {key['on']} DROP CONSTRAINT {key['name']}")
        for index in indexes:
            await first.execute(f"DROP INDEX {index['name']}")
        filler = Filler(connections)
        yield filler
        await filler.together([*(one["definition"] for one in indexes), *map(_again, keys)])
        for key in references:
            await first.execute(_again(key))
        others = [row["name"] for row in await first.fetch(_OTHERS, tables)]
        await filler.together(
            [*(f"VACUUM ANALYZE {table}" for table in tables), f"ANALYZE {', '.join(others)}"]
        )
        await _set(first, [f"RESET {name}" for name in _CARELESS])
        await first.execute("CHECKPOINT")
        await asyncio.to_thread(os.sync)  # a checkpoint does not write again what was written without care
    finally:
        for connection in connections:
            await connection.close()


async def execute_all(
    connection: asyncpg.Connection | Filler, statements: Iterable[str], value: object
) -> None:
    """Execute one after the other; those with a `$1` are given the value."""
    for statement in statements:
        await connection.execute(statement, *([value] if "$1" in statement else []))


def _again(key: asyncpg.Record) -> str:
    return f"ALTER TABLE {key['on']} ADD CONSTRAINT {key['name']} {key['definition']}"


async def _set(connection: asyncpg.Connection, changes: Iterable[str]) -> None:
    for change in changes:
        await connection.execute(f"ALTER SYSTEM {change}")
    await connection.execute("SELECT pg_reload_conf()")
