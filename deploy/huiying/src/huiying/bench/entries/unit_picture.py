"""What is known of the unit and the person of a clue, counted among all clues: of each unit there are thousands."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from statistics import median
from time import sleep

from huiying.bench.bench import Bench
from huiying.bench.entries.overlaps import CLUES, clues_of_office
from huiying.bench.entry import MS, Entry, Figure, Reading, at_most
from huiying.bench.filling.casework import casework_with, handler
from huiying.bench.http import send, timed
from shared.auth.revocation import POLL_S

TAKEN = 40


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(casework_with(bench.size(CLUES, 20_000)))
    clues = asyncio.run(clues_of_office(stage.superuser))[:TAKEN]
    stage.hear_of_rights()
    sleep(2 * POLL_S)  # until the service has looked

    def take(clue: str) -> float:
        token = handler(stage)
        spent, _ = timed(lambda: send(stage.port, f"/v1/clues/{clue}/unit-pictures", {}, token))
        return spent

    times = sorted(take(one) for one in clues)
    yield Reading("median", median(times), {"longest ms": times[-1]})


ENTRY = Entry(
    "unit_picture",
    f"单位总体情况，在 {CLUES // 10_000} 万条线索中汇总",
    f"the picture of a unit among {CLUES:,} clues, the whole request",
    (Figure("median", MS, at_most(300), "中位数", "median"),),
    _measure,
)
