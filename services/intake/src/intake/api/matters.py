"""The doors to what is sealed of a report or a demand."""

from dataclasses import replace
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.usecases.answering.write_message import DialogueMessageOut, OfficeMessage, write_as_office
from intake.usecases.matters.read_sealed import OpenReporter, open_reporter, read_text
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.attachment_routes import AttachmentOut
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)


ReadPurpose = Annotated[
    Literal["handle", "verify", "review", "supervise"] | None,
    Query(description="查阅目的 · why the text is read"),
]


class SubjectOut(Output):
    """Whom a submission is about."""

    name: str
    organisation: str
    position: str


class TextOut(Output):
    """What a person wrote."""

    content: str
    subjects: list[SubjectOut]
    address: str
    messages: list[dict[str, Any]]
    attachments: list[AttachmentOut]


class CoReporterOut(Output):
    """Who reported together with the main contact."""

    name: str
    phone: str
    address: str


class ReporterOut(Output):
    """Who a reporter is; of several, the main contact first."""

    name: str
    phone: str
    address: str
    consent_to_share: bool
    others: list[CoReporterOut]


def _add_sealed(process: Process[Any]) -> None:
    title = process.lifecycle.title[0]
    tags: list[Any] = [process.tag]
    base = f"/{process.collection}/{{object_id}}"

    @router.get(
        f"{base}/text", response_model=TextOut, operation_id=f"get_{process.name}_text", tags=tags,
        summary=f"查看{title}正文", description="打开正文、被反映人和往来消息；每次查看均记录。Opens the text; recorded.",
    )  # fmt: skip
    @declares(
        process.permission("read_text"), audit="read", loader=load_for, services=("casework",), sensitive=True
    )
    async def text(object_id: UUID, desk: AtDesk, call: Reading, purpose: ReadPurpose = None) -> Response:
        return (await read_text(desk, process, object_id, replace(call, purpose=purpose))).response()

    @router.post(
        f"{base}/reporter/_open", response_model=ReporterOut, operation_id=f"open_{process.name}_reporter", tags=tags,
        summary="查看反映人身份", description="须说明目的，每次查看均记录。Opens the identity for a stated purpose.",
        openapi_extra={"x-idempotent": True, **problems("reporter_is_anonymous")},
    )  # fmt: skip
    @declares(process.permission("read_reporter"), audit="identity", loader=load_for, sensitive=True)
    async def reporter(object_id: UUID, body: OpenReporter, desk: AtDesk, call: Reading) -> Response:
        return (await open_reporter(desk, process, object_id, body, call)).response()

    @router.post(
        f"{base}/messages", status_code=201, response_model=DialogueMessageOut, operation_id=f"send_{process.name}_message",
        tags=tags, summary="致反映人", description="给持查询码的人发消息，不得引用来件原文。Writes to the reporter.",
    )  # fmt: skip
    @declares(process.permission("send_message"), audit="write", loader=load_for)
    async def message(object_id: UUID, body: OfficeMessage, desk: AtDesk, call: Writing) -> Response:
        return (await write_as_office(desk, process, object_id, body, call)).response()


for _process in (REPORTS, DEMANDS):
    _add_sealed(_process)
