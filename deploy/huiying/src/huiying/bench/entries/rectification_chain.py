"""The whole chain of an organisation with 300 items in one call, beside PostgreSQL giving the same rows and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from statistics import median

from huiying.bench.alone import read_alone
from huiying.bench.bench import Bench
from huiying.bench.entry import MS, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.rectification import (
    FIRST,
    ITEMS_OF_THE_FIRST,
    inspection_officer,
    organizations_with_items,
)
from huiying.bench.http import send, timed

_OWN = "SELECT * FROM {} WHERE inspected_organization_id = '{}'"
_OF_ITEMS = "SELECT * FROM {} WHERE item_id IN (SELECT id FROM rectification_items WHERE inspected_organization_id = '{}')"
SAME_ROWS = (
    f"SELECT * FROM inspected_organizations WHERE id = '{FIRST}'",  # noqa: S608 - constants
    *(_OWN.format(table, FIRST) for table in ("findings", "rectification_items", "supervision_measures", "joint_reviews",
                                       "re_feedbacks", "issue_consultations", "publications", "systems_built",
                                       "transferred_clues")),
    *(_OF_ITEMS.format(table, FIRST) for table in ("evidence", "item_verifications", "milestones")),
)  # fmt: skip


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(organizations_with_items(bench.size(2_000, 200)))
    token, times = inspection_officer(stage), bench.size(40, 10)
    path = f"/v1/inspected-organizations/{FIRST}/chain"
    called = [timed(lambda: send(stage.port, path, token=token))[0] for _ in range(times)]
    bare, _ = asyncio.run(read_alone(stage.superuser, SAME_ROWS, times=times))
    yield Reading("chain", median(called) / median(bare), {"ms": median(called), "SQL ms": median(bare)})
    yield Reading("whole", median(called))


ENTRY = Entry(
    "chain",
    f"整改全链条：一个党组织、{ITEMS_OF_THE_FIRST} 个事项，一次返回",
    f"the chain of an organisation with {ITEMS_OF_THE_FIRST} items in one call",
    (
        Figure("chain", TIMES, at_most(15), "相对直接查询相同各行", "of the same rows read alone, median"),
        Figure("whole", MS, at_most(500), "中位数", "median"),
    ),
    _measure,
)
