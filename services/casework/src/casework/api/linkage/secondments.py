"""Asking for an officer, and what a home body sees of its loans."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.usecases.linkage.part_views import SecondmentOut
from casework.usecases.linkage.processes import SECONDMENTS
from casework.usecases.linkage.request_secondment import RequestSecondment, request_secondment
from casework.usecases.linkage.show_days_lent import DaysLentOut, LentQuery, show_days_lent
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/secondments", tags=[SECONDMENTS.tag], route_class=StrictRoute)


@router.post(
    "", status_code=201, response_model=SecondmentOut, operation_id="request_secondment", summary="商请抽调人员",
    openapi_extra=problems(
        "task_not_open", "officer_unknown", "officer_outside_contact_zone", "officer_already_asked_for",
        "recusal_conflict", "contact_zone_missing", "contact_zones_unavailable", "recusal_check_unavailable",
    ),
)  # fmt: skip
@declares("linkage_task:request_secondment", audit="write", loader=request_secondment)
async def new_secondment(body: RequestSecondment, desk: AtDesk, call: Writing) -> Response:
    """牵头室向联系片区内的派出单位商请抽调一名人员；先核查回避事由。Asks a home body for an officer."""
    return (await request_secondment(desk, body, call)).response()


@router.get("/lent", response_model=DaysLentOut, operation_id="list_days_lent", summary="派出人员天数")
@declares("secondment:read_lent", audit="none", loader=show_days_lent)
async def lent(desk: AtDesk, call: Reading, query: Annotated[LentQuery, Query()]) -> Response:
    """派出单位查看本单位人员被抽调的天数，不涉及任务内容。Shows days lent, never content."""
    return (await show_days_lent(desk, query, call)).response()
