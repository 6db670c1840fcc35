"""R-B1: demands that fifteen days after receipt were neither sent on nor supervised, declined nor split."""

from __future__ import annotations

from intake.usecases.lists import DEMAND_LIST, DemandQuery
from shared.http.answers import Answer
from shared.process.desk import Call, Desk
from shared.process.find import list_objects


async def find_breaches(desk: Desk, query: DemandQuery, call: Call) -> Answer:
    """Return a page of the breaches among the demands the caller may read.

    Raises: Problem `forbidden`, those of cursors.
    Rule: R-B1, DL-32.
    """
    return await list_objects(desk, DEMAND_LIST, query.model_copy(update={"breach": True}), call)
