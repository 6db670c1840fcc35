"""An answer is not told again before it is safe on the standby, however it came to be seen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from huiying.databases import provision
from huiying.migrate import upgrade
from huiying.postgres import Server
from huiying.services import free_port
from shared.db import Database
from shared.http.answers import Answer
from shared.http.idempotency import Clash, claim, claim_with_commit, replay_after

from tests.shared.http.test_idempotency import ANSWER, AT, made, write

pytestmark = [pytest.mark.database, pytest.mark.running]
Ask = Callable[[Database], Awaitable[Answer]]


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    server = Server(tmp_path / "data", free_port())
    server.start()
    yield server
    server.drop()


@pytest_asyncio.fixture
async def database(server: Server, tmp_path: Path) -> AsyncIterator[Database]:
    access = (await provision(server, tmp_path / "passwords.json", ["identity"]))["identity"]
    await asyncio.to_thread(upgrade, access)
    database = await Database.connect(access.app, pool_size=2)
    yield database
    await database.close()


async def by_claim(database: Database) -> Answer:
    async with database.transaction() as tx:
        if replay := await claim(tx, made(), AT):
            return replay
    raise AssertionError("nobody was answered before")


async def by_clash(database: Database) -> Answer:
    try:
        async with database.transaction() as tx:
            claim_with_commit(tx, made(), ANSWER, AT)
    except Clash as clash:
        return await replay_after(clash, database, made())
    raise AssertionError("nobody was answered before")


async def standby(server: Server, name: str) -> None:
    """Let commits wait for a standby of this name, or for none; the only one there could be is far away."""
    connection = await asyncpg.connect(server.dsn())
    await connection.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
    await connection.execute("SELECT pg_reload_conf()")
    await connection.close()
    await asyncio.sleep(0.2)


async def test_an_answer_that_was_seen_and_is_not_safe_yet_is_not_told(
    server: Server, database: Database
) -> None:
    await write(database, made())
    for ask in (by_clash, by_claim):
        assert (await ask(database)).content == ANSWER.content
        await standby(server, "far_away")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ask(database), 0.5)
        await standby(server, "")
        assert (await ask(database)).content == ANSWER.content
