"""The public surface: no token, no address, no agent. Receipts travel in bodies and are answered at a fixed time."""

import asyncio
from collections.abc import Awaitable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from intake.usecases.answering.write_message import DialogueMessageOut, ReporterMessage, write_as_reporter
from intake.usecases.matters.submit import Submission, submit
from intake.usecases.receipts.move_by_receipt import ObjectBody, RateBody, ask_for_review, object_to, rate
from intake.usecases.receipts.open_receipt import open_receipt
from intake.usecases.receipts.receipt_holder import PAD_TO, ReceiptBody, within_time
from intake.usecases.receipts.survey import SurveyBody, survey
from intake.usecases.receipts.verify_receipt import SignedReceipt, VerifyBody, verify_signed_receipt
from shared.attachments.errors import AttachmentError
from shared.auth.declare import PublicRoute
from shared.http.answers import Answer, filled_up
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.problems import Problem, coded
from shared.http.route import StrictRoute
from shared.process.desk import Call, Desk
from shared.service.calls import AtDesk, PublicReading, PublicWriting

router = APIRouter(prefix="/v1/public", tags=["群众"], route_class=StrictRoute)
OPEN: dict[str, Any] = {"security": []}
State = Literal["received", "accepted", "not_accepted", "passed_on", "being_handled", "answered", "closed"]

PUBLIC_ROUTES = (
    PublicRoute("GET", "/v1/public/options", "what a form offers; holds no data"),
    PublicRoute("POST", "/v1/public/submissions", "anybody may report, also without a name"),
    PublicRoute("POST", "/v1/public/attachments", "a file for a submission; linked to nothing until then"),
    PublicRoute("POST", "/v1/public/receipts/_open", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/messages", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/rate", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/object", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/request-review", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/request-final-review", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/survey", "the receipt is the right"),
    PublicRoute("POST", "/v1/public/receipts/verify", "anybody who holds a signed receipt may verify it"),
)


class SubmissionOut(Output):
    """What a person holds after submitting; the receipt is shown once."""

    receipt: str
    state: State
    received_on: date
    signed_receipt: SignedReceipt


class MatterOut(Output):
    """A matter as the holder of a receipt sees it: coarse state, dialogue and answer; never the report."""

    state: State
    received_on: date
    messages: list[DialogueMessageOut]
    answer: dict[str, Any] | None
    can_rate: bool
    can_object: bool
    can_request_review: bool
    can_request_final_review: bool
    can_answer_survey: bool
    survey_until: Annotated[date | None, Field(description="回访评价截止日 · last day to answer the survey")]


class OtherMatterOut(MatterOut):
    """What was split from the matter a receipt was given for."""

    matter: Literal["report", "demand"]


class ReceiptOut(MatterOut):
    """What a receipt opens; `also` holds the accusation that was split from a demand."""

    also: list[OtherMatterOut]


class VerifiedOut(Output):
    """Whether a signed receipt is ours, whether the matter is unaltered, and the proof that the audit tree holds it."""

    valid: bool
    included: bool
    intact: bool
    checkpoint: dict[str, Any]
    proof: dict[str, Any] | None


class OptionsOut(Output):
    """What a form offers."""

    categories: list[dict[str, str]]
    fields: list[dict[str, str]]
    regions: list[dict[str, str]]
    limits: dict[str, int]


@router.get(
    "/options",
    response_model=OptionsOut,
    operation_id="get_submission_options",
    summary="填报选项",
    openapi_extra=OPEN,
)
async def options(desk: AtDesk, call: PublicReading) -> Response:
    """返回类别、领域、区（市）和各项限制，供填报页面使用。What a submission form offers, in one call."""
    lists = desk.vocabularies
    today = call.today

    def entries(name: str) -> list[dict[str, str]]:
        return [
            {"code": one.code, "name_zh": one.name_zh, "name_en": one.name_en}
            for one in lists[name].entries
            if one.is_valid(today) and one.parent is None
        ]

    body = {
        "categories": [one for one in entries("report_category") if one["code"] != "out_of_scope"],
        "fields": entries("livelihood_field"),
        "regions": [
            {"code": one.code, "name_zh": one.place, "name_en": one.place_en}
            for one in await desk.directory.of_kind("district_commission")
        ],
        "limits": {
            "content_min": 10,
            "content_max": 5000,
            "attachments": 20,
            "attachment_bytes": 20 * 1024 * 1024,
        },
    }
    return Answer(200, body).response()


@router.post(
    "/submissions", status_code=201, response_model=SubmissionOut, operation_id="submit_report",
    summary="提交检举控告或民生诉求", openapi_extra={**OPEN, **problems("idempotency_key_reused", "proof_of_work_required")},
)  # fmt: skip
async def submissions(body: Submission, desk: AtDesk, call: PublicWriting) -> Response:
    """任何人都可提交，可匿名；不记录地址、设备和确切时间。返回的查询码只显示一次。Anybody may submit, also anonymously."""
    return (await submit(desk, body, call)).response()


@router.post(
    "/receipts/_open", response_model=ReceiptOut, operation_id="open_receipt", summary="凭查询码查询",
    openapi_extra={**OPEN, **problems("receipt_unknown"), "x-idempotent": True},
)  # fmt: skip
async def receipts_open(body: ReceiptBody, desk: AtDesk, call: PublicReading) -> Response:
    """查看办理状态、往来消息和答复。查询码不存在、过期或作废时答复相同。Opens a receipt; misses are alike."""

    async def opened() -> Answer:
        return Answer(200, await open_receipt(desk, body, call))

    return await in_time(desk, call, opened())


@router.post(
    "/receipts/messages", status_code=201, response_model=DialogueMessageOut, operation_id="send_receipt_message",
    summary="补充情况", openapi_extra={**OPEN, **problems("receipt_unknown")},
)  # fmt: skip
async def receipts_messages(body: ReporterMessage, desk: AtDesk, call: PublicWriting) -> Response:
    """凭查询码向承办单位补充情况或回复。Writes to the office by receipt."""
    return await in_time(desk, call, write_as_reporter(desk, body, call))


@router.post(
    "/receipts/rate", response_model=ReceiptOut, operation_id="rate_answer", summary="评价答复",
    openapi_extra={**OPEN, **problems("receipt_unknown", "move_out_of_order")},
)  # fmt: skip
async def receipts_rate(body: RateBody, desk: AtDesk, call: PublicWriting) -> Response:
    """对答复作一次满意度评价（1-5）。Rates the answer, once."""
    return await in_time(desk, call, rate(desk, body, call))


@router.post(
    "/receipts/object", response_model=ReceiptOut, operation_id="object_to_answer", summary="对答复提出异议",
    openapi_extra={**OPEN, **problems("receipt_unknown", "move_out_of_order")},
)  # fmt: skip
async def receipts_object(body: ObjectBody, desk: AtDesk, call: PublicWriting) -> Response:
    """说明理由或提供新证据，退回承办单位重新办理。Objects to the answer, with reasons or new evidence."""
    return await in_time(desk, call, object_to(desk, body, call))


@router.post(
    "/receipts/request-review", response_model=ReceiptOut, operation_id="request_review", summary="申请复查",
    openapi_extra={**OPEN, **problems("receipt_unknown", "move_out_of_order", "review_already_requested")},
)  # fmt: skip
async def receipts_review(body: ObjectBody, desk: AtDesk, call: PublicWriting) -> Response:
    """对处理意见不服的，可在 30 日内申请复查一次。Asks for a review, once."""
    return await in_time(desk, call, ask_for_review(desk, body, call, final=False))


@router.post(
    "/receipts/request-final-review", response_model=ReceiptOut, operation_id="request_final_review",
    summary="申请复核", openapi_extra={**OPEN, **problems("receipt_unknown", "move_out_of_order", "review_comes_first")},
)  # fmt: skip
async def receipts_final_review(body: ObjectBody, desk: AtDesk, call: PublicWriting) -> Response:
    """对复查意见不服的，可申请复核一次。Asks for the final review, once."""
    return await in_time(desk, call, ask_for_review(desk, body, call, final=True))


@router.post(
    "/receipts/survey", response_model=ReceiptOut, operation_id="answer_survey", summary="回访评价",
    openapi_extra={**OPEN, **problems("receipt_unknown", "survey_not_open", "survey_already_answered", "survey_lapsed")},
)  # fmt: skip
async def receipts_survey(body: SurveyBody, desk: AtDesk, call: PublicWriting) -> Response:
    """办结满三个月后，凭查询码说明问题是否真正解决，仅一次。Says once, months later, whether it is solved."""
    return await in_time(desk, call, survey(desk, body, call))


@router.post(
    "/receipts/verify", response_model=VerifiedOut, operation_id="verify_receipt", summary="验证签名回执",
    openapi_extra={**OPEN, "x-idempotent": True},
)  # fmt: skip
async def receipts_verify(body: VerifyBody, desk: AtDesk) -> Response:
    """验证回执签名，并给出其在审计树中的包含证明。Verifies a signed receipt and proves its inclusion."""
    return Answer(200, await verify_signed_receipt(desk, body)).response()


async def in_time(desk: Desk, call: Call, work: Awaitable[Answer]) -> Response:
    """Answer at the fixed moment, with the same headers and in steps of 4 KiB, whether the receipt was found or not."""
    started = asyncio.get_running_loop().time()
    answer: Answer | Problem
    try:
        answer = await work
    except Problem as problem:
        answer = problem
    except AttachmentError as error:
        answer = coded(error)
    await within_time(started, desk.settings.receipt_release_ms)
    if isinstance(answer, Problem):
        answer.pad_to = PAD_TO
        raise answer
    answer.headers["Content-Language"] = call.language
    return filled_up(answer.response(), PAD_TO)
