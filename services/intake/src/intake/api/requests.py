"""Requests about reports: protection, reward, tracing by officers; protection and recusal by the holder of a receipt."""

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from intake.api.public import OPEN, in_time
from intake.usecases.requests.ask import (
    AskByReceipt,
    ask_by_receipt,
    ask_protection,
    ask_trace,
    propose_reward,
)
from intake.usecases.requests.processes import (
    PROTECTIONS,
    RECUSALS,
    TRACES,
    ProtectionRequestOut,
    RewardProposalOut,
    TraceRequestOut,
)
from intake.usecases.requests.protect_reporter import AskProtection
from intake.usecases.requests.read_reprisal import ReprisalOut, read_reprisal
from intake.usecases.requests.reward_reporter import ProposeReward
from intake.usecases.requests.trace_reporter import AskTrace
from shared.auth.declare import PublicRoute, declares
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, PublicWriting, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
REPORTER_TAG: list[Any] = [PROTECTIONS.tag]
TRACE_TAG: list[Any] = [TRACES.tag]
PUBLIC_TAG: list[Any] = ["群众"]
WHY = "the report is found for the caller before anything is asked about it"

PUBLIC_REQUESTS = (
    PublicRoute("POST", "/v1/public/receipts/request-protection", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/request-recusal", "the receipt is the right"),
)


class AskedOut(Output):
    """That something was asked, and when; what comes of it is written to the receipt."""

    requested_on: date


@router.post(
    "/protection-requests", status_code=201, response_model=ProtectionRequestOut, operation_id="ask_protection",
    summary="申请保护举报人", tags=REPORTER_TAG,
)  # fmt: skip
@declares("protection_request:ask", audit="write", loader=WHY)
async def protection(body: AskProtection, desk: AtDesk, call: Writing) -> Response:
    """为举报人申请保护，一个工作日内评估。Asks for protection in a reporter's name."""
    return (await ask_protection(desk, body, call)).response()


@router.get(
    "/protection-requests/{object_id}/words", response_model=ReprisalOut, operation_id="get_protection_request_words",
    summary="查看打击报复情况", tags=REPORTER_TAG,
)  # fmt: skip
@declares(
    "protection_request:read_words",
    audit="read",
    loader=read_reprisal,
    services=("casework",),
    sensitive=True,
)
async def words(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
    """供打击报复线索的承办部门查看申请情况和评估情况，留有记录。Shows who handles the clue what was told and found."""
    return (await read_reprisal(desk, object_id, call)).response()


@router.post(
    "/reward-proposals", status_code=201, response_model=RewardProposalOut, operation_id="propose_reward",
    summary="建议奖励举报人", tags=REPORTER_TAG,
)  # fmt: skip
@declares("reward_proposal:ask", audit="write", loader=WHY)
async def reward(body: ProposeReward, desk: AtDesk, call: Writing) -> Response:
    """建议奖励实名举报人，须经查证属实并由主要负责人批准。Proposes to reward a named reporter."""
    return (await propose_reward(desk, body, call)).response()


@router.post(
    "/trace-requests", status_code=201, response_model=TraceRequestOut, operation_id="ask_trace", summary="申请追查匿名件",
    tags=TRACE_TAG,
)  # fmt: skip
@declares("trace_request:ask", audit="write", loader=WHY)
async def trace(body: AskTrace, desk: AtDesk, call: Writing) -> Response:
    """申请对匿名件开展核查笔迹等追查，须经设区的市级以上机关批准；未经批准不得追查，尝试会被记录。Asks to trace."""
    return (await ask_trace(desk, body, call)).response()


@router.post(
    "/public/receipts/request-protection", status_code=201, response_model=AskedOut, tags=PUBLIC_TAG,
    operation_id="request_protection", summary="申请保护", openapi_extra={**OPEN, **problems("receipt_unknown")},
)  # fmt: skip
async def receipts_protection(body: AskByReceipt, desk: AtDesk, call: PublicWriting) -> Response:
    """凭查询码申请保护，结果在查询码中告知。Asks for protection by receipt."""
    return await in_time(desk, call, ask_by_receipt(desk, PROTECTIONS, body, call))


@router.post(
    "/public/receipts/request-recusal", status_code=201, response_model=AskedOut, tags=PUBLIC_TAG,
    operation_id="request_recusal", summary="申请回避", openapi_extra={**OPEN, **problems("receipt_unknown")},
)  # fmt: skip
async def receipts_recusal(body: AskByReceipt, desk: AtDesk, call: PublicWriting) -> Response:
    """凭查询码申请有关人员回避，由机关领导决定，结果在查询码中告知。Asks that somebody keep away, by receipt."""
    return await in_time(desk, call, ask_by_receipt(desk, RECUSALS, body, call))
