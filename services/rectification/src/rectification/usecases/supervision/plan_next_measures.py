"""F9: a recurring measure whose day has come is followed by the next, exactly once, whoever's worker it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rectification.domain.planned_measure_lifecycle import COORDINATING, PLANNED_MEASURE, next_day
from rectification.domain.supervision import PlannedMeasure
from rectification.store.supervision import lock_followed
from rectification.usecases.creating import begin, fresh, numbered
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import WORKER
from shared.needtoknow.store import grant, grantees_of
from shared.process.desk import Desk
from shared.process.process import Process

AT_ONCE = 50


async def plan_next_measures(desk: Desk) -> bool:
    """Make what follows for some of those due; say whether there may be more.

    Rule: F9. Weekly, monthly on the same day or the month's last, quarterly; not beyond the last day of the series.
    """
    process: Process[Any] = desk.processes[PLANNED_MEASURE.name]
    async with desk.db.transaction(WORKER) as tx:
        due = await lock_followed(tx, desk.clock.today(), AT_ONCE)
        for plan in due:
            await _follow(tx, desk, process, plan)
    return len(due) == AT_ONCE


async def _follow(tx: Transaction, desk: Desk, process: Process[Any], plan: PlannedMeasure) -> None:
    today, at = desk.clock.today(), desk.clock.now()
    day = next_day(plan.planned_on, plan.recurrence, plan.anchor_day)
    if day is None or (plan.until_on is not None and day > plan.until_on):
        return
    common = fresh(process, plan.holder_path, await numbered(tx, plan.holder_path, "measure", today.year))
    following = replace(plan, **common, planned_on=day, previous_id=plan.id, measure_id=None)
    for known in await grantees_of(tx, plan.id):
        if known.capacity == COORDINATING and known.is_live(at):
            grant(tx, following.id, known.grantee, COORDINATING, by=SYSTEM.id, since=at)
    await begin(tx, desk, process, following, actor=SYSTEM, today=today, rule="F9")
