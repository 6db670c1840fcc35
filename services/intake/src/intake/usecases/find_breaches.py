"""R-B1: demands that fifteen days after receipt were neither sent on nor supervised, declined nor split."""

from __future__ import annotations

from intake.store.lists import DEMAND_SORTING, is_breach
from intake.usecases.processes import DEMANDS
from shared.http.answers import Answer
from shared.http.paging import PageQuery
from shared.process.desk import Call, Desk
from shared.process.read import count_objects, list_objects


async def find_breaches(desk: Desk, query: PageQuery, call: Call) -> Answer:
    """Return a page of the breaches among the demands the caller may read.

    Raises: Problem `forbidden`, cursor problems.
    Rule: R-B1, DL-32.
    """
    window = desk.cursors.window(DEMAND_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, DEMANDS, [is_breach(call.at)], window, call)


async def count_breaches(desk: Desk, call: Call) -> Answer:
    """Count them. Raises: Problem `forbidden`. Rule: R-B1."""
    return await count_objects(desk, DEMANDS, [is_breach(call.at)], call)
