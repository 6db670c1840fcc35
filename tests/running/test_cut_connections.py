"""A client that lost the answer and asks again with its key is given the same one; its wish is done once."""

from __future__ import annotations

import secrets

import pytest

from tests.running import ledger
from tests.running.cutting import Cutting
from tests.running.desk import OFFICER
from tests.running.test_a_dead_neighbour import newest_report, submit
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

CUTS = 150
NOTES = "SELECT count(*) FROM notes"


@pytest.mark.timeout(180)
async def test_150_cut_connections_lead_to_no_other_answer(running_set: RunningSet, figures: Figures) -> None:
    await nothing_diverges(running_set, figures, CUTS)


async def nothing_diverges(one: RunningSet, figures: Figures, cuts: int) -> None:
    """Cut so many connections; assert that each key got one answer and had one effect; say the figures."""
    seed = secrets.randbelow(10**6)
    figures.say(f"seed {seed}")
    caller = one.caller()
    submit(caller)
    report = newest_report(caller).rsplit("/", 1)[-1]
    notes = (await ledger.ask(one, "intake", NOTES))[0][0]
    faults = one.log("intake").count("request.failed")

    cutting = Cutting(one, seed)
    await cutting.run(cuts, caller.token(OFFICER), report)

    figures.say(cutting.figures())
    assert cutting.counted.total() >= cuts
    assert cutting.diverging == set()
    assert (await ledger.ask(one, "intake", NOTES))[0][0] - notes == len(cutting.keys("note "))
    present = list((await ledger.keys_of_matters(one)).values())
    assert {key: present.count(key) for key in cutting.keys("report ")} == dict.fromkeys(
        cutting.keys("report "), 1
    )
    assert one.log("intake").count("request.failed") == faults
