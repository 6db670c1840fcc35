"""Fill tables by the million rows: their indexes and keys are taken off meanwhile, and made anew over all rows at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager

import asyncpg

_QUICKLY = (
    "SET synchronous_commit = off",
    "SET session_replication_role = replica",  # the rows are ours: no key has to be looked up
    "SET maintenance_work_mem = '512MB'",
    "SET work_mem = '256MB'",
    "SET jit = off",
)
_KEYS = """
SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name,
    pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE contype::text = ANY($2::text[])
    AND (conrelid = ANY($1::text[]::regclass[]) OR confrelid = ANY($1::text[]::regclass[]))
"""
_INDEXES = """
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
WHERE indrelid = ANY($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
"""


@asynccontextmanager
async def filling(dsn: str, tables: Sequence[str]) -> AsyncIterator[asyncpg.Connection]:
    """Give a superuser's connection that fills these tables. Everything ends with fresh statistics."""
    connection = await asyncpg.connect(dsn)
    try:
        for setting in _QUICKLY:
            await connection.execute(setting)
        references = await connection.fetch(_KEYS, tables, ["f"])
        keys = await connection.fetch(_KEYS, tables, ["p", "u"])
        indexes = await connection.fetch(_INDEXES, tables)
        for key in (*references, *keys):
            await connection.execute(f"ALTER TABLE {key['on']} DROP CONSTRAINT {key['name']}")
        for index in indexes:
            await connection.execute(f"DROP INDEX {index['name']}")
        yield connection
        for index in indexes:
            await connection.execute(index["definition"])
        for key in (*keys, *references):
            await connection.execute(
                f"ALTER TABLE {key['on']} ADD CONSTRAINT {key['name']} {key['definition']}"
            )
        await connection.execute("VACUUM ANALYZE")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


async def execute_all(connection: asyncpg.Connection, statements: Iterable[str], value: object) -> None:
    """Execute one after the other; those with a `$1` are given the value."""
    for statement in statements:
        await connection.execute(statement, *([value] if "$1" in statement else []))
