"""A whole object in one archive: at once where it is small, as a job where it is large."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from shared.auth.declare import declares
from shared.http.models import Input
from shared.http.openapi import problems
from shared.http.problems import Problem
from shared.http.route import StrictRoute
from shared.jobs.show import AcceptedOut
from shared.process.load import load_for
from shared.service.calls import AtDesk, Reading, Writing
from shared.whole.gather import AT_ONCE, Whole, pack, size_of
from shared.whole.job import enqueue_package

ZIP = "application/zip"
Purpose = Literal["handing_over", "inspection", "lawsuit", "audit", "archive"]
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
}


class AskPackage(Input):
    """What the whole is needed for."""

    purpose: Annotated[Purpose, Field(description="用途：移交、检查、诉讼、审计、归档 · purpose")]


def package_router(whole: Whole) -> APIRouter:
    """Return the routes by which one kind of object is had as a whole."""
    process = whole.process
    router = APIRouter(prefix=f"/v1/{process.collection}", tags=[process.tag], route_class=StrictRoute)
    title = process.lifecycle.title[0]
    content = {"schema": {"type": "string", "format": "binary"}}
    router.add_api_route(
        "/{object_id}/package", _get(whole), methods=["GET"], operation_id=f"get_{process.name}_package",
        summary=f"{title}全件", response_class=Response,
        responses={200: {"content": {ZIP: content}, "description": "压缩包 · an archive"}},
        openapi_extra=problems("package_too_large", "upstream_unavailable"),
        description="一个压缩包：经过、期限、签批、文书、附件（清理后的副本）、审计证明，清单列出每个文件的 SHA-256；"
        "须说明用途，均记录。The whole in one archive, with the hash of every file; recorded.",
    )  # fmt: skip
    router.add_api_route(
        "/{object_id}/package", _post(whole), methods=["POST"], status_code=202, response_model=AcceptedOut,
        operation_id=f"make_{process.name}_package", summary=f"制作{title}全件",
        description="附件较多时由后台制作，完成后从任务下载。Made in the background; fetched from the job.",
    )  # fmt: skip
    return router


def _get(whole: Whole) -> Callable[..., Any]:
    @declares(whole.permission, audit="read", loader=load_for, sensitive=True)
    async def package(
        object_id: UUID,
        desk: AtDesk,
        call: Reading,
        purpose: Annotated[Purpose, Query(description="用途 · purpose")],
    ) -> Response:
        if await size_of(desk, whole, object_id, call) > AT_ONCE:
            raise Problem("package_too_large")
        name, content = await pack(desk, whole, object_id, replace(call, purpose=purpose))
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        whole_of_it = b"".join([piece async for piece in content])
        return Response(whole_of_it, headers={**_HEADERS, "content-disposition": disposition}, media_type=ZIP)

    return package


def _post(whole: Whole) -> Callable[..., Any]:
    @declares(whole.permission, audit="write", loader=load_for, sensitive=True)
    async def make(object_id: UUID, body: AskPackage, desk: AtDesk, call: Writing) -> Response:
        asked = replace(call, purpose=body.purpose)
        return (await enqueue_package(desk, whole, object_id, body, asked)).response()

    return make
