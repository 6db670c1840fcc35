"""The gateway of a running set is restarted while everybody works: nobody notices."""

from __future__ import annotations

import asyncio

import pytest

from huiying.places import REPOSITORY

from tests.running.releases import run_as
from tests.running.steady import working
from tests.running.test_rolling_upgrade import nobody_noticed
from tests.support.figures import Figures
from tests.support.running_set import RunningSet


@pytest.mark.timeout(240)
async def test_the_gateway_is_restarted_without_a_refused_connection(
    running_set: RunningSet, figures: Figures
) -> None:
    before = running_set.pid("gateway")
    async with working(running_set) as steady:
        await asyncio.sleep(1)
        await asyncio.to_thread(run_as, running_set, REPOSITORY, "restart", "gateway")
        await asyncio.sleep(1)
    await nobody_noticed(running_set, steady, figures)
    assert running_set.pid("gateway") not in {before, None}
