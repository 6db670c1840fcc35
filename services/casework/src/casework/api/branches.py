"""Lists of preliminary verifications and of talks and inquiries."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.usecases.find_objects import (
    BranchQuery,
    count_talk_inquiries,
    count_verifications,
    find_talk_inquiries,
    find_verifications,
)
from casework.usecases.processes import TALK_INQUIRIES, VERIFICATIONS
from casework.usecases.views import TalkInquiryOut, VerificationOut
from shared.auth.declare import declares
from shared.http.filters import CountOut
from shared.http.paging import Page
from shared.http.route import StrictRoute
from shared.process.read import list_objects
from shared.service.calls import AtDesk, Reading

router = APIRouter(prefix="/v1", route_class=StrictRoute)
VERIFICATION_TAG: list[Any] = [VERIFICATIONS.tag]
TALK_TAG: list[Any] = [TALK_INQUIRIES.tag]
Asked = Annotated[BranchQuery, Query()]


class VerificationPage(Page[VerificationOut]):
    """A page of verifications."""


class TalkInquiryPage(Page[TalkInquiryOut]):
    """A page of talks and inquiries."""


@router.get(
    "/verifications", response_model=VerificationPage, operation_id="list_verifications", summary="初步核实列表",
    tags=VERIFICATION_TAG,
)  # fmt: skip
@declares("verification:read", audit="none", loader=list_objects)
async def verifications(desk: AtDesk, call: Reading, query: Asked) -> Response:
    """列出本人可见的初步核实。Lists verifications the caller may see."""
    return (await find_verifications(desk, query, call)).response()


@router.get(
    "/verifications/_count", response_model=CountOut, operation_id="count_verifications", summary="初步核实计数",
    tags=VERIFICATION_TAG,
)  # fmt: skip
@declares("verification:read", audit="none", loader=list_objects)
async def verifications_count(desk: AtDesk, call: Reading, query: Asked) -> Response:
    """统计符合条件且本人可见的件数。Counts verifications the caller may see."""
    return (await count_verifications(desk, query, call)).response()


@router.get(
    "/talk-inquiries", response_model=TalkInquiryPage, operation_id="list_talk_inquiries", summary="谈话函询列表",
    tags=TALK_TAG,
)  # fmt: skip
@declares("talk_inquiry:read", audit="none", loader=list_objects)
async def talk_inquiries(desk: AtDesk, call: Reading, query: Asked) -> Response:
    """列出本人可见的谈话函询。Lists talks and inquiries the caller may see."""
    return (await find_talk_inquiries(desk, query, call)).response()


@router.get(
    "/talk-inquiries/_count", response_model=CountOut, operation_id="count_talk_inquiries", summary="谈话函询计数",
    tags=TALK_TAG,
)  # fmt: skip
@declares("talk_inquiry:read", audit="none", loader=list_objects)
async def talk_inquiries_count(desk: AtDesk, call: Reading, query: Asked) -> Response:
    """统计符合条件且本人可见的件数。Counts talks and inquiries the caller may see."""
    return (await count_talk_inquiries(desk, query, call)).response()
