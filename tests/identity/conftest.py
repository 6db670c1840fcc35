"""Fixtures of identity's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.conftest import MakeAccess
from tests.support.town import Town, open_town


@pytest_asyncio.fixture
async def town(make_access: MakeAccess, tmp_path: Path) -> AsyncIterator[Town]:
    """A town whose people can log in."""
    async with open_town(await make_access("identity"), tmp_path) as opened:
        yield opened


@pytest_asyncio.fixture
async def bare_town(make_access: MakeAccess, tmp_path: Path) -> AsyncIterator[Town]:
    """The same service with nobody in it."""
    async with open_town(await make_access("identity"), tmp_path, settled=False) as opened:
        yield opened
