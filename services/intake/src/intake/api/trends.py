"""Feedback of a quarter, trend reports, data on a unit to be inspected."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.usecases.trends.list_feedback import FeedbackQuery, QuarterFeedbackOut, list_feedback
from intake.usecases.trends.report_trend import DraftTrendReport, TrendReportOut, draft_trend_report
from intake.usecases.trends.supply_unit_data import AskUnitData, UnitDataRequestOut, ask_unit_data
from shared.auth.declare import declares
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
TAG: list[Any] = ["形势分析"]


@router.get(
    "/reports/feedback", response_model=QuarterFeedbackOut, operation_id="list_quarterly_feedback", tags=["检举控告"],
    summary="季度集中反馈",
)  # fmt: skip
@declares("report:read_papers", audit="read", loader=list_feedback)
async def feedback(desk: AtDesk, call: Reading, query: Annotated[FeedbackQuery, Query()]) -> Response:
    """按承办部门列出一个季度办结件的处置方式、属实情况、举报人意见和缺报。What offices fed back, what is missing."""
    return (await list_feedback(desk, query, call)).response()


@router.post(
    "/trend-reports", status_code=201, response_model=TrendReportOut, operation_id="draft_trend_report", tags=TAG,
    summary="拟写形势分析", openapi_extra={"x-etag": True},
)  # fmt: skip
@declares("trend_report:draft", audit="write", loader="counts only what the caller may read")
async def trend_report(body: DraftTrendReport, desk: AtDesk, call: Writing) -> Response:
    """统计一段期间的来件并拟写形势分析，经主要领导签批后报送。Counts a period and drafts a report on it."""
    return (await draft_trend_report(desk, body, call)).response()


@router.post(
    "/unit-data-requests", status_code=201, response_model=UnitDataRequestOut, operation_id="ask_unit_data", tags=TAG,
    summary="请求提供被巡察单位信访情况", openapi_extra={"x-etag": True},
)  # fmt: skip
@declares("unit_data_request:ask", audit="write", loader="rights are checked over the caller's own office")
async def unit_data(body: AskUnitData, desk: AtDesk, call: Writing) -> Response:
    """巡察办请求提供被巡察单位的信访情况，经分管领导签批后提供。An inspection office asks for data on a unit."""
    return (await ask_unit_data(desk, body, call)).response()
