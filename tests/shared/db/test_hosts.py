"""Of several servers the one that takes writes is found, though others are gone, silent, or only follow."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg
import pytest
import sqlalchemy as sa

from huiying.databases import Access
from huiying.services import free_port
from shared.db import Database, DatabaseUnavailable, Transaction
from shared.db.hosts import Hosts, each_of
from shared.feed.tables import events

from tests.conftest import MakeAccess
from tests.shared.db.test_engine import event

WRITES = "?target_session_attrs=read-write"


@asynccontextmanager
async def silent() -> AsyncIterator[int]:
    """A port that takes connections and never says a word, as a machine that hangs."""
    server = await asyncio.start_server(lambda *_: asyncio.sleep(3600), "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def behind(access: Access, *ports: int) -> str:
    """Return the address of a database with other servers named before its own."""
    login, _, place = access.app.rpartition("@")
    return f"{login}@{','.join(f'127.0.0.1:{port}' for port in ports)},{place}{WRITES}"


def test_each_server_gets_an_address_that_is_otherwise_the_same() -> None:
    assert each_of("postgresql://u:p%40w@a:1,[::1]:2/intake?target_session_attrs=primary") == [
        "postgresql://u:p%40w@a:1/intake?target_session_attrs=primary",
        "postgresql://u:p%40w@[::1]:2/intake?target_session_attrs=primary",
    ]
    assert each_of("postgresql://u:p@a/intake") == ["postgresql://u:p@a/intake"]


async def test_a_server_that_is_gone_and_one_that_hangs_hold_nobody_up(make_access: MakeAccess) -> None:
    async with silent() as port:
        database = await Database.connect(behind(await make_access("identity"), port, free_port()))
        try:
            began = time.monotonic()
            async with database.reader() as reader:
                assert await reader.scalar(sa.text("SELECT 1")) == 1
            assert time.monotonic() - began < 2
        finally:
            await database.close()


async def test_who_took_the_last_connection_is_asked_first(make_access: MakeAccess) -> None:
    async with silent() as port:
        dsn = behind(await make_access("identity"), port)
        hosts = Hosts(dsn)
        for least_s, most_s in ((0.25, 2.0), (0.0, 0.25)):
            began = time.monotonic()
            connection = await hosts.connect(dsn)
            assert least_s <= time.monotonic() - began < most_s
            await connection.close()


async def test_servers_that_only_follow_are_as_good_as_none(make_access: MakeAccess) -> None:
    access = await make_access("identity")
    name = access.app.rsplit("/", 1)[1]
    owner = await asyncpg.connect(access.migrator)
    await owner.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    await owner.close()
    for dsn in (f"{access.app}{WRITES}", behind(access, free_port())):
        database = await Database.connect(dsn)
        with pytest.raises(DatabaseUnavailable):
            async with database.transaction() as tx:
                await tx.scalar(sa.select(sa.func.count()).select_from(events))
        await database.close()


async def write(tx: Transaction) -> None:
    await tx.run(sa.text("CREATE TABLE never (id int)"))


async def add(tx: Transaction) -> None:
    tx.add(events, **event())


async def read_and_add(tx: Transaction) -> None:
    await tx.scalar(sa.select(sa.func.count()).select_from(events))
    await add(tx)


@pytest.mark.parametrize(
    "work", [write, add, read_and_add], ids=["statement", "queued rows", "queued rows after a read"]
)
async def test_a_connection_whose_server_stopped_taking_writes_is_given_up(
    make_access: MakeAccess, work: Callable[[Transaction], Awaitable[None]]
) -> None:
    access = await make_access("identity")
    database = await Database.connect(access.app, pool_size=1)
    try:
        async with database.reader() as reader:
            before = await reader.scalar(sa.text("SELECT pg_backend_pid()"))
            await reader.all(sa.text("SET default_transaction_read_only = on"))
        with pytest.raises(DatabaseUnavailable):
            async with database.transaction() as tx:
                await work(tx)
        async with database.reader() as reader:
            assert await reader.scalar(sa.text("SELECT pg_backend_pid()")) != before
    finally:
        await database.close()
