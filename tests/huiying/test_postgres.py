"""The embedded server survives what happens to servers on people's machines."""

from __future__ import annotations

import os
import signal
import socket
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from huiying import binaries
from huiying.binaries import NoServer
from huiying.postgres import Server
from huiying.services import free_port

pytestmark = [pytest.mark.running, pytest.mark.database]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "a folder" / "data", free_port(), durable=False)
    yield server
    server.drop()


async def ask(server: Server, question: str) -> object:
    connection = await asyncpg.connect(server.dsn())
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


async def test_it_starts_below_a_closed_folder_and_speaks_utf8_with_the_libc_locale(server: Server) -> None:
    server.data.parent.mkdir()
    server.data.parent.chmod(0o700)
    assert server.start()
    assert await ask(server, "SELECT pg_encoding_to_char(encoding) FROM pg_database LIMIT 1") == "UTF8"
    locale = "SELECT datlocprovider::text || ' ' || datctype FROM pg_database WHERE datname = 'template1'"
    assert await ask(server, locale) == "c C.UTF-8"
    assert stat.S_IMODE(server.data.parent.stat().st_mode) == 0o700


async def test_a_second_start_finds_the_first_server(server: Server) -> None:
    assert server.start()
    first = server.pid()
    assert not server.start()
    assert server.pid() == first


async def test_what_was_committed_is_there_after_the_server_was_killed(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", free_port())
    server.start()
    await ask(server, "CREATE TABLE kept AS SELECT 42 AS answer")
    pid = server.pid()
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while server.pid() is not None:
        time.sleep(0.01)
    assert server.start()
    assert await ask(server, "SELECT answer FROM kept") == 42
    server.drop()


async def test_a_dead_server_nobody_reaped_is_buried(server: Server) -> None:
    server.start()
    server.stop()
    child = os.fork()
    if child == 0:
        os._exit(0)
    while Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
        time.sleep(0.01)
    (server.data / "postmaster.pid").write_text(f"{child}\n{server.data}\n0\n{server.port}\n\n127.0.0.1\n")
    assert server.start()
    os.waitpid(child, 0)


def test_its_password_is_for_the_owners_eyes_only(server: Server) -> None:
    server.start()
    assert stat.S_IMODE(server.password_file.stat().st_mode) == 0o600
    assert len(server.password_file.read_text()) >= 32


def test_data_of_another_major_version_is_refused_in_a_sentence(server: Server) -> None:
    server.data.mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(NoServer, match="written by PostgreSQL 9"):
        server.start()


def test_a_taken_port_is_refused_in_a_sentence(server: Server) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", server.port))
        other.listen()
        with pytest.raises(NoServer, match=f"port {server.port} is taken"):
            server.start()


def test_a_broken_first_start_leaves_nothing_that_looks_like_data(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failing = tmp_path / "bin"
    failing.mkdir()
    (failing / "initdb").write_text("#!/bin/sh\nexit 1\n")
    (failing / "initdb").chmod(0o755)
    (failing / "postgres").write_text("#!/bin/sh\necho postgres '(PostgreSQL)' 18.1\n")
    (failing / "postgres").chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr(binaries, "WHEELS", ())
        patch.setattr(binaries, "INSTALLED", tmp_path)
        (tmp_path / "18").mkdir()
        failing.rename(tmp_path / "18" / "bin")
        with pytest.raises(NoServer, match="initdb failed"):
            server.start()
    assert not server.data.exists()
    assert server.start()
