"""A new clue, and the door to a report's text."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.usecases.clues.read_inspection_text import InspectionTextQuery, read_inspection_text
from casework.usecases.clues.read_report_text import TextQuery, read_report_text
from casework.usecases.clues.read_reprisal_text import ReprisalQuery, read_reprisal_text
from casework.usecases.clues.register_clue import RegisterClue, register_clue
from casework.usecases.clues.views import ClueOut
from casework.usecases.processes import CLUES
from shared.auth.declare import declares
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/clues", tags=[CLUES.tag], route_class=StrictRoute)


class SubjectOut(Output):
    """Whom a report, or an inspection's clue, is about."""

    name: str
    organisation: str
    position: str


class ReportTextOut(Output):
    """What a person wrote to intake."""

    report_id: UUID
    content: str
    subjects: list[SubjectOut]
    messages: list[dict[str, Any]]


class ReprisalTextOut(Output):
    """What a reporter told who suffers reprisal, and what was found."""

    circumstances: str
    findings: str


class InspectionTextOut(Output):
    """What an inspection wrote in rectification."""

    transferred_clue_id: UUID
    facts: str
    subjects: list[SubjectOut]


@router.post(
    "", status_code=201, response_model=ClueOut, operation_id="create_clue", summary="登记问题线索",
    openapi_extra=problems("organisation_unknown"),
)  # fmt: skip
@declares("clue:create", audit="write", loader="the caller's own office holds the new clue")
async def new_clue(body: RegisterClue, desk: AtDesk, call: Writing) -> Response:
    """案件监督管理室登记非信访来源的线索，编号进入台账。Registers a clue that did not come through intake."""
    return (await register_clue(desk, body, call)).response()


@router.get(
    "/{object_id}/report-text", response_model=ReportTextOut, operation_id="get_clue_report_text",
    summary="查看来件正文", openapi_extra=problems("report_not_linked", "report_text_unavailable"),
)  # fmt: skip
@declares("clue:read_report_text", audit="read", loader=read_report_text, sensitive=True)
async def report_text(
    object_id: UUID, desk: AtDesk, call: Reading, query: Annotated[TextQuery, Query()]
) -> Response:
    """以本人身份向信访服务调取正文，须说明目的，两处均留记录，本服务不保存。Fetches a report's text for a purpose."""
    return (await read_report_text(desk, object_id, query, call)).response()


@router.get(
    "/{object_id}/reprisal-text", response_model=ReprisalTextOut, operation_id="get_clue_reprisal_text",
    summary="查看打击报复情况", openapi_extra=problems("report_not_linked", "report_text_unavailable"),
)  # fmt: skip
@declares("clue:read_report_text", audit="read", loader=read_reprisal_text, sensitive=True)
async def reprisal_text(
    object_id: UUID, desk: AtDesk, call: Reading, query: Annotated[ReprisalQuery, Query()]
) -> Response:
    """以本人身份向信访服务调取举报人受打击报复的情况，须说明目的，两处均留记录。Fetches what a clue of reprisal is about."""
    return (await read_reprisal_text(desk, object_id, query, call)).response()


@router.get(
    "/{object_id}/inspection-text", response_model=InspectionTextOut, operation_id="get_clue_inspection_text",
    summary="查看巡察移交线索内容",
    openapi_extra=problems("inspection_clue_not_linked", "report_text_unavailable"),
)  # fmt: skip
@declares("clue:read_inspection_text", audit="read", loader=read_inspection_text, sensitive=True)
async def inspection_text(
    object_id: UUID, desk: AtDesk, call: Reading, query: Annotated[InspectionTextQuery, Query()]
) -> Response:
    """以本人身份向巡察整改服务调取内容，须说明目的，两处均留记录，本服务不保存。Fetches what an inspection wrote."""
    return (await read_inspection_text(desk, object_id, query, call)).response()
