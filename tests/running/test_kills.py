"""A service or the database killed at any moment loses no acknowledged report and doubles none."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from huiying.proof.receipts import answered_differently, unopened
from huiying.services import WITH_DATABASE

from tests.running import ledger
from tests.running.kill_loop import Run, heard_by_casework, kill_loop
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

KILLS, CLIENTS = 12, 4


@pytest.mark.timeout(240)
async def test_killing_everything_loses_no_acknowledged_report_and_doubles_none(
    running_set: RunningSet, tmp_path: Path, figures: Figures
) -> None:
    seed = secrets.randbelow(10**6)
    figures.say(f"seed {seed}")
    run = await kill_loop(running_set, tmp_path, kills=KILLS, clients=CLIENTS, seed=seed)
    await everything_is_there_exactly_once(running_set, run, tmp_path, figures)


async def everything_is_there_exactly_once(one: RunningSet, run: Run, folder: Path, figures: Figures) -> None:
    """Assert it of reports, receipts, answers, events, clues and audit entries; say the figures."""
    for line in run.figures():
        figures.say(line)
    assert run.verdict.faults == {}
    assert not run.verdict.unanswered
    assert await unopened(one.base_url, run.verdict.acknowledged) == set()
    assert await answered_differently(one.base_url, run.verdict.acknowledged, run.stream.bodies) == set()
    assert len(set((await ledger.counts(one)).values())) == 1, await ledger.counts(one)
    reports, clues = await heard_by_casework(one)
    assert reports == clues >= len(run.desk.transferred) > 0
    await ledger.settled(one)
    for service in WITH_DATABASE:
        for table in ledger.NUMBERED:
            assert (found := await ledger.numbers(one, service, table)).are_whole, (service, table, found)
        figures.say(f"audit of {service}: {ledger.verify_audit(one, service, folder)}")
    figures.say(f"{reports} reports transferred, {clues} clues in casework")
