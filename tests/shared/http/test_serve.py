"""A busy service lets many in at once; one that is told to stop answers what it has and what still comes, and ends."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from huiying.places import REPOSITORY
from huiying.services import free_port
from shared.http.serve import DOORS, NOTICE_S

from tests.support.draining_service import SLOW_S

pytestmark = pytest.mark.running
CALLERS = 40


@dataclass
class Service:
    """One running service, and clients that keep their connections to it."""

    process: asyncio.subprocess.Process
    port: int
    api: httpx.AsyncClient
    management: httpx.AsyncClient

    async def is_ready(self) -> bool:
        try:
            return (await self.management.get("/readyz")).status_code == 200
        except httpx.TransportError:
            return False


@pytest_asyncio.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    ports = {"PORT": str(free_port()), "MANAGEMENT_PORT": str(free_port())}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.support.draining_service", cwd=REPOSITORY, env=ports,
        stderr=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    api, management = (
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=10) for port in ports.values()
    )
    one = Service(process, int(ports["PORT"]), api, management)
    async with api, management, asyncio.timeout(30):
        while not await one.is_ready():
            await asyncio.sleep(0.02)
        yield one
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_a_service_drains_before_it_ends(service: Service) -> None:
    before = await service.api.get("/")
    slow, waiting = (asyncio.create_task(service.api.get(path)) for path in ("/slow", "/wait"))
    await asyncio.sleep(0.2)
    told_at = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    answer = await waiting
    assert time.monotonic() - told_at < NOTICE_S, "who waits for news is answered when there will be none"
    assert not await service.is_ready()
    late = await service.api.get("/")
    assert "connection" not in before.headers
    assert {one.status_code for one in (answer, late, await slow)} == {200}
    assert late.headers["connection"] == "close"
    assert await service.process.wait() == 0
    assert NOTICE_S <= time.monotonic() - told_at < NOTICE_S + SLOW_S + 5
    with pytest.raises(httpx.ConnectError):
        await service.api.get("/")


async def test_a_keyboard_stops_it_as_well(service: Service) -> None:
    service.process.send_signal(signal.SIGINT)
    assert await service.process.wait() == 0


async def test_a_busy_service_lets_several_in_at_once(service: Service) -> None:
    """The loop's rounds are counted in which callers were answered who had all been waiting at the door."""
    await service.api.get("/busy")
    with ExitStack() as later:
        callers = [
            later.enter_context(socket.create_connection(("127.0.0.1", service.port), timeout=10))
            for _ in range(CALLERS)
        ]
        for caller in callers:
            caller.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        rounds = [int(_all(caller).rsplit(b"\r\n", 1)[1]) for caller in callers]
    assert max(rounds) - min(rounds) < 3 * CALLERS / DOORS


def _all(caller: socket.socket) -> bytes:
    return b"".join(iter(lambda: caller.recv(65536), b""))
