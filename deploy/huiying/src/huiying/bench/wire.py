"""How many statements a request costs: PostgreSQL is asked to write down each it is sent."""

from __future__ import annotations

import asyncio
import time

import asyncpg

from huiying.bench.http import send
from huiying.bench.stage import Stage

_OWN = ("permission_versions", "permission_feed", "pg_notify", "COMMIT", "BEGIN")
"""What the service does besides, and what only frames the statements."""


def statements_of(stage: Stage, path: str, token: str) -> int:
    """Return the number of statements behind one request, which was sent before."""
    send(stage.port, path, token=token)
    asyncio.run(_write_down(stage.superuser, "'all'"))
    try:
        begins = stage.server.log_file.stat().st_size
        send(stage.port, path, token=token)
        time.sleep(0.1)
        written = stage.server.log_file.read_bytes()[begins:].decode(errors="replace")
    finally:
        asyncio.run(_write_down(stage.superuser, "DEFAULT"))
    lines = [line for line in written.splitlines() if " execute " in line or "statement: " in line]
    return sum(not any(word in line for word in _OWN) for line in lines)


async def _write_down(dsn: str, what: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(f"ALTER SYSTEM SET log_statement = {what}")
        await connection.execute("SELECT pg_reload_conf()")
        await asyncio.sleep(0.3)  # until every session has heard it
    finally:
        await connection.close()
