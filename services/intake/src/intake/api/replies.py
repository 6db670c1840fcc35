"""Replies that officers send again and again."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from intake.usecases.answering.keep_canned_replies import (
    CannedRepliesOut,
    CannedReplyOut,
    CannedReplyVersionsOut,
    Kind,
    WriteCannedReply,
    list_replies,
    list_versions,
    offer_replies,
    write_reply,
)
from intake.usecases.processes import DEMANDS, REPORTS
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.bodies import Code
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1", route_class=StrictRoute)
TAG: list[Any] = ["常用答复"]


@router.get(
    "/canned-replies",
    response_model=CannedRepliesOut,
    operation_id="list_canned_replies",
    summary="常用答复",
    tags=TAG,
)
@declares("canned_reply:read", audit="none", loader=list_replies)
async def replies(desk: AtDesk, call: Reading) -> Response:
    """列出本机关在用的常用答复；未自行编写的用随附文本。The replies in use."""
    return (await list_replies(desk, call)).response()


@router.post(
    "/canned-replies", status_code=201, response_model=CannedReplyOut, operation_id="write_canned_reply",
    summary="编写常用答复", tags=TAG, openapi_extra=problems("canned_reply_changed"),
)  # fmt: skip
@declares("canned_reply:edit", audit="write", loader="an organ's own text, no matter's")
async def write(body: WriteCannedReply, desk: AtDesk, call: Writing) -> Response:
    """编写新版本，各版本均保留；可用占位符 {number}、{received_on}、{today}。Writes a new version."""
    return (await write_reply(desk, body, call)).response()


@router.get(
    "/canned-replies/{code}/versions", response_model=CannedReplyVersionsOut,
    operation_id="list_canned_reply_versions", summary="常用答复的历次版本", tags=TAG,
)  # fmt: skip
@declares("canned_reply:read", audit="none", loader=list_versions)
async def versions(
    code: Code,
    object_type: Annotated[Kind, Query(description="事项类别 · kind of matter")],
    desk: AtDesk,
    call: Reading,
) -> Response:
    """列出历次版本，新的在前。What was written over time, newest first."""
    return (await list_versions(desk, object_type, code, call)).response()


def _add(process: Process[Any]) -> None:
    tags: list[Any] = [process.tag]

    @router.get(
        f"/{process.collection}/{{object_id}}/canned-replies", response_model=CannedRepliesOut,
        operation_id=f"list_{process.name}_canned_replies", tags=tags, summary="适用的常用答复",
        description="按当前状态给出已填好编号、日期的常用答复，供修改后发出。Replies that fit the state, filled in.",
    )  # fmt: skip
    @declares(process.permission("send_message"), audit="none", loader=load_for)
    async def offered(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await offer_replies(desk, process, object_id, call)).response()


for _process in (REPORTS, DEMANDS):
    _add(_process)
