"""Intake, opened on a fresh database for every test that asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from huiying.databases import Access
from intake.app import SPEC
from intake.settings import Settings
from shared.clock import FakeClock
from shared.db import Database

from tests.conftest import MakeAccess
from tests.support.house import House, open_house


@pytest_asyncio.fixture
async def access(make_access: MakeAccess) -> Access:
    """A fresh database of intake."""
    return await make_access("intake")


@pytest_asyncio.fixture
async def house(access: Access, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    """Intake with the demo's organisations in its directory."""
    async with open_house(SPEC, Settings, access, tmp_path, clock) as opened:
        yield opened


@pytest_asyncio.fixture
async def owner(access: Access) -> AsyncIterator[Database]:
    """The owner of the tables, bound by no right of the service: what an insider with SQL can be."""
    database = await Database.connect(access.migrator, pool_size=1, application="owner")
    yield database
    await database.close()
