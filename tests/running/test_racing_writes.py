"""Who writes over a version somebody else has changed is refused; no update is lost."""

from __future__ import annotations

import secrets
from collections import Counter

import pytest

from tests.running.desk import OFFICER
from tests.running.racing import Race, move_at_once
from tests.running.test_a_dead_neighbour import LIST, submit
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

WRITES = 300
MOVES, RACERS = 5, 4


@pytest.mark.timeout(180)
async def test_300_racing_writes_lose_no_update(running_set: RunningSet, figures: Figures) -> None:
    await no_update_is_lost(running_set, figures, WRITES)


async def no_update_is_lost(one: RunningSet, figures: Figures, writes: int) -> None:
    """Race so often; assert that each write that was taken stands; say the figures."""
    seed = secrets.randbelow(10**6)
    race = Race(one, seed)
    found = await race.run(writes)
    lost = {code: race.taken[code] - count for code, (count, _) in found.items()}
    figures.say(f"seed {seed}; {race.figures()}; {sum(lost.values())} lost")
    assert race.statuses.keys() == {200, 412}
    assert race.statuses.total() >= writes
    assert lost == dict.fromkeys(found, 0)
    assert set(race.versions.values()) == {1}
    assert {code: version - 1 for code, (_, version) in found.items()} == dict(race.taken)


async def test_of_several_who_move_a_report_at_once_one_does(
    running_set: RunningSet, figures: Figures
) -> None:
    caller = running_set.caller()
    for _ in range(MOVES):
        submit(caller)
    listed = caller.get(OFFICER, "/intake/v1/reports", **LIST | {"limit": MOVES})["items"]
    raced = await move_at_once(running_set, caller.token(OFFICER), [one["id"] for one in listed], RACERS)
    figures.say(f"{MOVES} reports, each registered by {RACERS} at once: {sum(raced, Counter())}")
    assert [statuses[200] for statuses in raced] == [1] * MOVES
    assert {status for statuses in raced for status in statuses} <= {200, 409, 412}
