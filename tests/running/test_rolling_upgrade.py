"""A service is upgraded, schema and programs, and taken back, while everybody works: nobody notices."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.running import ledger
from tests.running.releases import NEXT, THIS, next_release, run_as
from tests.running.steady import Steady, working
from tests.support.figures import Figures
from tests.support.running_set import RunningSet


@pytest.mark.timeout(240)
async def test_one_service_is_upgraded_and_taken_back_without_a_failed_request(
    running_set: RunningSet, tmp_path: Path, figures: Figures
) -> None:
    tree = next_release(tmp_path / "next", ["intake"])
    async with working(running_set) as steady:
        await asyncio.to_thread(run_as, running_set, tree, "migrate", "intake")
        before = steady.releases["intake", THIS]
        await asyncio.sleep(1)
        assert steady.releases["intake", THIS] > before, "this release works on the next one's schema"
        await asyncio.to_thread(run_as, running_set, tree, "restart", "intake", "--release", str(tree))
        await asyncio.sleep(1)
        await asyncio.to_thread(run_as, running_set, tree, "restart", "intake")
    await nobody_noticed(running_set, steady, figures)
    assert steady.releases["intake", NEXT] > 0
    assert {release for service, release in steady.releases if service != "intake"} == {THIS}


async def nobody_noticed(one: RunningSet, steady: Steady, figures: Figures) -> None:
    """Assert that every request was answered well, at once, and that every event arrived; say the figures."""
    for line in steady.figures():
        figures.say(line)
    assert steady.failed == []
    assert steady.desk.caller.repeated == 0
    assert steady.desk.transferred
    await ledger.settled(one)
    told, fed = await ledger.transfers(one)
    assert told == set(fed)
    assert set(fed.values()) == {1}
