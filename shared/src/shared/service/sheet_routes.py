"""Routes for sheets that are filled in and sent back: template, check, commit; one set for every import of a service."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query
from fastapi.routing import APIRoute
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from shared.auth.declare import declares
from shared.http.language import language_of
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.problems import Problem
from shared.jobs.show import AcceptedOut
from shared.service.calls import AtDesk, Reading, Writing
from shared.sheets.import_job import AT_ONCE, enqueue_import, is_long
from shared.sheets.importing import SheetImport, check_sheet, commit_sheet, template_of, words_in
from shared.sheets.listing import XLSX

Mode = Annotated[
    Literal["check", "commit"],
    Query(description="check 只检查并返回批注后的表格，commit 全部导入或全部不导入"),
]
IMPORT_TAG = "表格导入"
FILE = {"type": "string", "format": "binary"}
SHEET_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"content": {XLSX: {"schema": FILE}}, "description": "Excel 文件 · a workbook"}
}
_FORM = {"schema": {"type": "object", "required": ["file"], "properties": {"file": FILE}}}
_BODY = {"requestBody": {"required": True, "content": {XLSX: {"schema": FILE}, "multipart/form-data": _FORM}}}


class ImportedOut(Output):
    """What was imported."""

    kind: str
    created: int
    items: list[str]


def import_router(imports: Sequence[SheetImport]) -> APIRouter:
    """Return `/v1/imports/{name}` and its template for each import of a service."""
    router = APIRouter(prefix="/v1/imports", tags=[IMPORT_TAG], route_class=APIRoute)  # takes files, not JSON
    for kind in imports:
        router.add_api_route(
            f"/{kind.name}/template", _template(kind), methods=["GET"], responses=SHEET_ANSWER,
            operation_id=f"get_{_word(kind)}_template", summary=f"下载{kind.title}导入模板", response_class=Response,
            description="下载空白模板，含填写说明、示例和下拉列表。An empty sheet with notes and lists.",
        )  # fmt: skip
        router.add_api_route(
            f"/{kind.name}", _import(kind), methods=["POST"], response_model=ImportedOut,
            responses={202: {"model": AcceptedOut}} if kind.most_rows > AT_ONCE else None,
            openapi_extra={**_BODY, **problems("sheet_unreadable", "import_refused")},
            operation_id=f"import_{_word(kind)}", summary=f"导入{kind.title}",
            description=_describe(kind),
        )  # fmt: skip
    return router


def _word(kind: SheetImport) -> str:
    return kind.name.replace("-", "_")


def _describe(kind: SheetImport) -> str:
    long = f"超过 {AT_ONCE} 行的作为后台任务办理，答复 202。" if kind.most_rows > AT_ONCE else ""
    return (
        f"检查或导入表格，最多 {kind.most_rows} 行。`mode=check` 不保存任何内容，返回原表并标红出错单元格，"
        f"末列为检查结果，`Import-Errors` 为错误数；`mode=commit` 全部导入或全部不导入。{long}All or nothing."
    )


def _template(kind: SheetImport) -> Callable[..., Any]:
    @declares(kind.permission, audit="none", loader="an empty sheet, the same for everybody")
    async def template(desk: AtDesk, call: Reading) -> Response:
        return workbook(await template_of(desk, kind), f"{kind.title}导入模板")

    return template


def _import(kind: SheetImport) -> Callable[..., Any]:
    @declares(kind.permission, audit="write", loader=commit_sheet)
    async def take_in(request: Request, desk: AtDesk, call: Writing, mode: Mode) -> Response:
        content = await sheet_in(request)
        if await is_long(desk, kind, content, call):
            return (await enqueue_import(desk, kind, mode, content, call)).response()
        if mode == "commit":
            return (await commit_sheet(desk, kind, content, call)).response()
        words = words_in(request.app.state.catalogue, language_of(request.scope))
        remarked, errors = await check_sheet(desk, kind, content, call, words)
        return workbook(remarked, f"{kind.title}检查结果", {"Import-Errors": str(errors)})

    return take_in


async def sheet_in(request: Request) -> bytes:
    """Return the workbook that was sent, bare or in a form. Raises: Problem `unsupported_media_type`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == XLSX:
        return await request.body()
    if kind == "multipart/form-data":
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if isinstance(file, UploadFile):
                return await file.read()
    raise Problem("unsupported_media_type", allowed=[XLSX, "multipart/form-data"])


def wants_sheet(request: Request) -> bool:
    """Say whether `Accept` asks for a workbook."""
    return XLSX in request.headers.get("accept", "")


def workbook(content: bytes, name: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a workbook as a download called by its Chinese name."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}.xlsx"
    return Response(content, media_type=XLSX, headers={"Content-Disposition": disposition, **(headers or {})})
