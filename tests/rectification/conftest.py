"""Rectification, opened on a fresh database for every test that asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from rectification.app import SPEC
from rectification.settings import Settings
from shared.clock import FakeClock
from shared.http.client import ServiceClient

from tests.conftest import MakeAccess
from tests.support.house import House, open_house


@pytest_asyncio.fixture
async def house(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    """Rectification with the demo's organisations in its directory."""
    async with open_house(SPEC, Settings, await make_access("rectification"), tmp_path, clock) as opened:
        opened.desk.clients["identity"] = ServiceClient("identity", "http://identity")  # type: ignore[index]
        await opened.hear()
        yield opened
