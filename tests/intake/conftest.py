"""Intake, opened on a fresh database for every test that asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from huiying.databases import Access
from intake.app import SPEC
from intake.settings import Settings
from shared.clock import FakeClock
from shared.db import Database
from shared.directory.officers import OfficersClient

from tests.conftest import MakeAccess
from tests.support.house import House, open_house
from tests.support.officers import Registry


@pytest_asyncio.fixture
async def access(make_access: MakeAccess) -> Access:
    """A fresh database of intake."""
    return await make_access("intake")


@pytest.fixture
def registry() -> Registry:
    """What identity would answer."""
    return Registry()


@pytest_asyncio.fixture
async def house(access: Access, tmp_path: Path, clock: FakeClock, registry: Registry) -> AsyncIterator[House]:
    """Intake with the demo's organisations in its directory."""
    async with open_house(SPEC, Settings, access, tmp_path, clock) as opened:
        clients: Any = opened.desk.clients
        clients["identity"] = OfficersClient("identity", "http://identity", transport=registry)
        yield opened


@pytest_asyncio.fixture
async def owner(access: Access) -> AsyncIterator[Database]:
    """The owner of the tables, bound by no right of the service: what an insider with SQL can be."""
    database = await Database.connect(access.migrator, pool_size=1, application="owner")
    yield database
    await database.close()
