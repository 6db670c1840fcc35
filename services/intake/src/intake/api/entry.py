"""What staff and other systems enter, and receipts printed afterwards."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from intake.usecases.matters.enter_matter import EnterDemand, EnterReport, enter_matter
from intake.usecases.processes import DEMANDS, REPORTS
from intake.usecases.receipts.issue_receipt import IssueReceipt, issue_receipt
from intake.usecases.receipts.verify_receipt import SignedReceipt
from intake.usecases.views import DemandOut, ReportOut
from shared.auth.declare import declares
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
WORDS = (
    "录入来信、来访、来电、移交件或者专题平台来件；查询码只在新建时返回一次，供打印给反映人。"
    "接入系统以 source_system 和 source_ref 去重：内容相同再次提交答复 200 和同一件。Enters what came another way."
)


class EnteredOut(Output):
    """What was entered; the receipt is shown once, and to a source system nothing else of the matter."""

    id: UUID
    state: str
    received_on: date
    receipt: str | None
    signed_receipt: SignedReceipt | None


class EnteredReportOut(EnteredOut):
    """A report that was entered."""

    report: ReportOut | None


class EnteredDemandOut(EnteredOut):
    """A demand that was entered."""

    demand: DemandOut | None


class ReceiptIssuedOut(Output):
    """A receipt to print and hand over."""

    receipt: str
    signed_receipt: SignedReceipt


def _entering(process: Process[Any], body_type: type[Any]) -> Callable[..., Awaitable[Response]]:
    async def enter(body: Any, desk: AtDesk, call: Writing) -> Response:
        return (await enter_matter(desk, process, body, call)).response()

    enter.__annotations__["body"] = body_type
    mark = declares(
        process.permission("enter"), audit="write", loader="the caller's own office holds the new matter"
    )
    return mark(enter)


def _issuing(process: Process[Any]) -> Callable[..., Awaitable[Response]]:
    @declares(process.permission("issue_receipt"), audit="write", loader=load_for)
    async def issue(object_id: UUID, body: IssueReceipt, desk: AtDesk, call: Writing) -> Response:
        return (await issue_receipt(desk, process, object_id, body, call)).response()

    return issue


def _add(process: Process[Any], body: type[Any], out: type[Output]) -> None:
    title = process.lifecycle.title[0]
    tags: list[Any] = [process.tag]
    router.add_api_route(
        f"/{process.collection}", _entering(process, body), methods=["POST"], status_code=201, response_model=out,
        responses={200: {"model": out, "description": "来源编号已有此件 · known by its source"}},
        operation_id=f"enter_{process.name}", summary=f"录入{title}", description=WORDS, tags=tags,
        openapi_extra=problems("source_ref_reused"),
    )  # fmt: skip
    router.add_api_route(
        f"/{process.collection}/{{object_id}}/receipt", _issuing(process), methods=["POST"], status_code=201,
        response_model=ReceiptIssuedOut, operation_id=f"issue_{process.name}_receipt", summary=f"出具{title}查询码",
        description="为导入的来件出具查询码，只能出具一次，不再显示。Prints a receipt, once.", tags=tags,
        openapi_extra=problems("receipt_already_issued"),
    )  # fmt: skip


_add(REPORTS, EnterReport, EnteredReportOut)
_add(DEMANDS, EnterDemand, EnteredDemandOut)
