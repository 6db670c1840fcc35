"""Which migrations would run, told without running them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

from huiying.databases import Access
from huiying.migrate import MIGRATIONS, VERSION_TABLES
from huiying.operating.finding import Finding, odd, well
from shared.db.hosts import connect

_WORDS = re.compile(r"^(\d{4})_(\w+)\.py$")


def plan(accesses: Iterable[Access]) -> list[Finding]:
    """Return one finding for each migration that would run, in order. Raises: OSError, asyncpg.PostgresError."""
    return [finding for access in accesses for finding in asyncio.run(_of(access))]


async def _of(access: Access) -> list[Finding]:
    connection = await connect(access.migrator)
    try:
        found = []
        for chain, table in (("shared", VERSION_TABLES["shared"]), (access.service, VERSION_TABLES["own"])):
            known = await connection.fetchval("SELECT to_regclass($1) IS NOT NULL", table)
            at = await connection.fetchval(f"SELECT version_num FROM {table}") if known else None  # noqa: S608
            found += [
                odd(
                    access.service,
                    f"待执行 {chain}/{number}：{words}",
                    f"would run {chain}/{number}: {words}",
                )
                for number, words in _after(chain, at)
            ]
    finally:
        await connection.close()
    return found or [well(access.service, "已是最新", "nothing to do")]


def _after(chain: str, version: str | None) -> list[tuple[str, str]]:
    """Return numbers and words of a chain's migrations after a version; a chain is numbered without gaps."""
    matched = (_WORDS.match(path.name) for path in sorted((MIGRATIONS / chain).glob("*.py")))
    named = [(one.group(1), one.group(2).replace("_", " ")) for one in matched if one]
    return [(number, words) for number, words in named if version is None or number > version]
