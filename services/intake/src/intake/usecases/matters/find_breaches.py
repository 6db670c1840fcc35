"""R-B1: what fifteen days after receipt was neither sent on nor supervised, declined nor split."""

from __future__ import annotations

from intake.usecases.lists import DEMAND_LIST, REPORT_LIST, DemandQuery, ReportQuery
from shared.http.answers import Answer
from shared.process.desk import Call, Desk
from shared.process.find import list_objects


async def find_report_breaches(desk: Desk, query: ReportQuery, call: Call) -> Answer:
    """Return a page of the breaches among the reports the caller may read.

    Raises: Problem `forbidden`, those of cursors.
    Rule: R-B1.
    """
    return await list_objects(desk, REPORT_LIST, query.model_copy(update={"breach": True}), call)


async def find_demand_breaches(desk: Desk, query: DemandQuery, call: Call) -> Answer:
    """Return a page of the breaches among the demands the caller may read.

    Raises: Problem `forbidden`, those of cursors.
    Rule: R-B1, DL-32.
    """
    return await list_objects(desk, DEMAND_LIST, query.model_copy(update={"breach": True}), call)
