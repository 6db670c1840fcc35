"""New recommendations, lighter papers and systems built."""

from fastapi import APIRouter
from starlette.responses import Response

from rectification.usecases.recommendations.draft_recommendation import (
    DraftRecommendation,
    draft_recommendation,
)
from rectification.usecases.recommendations.draft_reminder import DraftReminder, draft_reminder
from rectification.usecases.recommendations.processes import RECOMMENDATIONS, REMINDERS, SYSTEMS_BUILT
from rectification.usecases.recommendations.register_system import RegisterSystem, register_system
from rectification.usecases.recommendations.views import RecommendationOut, ReminderOut, SystemBuiltOut
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)


@router.post(
    "/recommendations", status_code=201, response_model=RecommendationOut, operation_id="create_recommendation",
    summary="起草纪律检查建议、监察建议", tags=[RECOMMENDATIONS.tag],
    openapi_extra=problems("organisation_unknown", "addressee_unfit", "finding_unknown", "checking_office_missing"),
)  # fmt: skip
@declares(
    "recommendation:create",
    audit="write",
    loader="the caller's own office holds the draft",
    services=("casework",),
)
async def new_recommendation(body: DraftRecommendation, desk: AtDesk, call: Writing) -> Response:
    """承办人起草建议书，可来自案件、联动事项、线索或巡察反馈问题；办案服务可代其承办人提出。Drafts a recommendation."""
    return (await draft_recommendation(desk, body, call)).response()


@router.post(
    "/reminders", status_code=201, response_model=ReminderOut, operation_id="create_reminder",
    summary="起草提醒、约谈或通报", tags=[REMINDERS.tag],
    openapi_extra=problems("organisation_unknown", "reply_date_passed"),
)  # fmt: skip
@declares("reminder:create", audit="write", loader=draft_reminder)
async def new_reminder(body: DraftReminder, desk: AtDesk, call: Writing) -> Response:
    """起草工作提醒、约谈提醒或内部通报，与建议书分别统计。Drafts a lighter paper, counted apart."""
    return (await draft_reminder(desk, body, call)).response()


@router.post(
    "/systems-built", status_code=201, response_model=SystemBuiltOut, operation_id="create_system_built",
    summary="登记建立完善制度", tags=[SYSTEMS_BUILT.tag],
)  # fmt: skip
@declares("rectification_item:register_system", audit="write", loader=register_system)
async def new_system(body: RegisterSystem, desk: AtDesk, call: Writing) -> Response:
    """责任单位登记新建或修订的制度，由监督单位确认。Registers a system made or revised."""
    return (await register_system(desk, body, call)).response()
