"""Files in and out, for services whose matters have attachments: anybody's upload, officers' upload and download."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from shared.attachments.errors import AttachmentUnknown
from shared.attachments.give_out import content_of
from shared.attachments.http import download, receive
from shared.attachments.store import Attachment, find
from shared.attachments.take_in import add
from shared.audit.record import audit
from shared.auth.declare import SIGNED_IN, declares
from shared.db import Reader
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.service.calls import AtDesk, PublicReading, Reading

REFUSALS = (
    "attachment_empty", "attachment_too_large", "attachment_type_not_allowed", "attachment_type_disagrees",
    "attachment_polyglot", "attachment_damaged", "attachment_too_many_pixels", "attachment_archive_bomb",
    "attachment_active_content", "attachment_infected",
)  # fmt: skip
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "一个文件 · one file"}
                    },
                }
            }
        },
    },
    "x-idempotent": True,  # an upload that is sent twice leaves an unlinked file, which vanishes after a day
    **problems(*REFUSALS),
}


class AttachmentOut(Output):
    """A file as its uploader and its matter's readers see it."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    scan_state: str


def attachment_router(*, with_public: bool) -> APIRouter:
    """Return the routes; a file is opened by whoever may read the text of what it is attached to."""
    router = APIRouter(prefix="/v1", tags=["附件"])
    if with_public:
        router.add_api_route(
            "/public/attachments", _public_upload, methods=["POST"], status_code=201, response_model=AttachmentOut,
            operation_id="upload_public_attachment", summary="上传附件（群众）", openapi_extra={**FORM, "security": []},
            description="一次一个文件，不超过 20 MB；图片会去除拍摄信息。One file; pictures lose their metadata.",
        )  # fmt: skip
    router.add_api_route(
        "/attachments", _upload, methods=["POST"], status_code=201, response_model=AttachmentOut,
        operation_id="upload_attachment", summary="上传附件", openapi_extra=FORM,
        description="一次一个文件，不超过 20 MB；24 小时内未关联的文件自动删除。One file; unlinked ones vanish after a day.",
    )  # fmt: skip
    router.add_api_route(
        "/attachments/{attachment_id}/content", _content, methods=["GET"], operation_id="download_attachment",
        summary="下载附件", openapi_extra=problems("attachment_withheld"),
        description="只供下载，支持分段，每次均记录。A download, in parts if asked; always recorded.",
        responses={200: {"content": {"application/octet-stream": {"example": "…"}}, "description": "文件内容 · content"}},
        response_class=Response,
    )  # fmt: skip
    return router


async def _public_upload(request: Request, desk: AtDesk, call: PublicReading) -> Response:
    return await _take_in(request, desk, call)


@declares(SIGNED_IN, audit="write", loader="a new file belongs to its uploader until it is linked")
async def _upload(request: Request, desk: AtDesk, call: Reading) -> Response:
    return await _take_in(request, desk, call)


async def _take_in(request: Request, desk: Desk, call: Call) -> Response:
    upload = await receive(request, desk.keeping.limits)
    attachment = await add(desk.db, desk.keeping, upload, call.actor, call.at)
    return Answer(201, attachment.as_json()).response()


async def find_attachment(reader: Reader, desk: Desk, attachment_id: UUID, call: Call) -> Attachment:
    """Return a file of a matter whose text the caller may read.

    Raises: Problem `not_found`, `forbidden`.
    """
    try:
        attachment = await find(reader, desk.seals, attachment_id)
    except AttachmentUnknown:
        raise Problem("not_found") from None
    process = desk.processes.get(attachment.object_type or "")
    if process is None or attachment.object_id is None:
        raise Problem("not_found")
    permission = process.permission("read_text")
    await load_for(reader, desk, process, attachment.object_id, call, permission, lock=False)
    return attachment


@declares(SIGNED_IN, audit="read", loader=find_attachment, sensitive=True)
async def _content(attachment_id: UUID, request: Request, desk: AtDesk, call: Reading) -> Response:
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        attachment = await find_attachment(tx, desk, attachment_id, call)
        audit(
            tx, call.actor, call.at, action="attachment:read", object_type=attachment.object_type,
            object_id=attachment.object_id, field_group="attachment", details={"attachment": str(attachment_id)},
        )  # fmt: skip

    def read(start: int, end: int) -> AsyncIterator[bytes]:
        return content_of(
            attachment, desk.seals, desk.keeping.objects, start=start, end=end,
            unscanned_is_fine=desk.settings.unscanned_is_fine,
        )  # fmt: skip

    return download(attachment, read, request.headers.get("range"))
