"""What intake answers to other services speaking for themselves."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from intake.usecases.processes import REPORTS
from intake.usecases.reports.tell_subjects import SubjectsOut, tell_subjects
from shared.auth.declare import declares
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1/reports", tags=[REPORTS.tag], route_class=StrictRoute)


@router.get(
    "/{object_id}/subjects", response_model=SubjectsOut, operation_id="get_report_subjects",
    summary="被反映人（供回避核查）",
)  # fmt: skip
@declares("report:read_subjects", audit="read", loader=tell_subjects, services=("casework",), sensitive=True)
async def subjects(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """供案件办理服务核查回避，仅限服务自身令牌。Names whom a report is about, to casework itself; recorded."""
    return (await tell_subjects(desk, object_id, call)).response()
