"""Casework, opened on a fresh database for every test that asks, with neighbours that answer from tables."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from casework.app import SPEC
from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient
from casework.clients.rectification import RectificationClient
from casework.settings import Settings
from shared.clock import FakeClock

from tests.casework.neighbours import Neighbours
from tests.conftest import MakeAccess
from tests.support.house import House, open_house


@pytest.fixture
def neighbours() -> Neighbours:
    """What identity and intake would answer."""
    return Neighbours()


@pytest_asyncio.fixture
async def house(
    make_access: MakeAccess, tmp_path: Path, clock: FakeClock, neighbours: Neighbours
) -> AsyncIterator[House]:
    """Casework with the demo's organisations in its directory."""
    async with open_house(SPEC, Settings, await make_access("casework"), tmp_path, clock) as opened:
        clients = opened.desk.clients
        clients["identity"] = IdentityClient("identity", "http://identity", transport=neighbours)  # type: ignore[index]
        clients["intake"] = IntakeClient("intake", "http://intake", transport=neighbours)  # type: ignore[index]
        clients["rectification"] = RectificationClient(  # type: ignore[index]
            "rectification", "http://rectification", transport=neighbours
        )
        yield opened
