"""Gateways to test: one that many tests share and leave as it was, and fresh ones."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from tests.gateway.running import Running, end_gateway, start_gateway

StartGateway = Callable[..., Awaitable[Running]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def gateway(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """A gateway in front of four stand-ins."""
    running = await start_gateway(tmp_path_factory.mktemp("gateway"))
    yield running
    await end_gateway(running)


@pytest_asyncio.fixture
async def fresh_gateway(tmp_path: Path) -> AsyncIterator[StartGateway]:
    """A function that starts a gateway of the test's own."""
    async with AsyncExitStack() as later:

        async def start(**wishes: str) -> Running:
            running = await start_gateway(tmp_path, **wishes)
            later.push_async_callback(end_gateway, running)
            return running

        yield start
