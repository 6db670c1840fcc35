"""New entries of the interference register, new requests for recusal, minutes of meetings on clues."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.usecases.conduct.processes import INTERFERENCES
from casework.usecases.conduct.register_interference import RegisterInterference, register_interference
from casework.usecases.conduct.request_recusal import RequestRecusal, request_recusal
from casework.usecases.conduct.views import InterferenceOut, RecusalRequestOut
from casework.usecases.ledger.create_clue_meeting import Minutes, create_clue_meeting
from casework.usecases.ledger.processes import CLUE_MEETINGS
from casework.usecases.ledger.views import ClueMeetingOut
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)


@router.post(
    "/interferences", status_code=201, response_model=InterferenceOut, operation_id="create_interference",
    summary="登记过问干预", tags=[INTERFERENCES.tag],
    openapi_extra=problems("officer_unknown", "recusal_check_unavailable"),
)  # fmt: skip
@declares(
    "interference:create", audit="write", loader="the register of the caller's own organ holds the new entry"
)
async def interference(body: RegisterInterference, desk: AtDesk, call: Writing) -> Response:
    """凡打听案情、过问案件、说情干预，应当当日登记；登记后不可删除，被登记人不可见。Registers interference; never deleted."""
    return (await register_interference(desk, body, call)).response()


@router.post(
    "/recusal-requests", status_code=201, response_model=RecusalRequestOut, operation_id="create_recusal_request",
    summary="提出回避申请", tags=[INTERFERENCES.tag],
    openapi_extra=problems("officer_unknown", "recusal_check_unavailable"),
)  # fmt: skip
@declares("recusal_request:create", audit="write", loader=request_recusal)
async def recusal_request(body: RequestRecusal, desk: AtDesk, call: Writing) -> Response:
    """记录反映人、被反映人提出的或者本人提出的回避申请，由机关主要负责人决定。Files a request for recusal."""
    return (await request_recusal(desk, body, call)).response()


@router.post(
    "/clue-meetings", status_code=201, response_model=ClueMeetingOut, operation_id="create_clue_meeting",
    summary="登记线索专题会议", tags=[CLUE_MEETINGS.tag], openapi_extra=problems("clue_unknown"),
)  # fmt: skip
@declares(
    "clue_meeting:create", audit="write", loader="the ledger of the caller's own organ holds the minutes"
)
async def clue_meeting(body: Minutes, desk: AtDesk, call: Writing) -> Response:
    """登记会议时间、参会人员、重点领域和议定事项，由机关主要负责人确认。Keeps the minutes of a meeting on clues."""
    return (await create_clue_meeting(desk, body, call)).response()
