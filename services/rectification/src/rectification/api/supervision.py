"""New plans of measures, special checks, consultations and hand-overs."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rectification.usecases.supervision.hand_over_material import HandOverMaterial, hand_over_material
from rectification.usecases.supervision.hold_consultation import HoldConsultation, hold_consultation
from rectification.usecases.supervision.plan_measure import PlanMeasure, plan_measure
from rectification.usecases.supervision.plan_special_check import PlanSpecialCheck, plan_special_check
from rectification.usecases.supervision.processes import TAG
from rectification.usecases.supervision.show_calendar import (
    SupervisionCalendarOut,
    SupervisionCalendarQuery,
    show_calendar,
)
from rectification.usecases.supervision.views import (
    ConsultationOut,
    MaterialHandoverOut,
    PlannedMeasureOut,
    SpecialCheckOut,
)
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", tags=[TAG], route_class=StrictRoute)


@router.post(
    "/planned-measures", status_code=201, response_model=PlannedMeasureOut, operation_id="create_planned_measure",
    summary="制定监督计划", openapi_extra=problems("day_not_ahead"),
)  # fmt: skip
@declares("inspected_organization:plan_measure", audit="write", loader=plan_measure)
async def new_plan(body: PlanMeasure, desk: AtDesk, call: Writing) -> Response:
    """把一项监督措施列入计划，可按周、月、季重复。Puts a measure into the calendar, once or recurring."""
    return (await plan_measure(desk, body, call)).response()


@router.get(
    "/planned-measures/calendar", response_model=SupervisionCalendarOut, operation_id="get_supervision_calendar",
    summary="监督计划日历",
)  # fmt: skip
@declares("planned_measure:read", audit="none", loader=show_calendar)
async def calendar(
    desk: AtDesk, call: Reading, query: Annotated[SupervisionCalendarQuery, Query()]
) -> Response:
    """按日列出本人可见的监督计划，含周期性措施今后的日期。Measures by day, recurring ones with the days to come."""
    return (await show_calendar(desk, query, call)).response()


@router.post(
    "/special-checks", status_code=201, response_model=SpecialCheckOut, operation_id="create_special_check",
    summary="制定专项检查",
)  # fmt: skip
@declares("special_check:create", audit="write", loader=plan_special_check)
async def new_check(body: PlanSpecialCheck, desk: AtDesk, call: Writing) -> Response:
    """对多个被巡察党组织同时制定专项检查。Plans a check over several organisations."""
    return (await plan_special_check(desk, body, call)).response()


@router.post(
    "/issue-consultations", status_code=201, response_model=ConsultationOut, operation_id="create_issue_consultation",
    summary="登记问题会商", openapi_extra=problems("day_in_future"),
)  # fmt: skip
@declares("inspected_organization:consult", audit="write", loader=hold_consultation)
async def new_consultation(body: HoldConsultation, desk: AtDesk, call: Writing) -> Response:
    """登记三方问题会商及任务分工；需要时请被巡察党组织答复。Records a consultation among the three bodies."""
    return (await hold_consultation(desk, body, call)).response()


@router.post(
    "/material-handovers", status_code=201, response_model=MaterialHandoverOut,
    operation_id="create_material_handover", summary="移交材料",
    openapi_extra=problems("organisation_unknown", "not_a_reviewing_body", "handed_to_oneself"),
)  # fmt: skip
@declares("inspected_organization:hand_over_material", audit="write", loader=hand_over_material)
async def new_handover(body: HandOverMaterial, desk: AtDesk, call: Writing) -> Response:
    """向三方中的另一方移交材料清单，对方签收并留时间。Hands material to another of the three bodies."""
    return (await hand_over_material(desk, body, call)).response()
