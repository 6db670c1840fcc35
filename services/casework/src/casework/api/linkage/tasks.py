"""Joint tasks: drafted, planned on a calendar, staffed, and what they brought."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.usecases.linkage.create_linkage_task import CreateLinkageTask, create_linkage_task
from casework.usecases.linkage.log_result import LogResult, log_result
from casework.usecases.linkage.processes import LINKAGE_TASKS
from casework.usecases.linkage.result_views import (
    ResultOut,
    ResultsOut,
    TotalsOut,
    TotalsQuery,
    count_results,
    show_results,
)
from casework.usecases.linkage.show_calendar import CalendarOut, CalendarQuery, show_calendar
from casework.usecases.linkage.show_records import RecordsOut, show_records
from casework.usecases.linkage.suggest_officers import SuggestionsOut, SuggestQuery, suggest_officers
from casework.usecases.linkage.task_views import LinkageTaskOut
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/linkage-tasks", tags=[LINKAGE_TASKS.tag], route_class=StrictRoute)


@router.post(
    "", status_code=201, response_model=LinkageTaskOut, operation_id="create_linkage_task", summary="拟申报联动任务",
    openapi_extra=problems(
        "not_group_or_region", "lead_office_missing", "lead_office_not_fit", "contact_zones_unavailable"
    ),
)  # fmt: skip
@declares("linkage_task:create", audit="write", loader="the caller's group or district holds the new task")
async def new_task(body: CreateLinkageTask, desk: AtDesk, call: Writing) -> Response:
    """派驻组或者区（市）拟写联动申报，随后以 declare 正式申报。Drafts a joint task; `declare` follows."""
    return (await create_linkage_task(desk, body, call)).response()


@router.get("/calendar", response_model=CalendarOut, operation_id="get_linkage_calendar", summary="联动日历")
@declares("linkage_task:read_calendar", audit="none", loader=show_calendar)
async def calendar(desk: AtDesk, call: Reading, query: Annotated[CalendarQuery, Query()]) -> Response:
    """列出各单位的检查安排和间隔过近之处；本人不可见的任务只显示牵头室。Shows visits and clashes."""
    return (await show_calendar(desk, query, call)).response()


@router.get(
    "/result-totals",
    response_model=TotalsOut,
    operation_id="get_linkage_result_totals",
    summary="联动成果汇总",
)
@declares("linkage_task:count_results", audit="none", loader=count_results)
async def result_totals(desk: AtDesk, call: Reading, query: Annotated[TotalsQuery, Query()]) -> Response:
    """全市合计中每项成果只计一次，协助单位另列。Counts every result once; help is told apart."""
    return (await count_results(desk, query, call)).response()


@router.get(
    "/{task_id}/candidates", response_model=SuggestionsOut, operation_id="list_secondment_candidates",
    summary="抽调人选建议", openapi_extra=problems("task_not_open", "contact_zone_missing", "contact_zones_unavailable"),
)  # fmt: skip
@declares("linkage_task:request_secondment", audit="read", loader=suggest_officers)
async def candidates(
    task_id: UUID, desk: AtDesk, call: Reading, query: Annotated[SuggestQuery, Query()]
) -> Response:
    """按片区、专长、在办任务数建议人选并列明理由。Suggests officers of the zone, with the reasons."""
    return (await suggest_officers(desk, task_id, query, call)).response()


@router.get(
    "/{task_id}/results", response_model=ResultsOut, operation_id="list_linkage_results", summary="联动成果"
)
@declares("linkage_task:read_results", audit="read", loader=show_results)
async def results(task_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出本任务登记的成果。Lists the results of a task."""
    return (await show_results(desk, task_id, call)).response()


@router.post(
    "/{task_id}/results", status_code=201, response_model=ResultOut, operation_id="log_linkage_result",
    summary="登记联动成果",
    openapi_extra=problems(
        "task_not_open", "not_a_party", "result_already_logged", "recommendation_refused", "recommendation_unavailable"
    ),
)  # fmt: skip
@declares("linkage_task:log_result", audit="write", loader=log_result)
async def new_result(task_id: UUID, body: LogResult, desk: AtDesk, call: Writing) -> Response:
    """专班成员登记成果，一项一次，注明计入单位和协助单位；建议书在整改服务中起草。Logs a result once."""
    return (await log_result(desk, task_id, body, call)).response()


@router.get(
    "/{task_id}/records", response_model=RecordsOut, operation_id="list_linkage_records", summary="考核依据"
)
@declares("linkage_task:assess", audit="read", loader=show_records)
async def records(task_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """列出考核问效所依据的记录数据。Shows the facts that scores follow from."""
    return (await show_records(desk, task_id, call)).response()
