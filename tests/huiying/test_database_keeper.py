"""A killed database server is started again, unless it is held down."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from huiying.database_keeper import kept
from huiying.postgres import Server
from huiying.processes import kill_all, tree
from huiying.services import free_port

from tests.support.running_set import wait_for

pytestmark = [pytest.mark.running, pytest.mark.database]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "data", free_port())
    server.start()
    yield server
    server.drop()


async def ask(server: Server, question: str) -> object:
    connection = await asyncpg.connect(server.dsn())
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def killed(server: Server) -> int:
    """Kill every process of the server at once, and return the dead one's number."""
    pid = server.pid()
    assert pid is not None
    kill_all(tree(pid))
    return pid


async def test_a_killed_server_runs_again_with_everything_that_was_committed(
    server: Server, tmp_path: Path
) -> None:
    with kept(server, tmp_path / "held") as keeper:
        await ask(server, "CREATE TABLE kept AS SELECT 42 AS answer")
        dead = killed(server)
        wait_for("the server to be back", lambda: keeper.restarts == 1)
        assert server.pid() != dead
        assert await ask(server, "SELECT answer FROM kept") == 42
        assert not Path(f"/proc/{dead}").exists()


async def test_backends_that_outlive_the_killed_postmaster_are_waited_for(
    server: Server, tmp_path: Path
) -> None:
    with kept(server, tmp_path / "held") as keeper:
        connection = await asyncpg.connect(server.dsn())
        dead = server.pid()
        assert dead is not None
        os.kill(dead, signal.SIGKILL)
        wait_for("the server to be back", lambda: keeper.restarts == 1)
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
            await connection.fetchval("SELECT 1")
        assert await ask(server, "SELECT 1") == 1


def test_a_held_server_stays_down_until_it_is_let_go(server: Server, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.touch()
    with kept(server, held) as keeper:
        killed(server)
        wait_for("the server to be gone", lambda: server.pid() is None)
        held.unlink()
        wait_for("the server to be back", lambda: server.pid() is not None)
        wait_for("the keeper to say so", lambda: keeper.restarts == 1)
