"""Urgings on a matter, work reminders about several, and the sum of what came of them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.usecases.chasing.draft_urging import DraftUrging, draft_urging
from intake.usecases.chasing.draft_work_reminder import DraftWorkReminder, draft_work_reminder
from intake.usecases.chasing.processes import WORK_REMINDERS
from intake.usecases.chasing.urging_views import UrgingOut
from intake.usecases.chasing.work_reminder_views import (
    ResultsQuery,
    SummedOut,
    WorkReminderOut,
    sum_work_reminders,
)
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
REMINDER_TAG: list[Any] = [WORK_REMINDERS.tag]


def _add_urgings(process: Process[Any]) -> None:
    @router.post(
        f"/{process.collection}/{{object_id}}/urgings", status_code=201, response_model=UrgingOut,
        operation_id=f"draft_{process.name}_urging", tags=["督办"], summary="拟发督办",
        description="向承办单位拟发催办、交办或督办，按绿、黄、红三级报签后发出；同一单位再次督办须升级。"
        "Drafts an urging to whoever has the matter; a repeated one must be harder.",
        openapi_extra={**problems("nobody_to_urge", "level_must_rise", "report_is_quoted"), "x-etag": True},
    )  # fmt: skip
    @declares(process.permission("draft_urging"), audit="write", loader=load_for)
    async def draft(object_id: UUID, body: DraftUrging, desk: AtDesk, call: Writing) -> Response:
        return (await draft_urging(desk, process, object_id, body, call)).response()


for _process in (REPORTS, DEMANDS):
    _add_urgings(_process)


@router.post(
    "/work-reminders", status_code=201, response_model=WorkReminderOut, operation_id="draft_work_reminder",
    summary="拟发工作提醒", tags=REMINDER_TAG,
    openapi_extra={**problems("organisation_unknown", "receiver_not_competent", "report_is_quoted"), "x-etag": True},
)  # fmt: skip
@declares("work_reminder:draft", audit="write", loader="the caller's own office holds the new letter")
async def work_reminder(body: DraftWorkReminder, desk: AtDesk, call: Writing) -> Response:
    """就一件或者多件拖延的诉求向主管部门拟发工作提醒，经分管领导签批后发出。Drafts a letter about demands that drag."""
    return (await draft_work_reminder(desk, body, call)).response()


@router.get(
    "/work-reminders/_results", response_model=SummedOut, operation_id="sum_work_reminder_results",
    summary="工作提醒成效合计", tags=REMINDER_TAG,
)  # fmt: skip
@declares("work_reminder:read", audit="none", loader=sum_work_reminders)
async def results(desk: AtDesk, call: Reading, query: Annotated[ResultsQuery, Query()]) -> Response:
    """合计本人可见工作提醒的成效：惠及户数、退还金额（分）、办发证件数；同一诉求只计最新一次。Sums results."""
    return (await sum_work_reminders(desk, query, call)).response()
