"""Two hundred kills of everything, the database among them, during a stream of submissions."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from tests.running.kill_loop import kill_loop
from tests.running.test_kills import everything_is_there_exactly_once
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(3600)]
KILLS, CLIENTS = 200, 6


async def test_two_hundred_kills_lose_no_acknowledged_report_and_double_none(
    running_set: RunningSet, tmp_path: Path, figures: Figures
) -> None:
    seed = secrets.randbelow(10**6)
    figures.say(f"seed {seed}")
    run = await kill_loop(running_set, tmp_path, kills=KILLS, clients=CLIENTS, seed=seed)
    await everything_is_there_exactly_once(running_set, run, tmp_path, figures)
