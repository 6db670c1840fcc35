"""Kill -9 in the middle of a job: another worker does it, once."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from shared.jobs import store
from shared.jobs.work import run_next

from tests.shared.jobs.probes import BODIES, asked, effects, seen
from tests.support.house import House

ROOT = Path(__file__).resolve().parents[3]


async def test_a_job_whose_worker_was_killed_before_the_commit_happens_once(house: House) -> None:
    job = await asked(house, "once")
    settings = house.desk.settings
    dying = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.shared.jobs.dying", settings.database_url.get_secret_value(),
        str(settings.key_ring_file), house.clock.now().isoformat(), cwd=ROOT,
    )  # fmt: skip

    assert await dying.wait() == -signal.SIGKILL
    assert await effects(house) == []
    assert (await seen(house, job))["state"] == "running"
    assert not await run_next(house.desk, BODIES)

    house.clock.move(store.LEASE)
    assert await run_next(house.desk, BODIES)
    assert (await seen(house, job))["state"] == "done"
    assert await effects(house) == [0]
