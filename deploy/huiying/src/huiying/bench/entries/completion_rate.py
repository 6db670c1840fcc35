"""The completion rate over 2,000 organisations, beside PostgreSQL counting the same items and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from statistics import median

from huiying.bench.alone import read_alone
from huiying.bench.bench import Bench
from huiying.bench.entry import MS, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.rectification import inspection_officer, organizations_with_items
from huiying.bench.http import send, timed

COUNTED_ALONE = """
SELECT count(*) FILTER (WHERE i.state IN ('verified', 'closed')), count(*)
FROM rectification_items i JOIN inspected_organizations o ON o.id = i.inspected_organization_id
WHERE NOT i.is_long_term AND i.state <> 'cancelled'
  AND daterange(o.feedback_on, o.window_ends_on, '[]') @> i.due_on
"""


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(organizations_with_items(bench.size(2_000, 200)))
    token, times = inspection_officer(stage), bench.size(30, 10)
    called = [
        timed(lambda: send(stage.port, "/v1/figures/completion_rate", token=token)) for _ in range(times)
    ]
    bare, [(done, whole)] = asyncio.run(read_alone(stage.superuser, [COUNTED_ALONE], times=times))
    told = called[0][1]
    if (told["done"], told["whole"]) != (done, whole):
        raise ValueError(f"the figure is {told['done']} of {told['whole']}, counted alone {done} of {whole}")
    took = median(ms for ms, _ in called)
    yield Reading("rate", took / median(bare), {"ms": took, "SQL ms": median(bare), "items": whole})
    yield Reading("whole", took)


ENTRY = Entry(
    "completion",
    "整改完成率：2000 个党组织",
    "the completion rate over 2,000 organisations",
    (
        Figure("rate", TIMES, at_most(5), "相对直接计数相同事项", "of the same items counted alone, median"),
        Figure("whole", MS, at_most(500), "中位数", "median"),
    ),
    _measure,
)
