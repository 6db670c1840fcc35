"""What staff write around a matter: internal notes, and texts that must quote after all."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from intake.usecases.answering.ask_quotation import AskQuotation, QuotationOut, ask_quotation
from intake.usecases.answering.keep_notes import NoteOut, NotesOut, WriteNote, list_notes, write_note
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)


def _add_notes(process: Process[Any]) -> None:
    tags: list[Any] = [process.tag]
    path = f"/{process.collection}/{{object_id}}/notes"

    @router.post(
        path, status_code=201, response_model=NoteOut, operation_id=f"write_{process.name}_note", tags=tags,
        summary="写内部备注", description="仅供内部查看，任何公开接口都不会返回。For staff only; no public answer holds it.",
    )  # fmt: skip
    @declares(process.permission("write_note"), audit="write", loader=load_for)
    async def write(object_id: UUID, body: WriteNote, desk: AtDesk, call: Writing) -> Response:
        return (await write_note(desk, process, object_id, body, call)).response()

    @router.get(
        path, response_model=NotesOut, operation_id=f"list_{process.name}_notes", tags=tags,
        summary="查看内部备注", description="按先后列出内部备注，查看留记录。Lists internal notes, oldest first; recorded.",
    )  # fmt: skip
    @declares(process.permission("read_notes"), audit="read", loader=load_for)
    async def notes(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await list_notes(desk, process, object_id, call)).response()


def _add_quotations(process: Process[Any]) -> None:
    tags: list[Any] = [process.tag]

    @router.post(
        f"/{process.collection}/{{object_id}}/quotations", status_code=201, response_model=QuotationOut,
        operation_id=f"ask_{process.name}_quotation", tags=tags, summary="申请引用原文",
        description="拟发文字确需引用来件原文时，报承办部门主要负责人和分管领导两人准予；准予的只是这段全文。"
        "Asks two people to let this very text leave although it quotes.",
        openapi_extra={**problems("nothing_is_quoted"), "x-etag": True},
    )  # fmt: skip
    @declares(process.permission("ask_quotation"), audit="write", loader=load_for)
    async def ask(object_id: UUID, body: AskQuotation, desk: AtDesk, call: Writing) -> Response:
        return (await ask_quotation(desk, process, object_id, body, call)).response()


for _process in (REPORTS, DEMANDS):
    _add_notes(_process)
    _add_quotations(_process)
