"""Lists of reports and demands: what may be filtered and sorted, and nothing else."""

from datetime import date
from typing import Annotated

from pydantic import Field

from intake.store.lists import DEMAND_SORTING, REPORT_SORTING, demand_conditions, report_conditions
from intake.usecases.processes import DEMANDS, REPORTS
from intake.usecases.views import DemandOut, ReportOut
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.paging import PageQuery
from shared.process.desk import Call, Desk
from shared.process.read import count_objects, list_objects

Codes = Annotated[list[str], Field(max_length=20)]


class ReportQuery(PageQuery):
    """Filters of the list of reports; repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态 · states")] = []
    category: Annotated[Codes, Field(description="类别 · categories")] = []
    region: Annotated[Codes, Field(description="区（市）· regions")] = []
    field: Annotated[Codes, Field(description="领域 · fields")] = []
    named_status: Annotated[Codes, Field(description="实名情况 · named, anonymous, unverified")] = []
    received_from: Annotated[date | None, Field(description="收到日期起 · from")] = None
    received_to: Annotated[date | None, Field(description="收到日期止 · to")] = None
    overdue: Annotated[bool | None, Field(description="有超期期限 · has an overdue deadline")] = None


class DemandQuery(PageQuery):
    """Filters of the list of demands; repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态 · states")] = []
    region: Annotated[Codes, Field(description="区（市）· regions")] = []
    field: Annotated[Codes, Field(description="领域 · fields")] = []
    received_from: Annotated[date | None, Field(description="收到日期起 · from")] = None
    received_to: Annotated[date | None, Field(description="收到日期止 · to")] = None
    overdue: Annotated[bool | None, Field(description="有超期期限 · has an overdue deadline")] = None


class ReportPage(Output):
    """A page of reports."""

    items: list[ReportOut]
    next_cursor: str | None


class DemandPage(Output):
    """A page of demands."""

    items: list[DemandOut]
    next_cursor: str | None


async def find_reports(desk: Desk, query: ReportQuery, call: Call) -> Answer:
    """Return a page of the reports the caller may read. Raises: Problem `forbidden`, cursor problems."""
    window = desk.cursors.window(REPORT_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, REPORTS, report_conditions(query, call.at), window, call)


async def count_reports(desk: Desk, query: ReportQuery, call: Call) -> Answer:
    """Count the reports the caller may read. Raises: Problem `forbidden`."""
    return await count_objects(desk, REPORTS, report_conditions(query, call.at), call)


async def find_demands(desk: Desk, query: DemandQuery, call: Call) -> Answer:
    """Return a page of the demands the caller may read. Raises: Problem `forbidden`, cursor problems."""
    window = desk.cursors.window(DEMAND_SORTING, query, caller=call.actor.id)
    return await list_objects(desk, DEMANDS, demand_conditions(query, call.at), window, call)


async def count_demands(desk: Desk, query: DemandQuery, call: Call) -> Answer:
    """Count the demands the caller may read. Raises: Problem `forbidden`."""
    return await count_objects(desk, DEMANDS, demand_conditions(query, call.at), call)
