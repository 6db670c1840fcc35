"""A service whose jobs the test writes itself, and two workers that never ask each other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest_asyncio

from intake.app import SPEC
from intake.settings import Settings
from shared.clock import FakeClock

from tests.conftest import MakeAccess
from tests.shared.jobs.probes import BODIES
from tests.support.house import House, open_house


@pytest_asyncio.fixture
async def house(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    """Intake, which has one more kind of job for each probe."""
    spec = replace(SPEC, jobs=MappingProxyType(BODIES))
    async with open_house(spec, Settings, await make_access("intake"), tmp_path, clock) as opened:
        await opened.hear()
        yield opened
