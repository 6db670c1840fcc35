"""Import of organisations and officers from Excel: template, check, commit."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from fastapi.routing import APIRoute
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from identity.domain.sheets import TITLES
from identity.usecases.import_sheet import check_sheet, commit_sheet, template_of
from shared.auth.declare import SIGNED_IN, declares
from shared.http.catalogue import Catalogue
from shared.http.language import Language, language_of
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.problems import Problem
from shared.service.calls import AtDesk, Reading, Writing

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
router = APIRouter(prefix="/v1/imports", tags=["表格导入"], route_class=APIRoute)  # takes files, not JSON
Kind = Annotated[Literal["organisations", "officers"], Path(description="organisations 机构，officers 人员")]
Mode = Annotated[
    Literal["check", "commit"],
    Query(description="check 只检查并返回批注后的表格，commit 全部导入或全部不导入"),
]
_FILE = {"type": "string", "format": "binary"}
_FORM = {"schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}}}
_BODY = {
    "requestBody": {"required": True, "content": {XLSX: {"schema": _FILE}, "multipart/form-data": _FORM}}
}


class ImportedOut(Output):
    """What was imported."""

    kind: str
    created: int
    items: list[str]


@router.get(
    "/{kind}/template", operation_id="get_import_template", summary="下载导入模板", response_class=Response,
    responses={200: {"content": {XLSX: {"schema": _FILE}}, "description": "模板 · the template"}},
)  # fmt: skip
@declares(SIGNED_IN, audit="none", loader="an empty sheet, the same for everybody")
async def template(kind: Kind, desk: AtDesk, call: Reading) -> Response:
    """下载空白模板，含填写说明和下拉列表。An empty sheet with notes and lists."""
    return _file(await template_of(desk, kind), f"{TITLES[kind]}导入模板.xlsx")


@router.post(
    "/{kind}", operation_id="import_sheet", summary="导入表格", response_model=ImportedOut,
    openapi_extra={**_BODY, **problems("sheet_unreadable", "import_refused")},
)  # fmt: skip
@declares(SIGNED_IN, audit="write", loader=commit_sheet)
async def import_sheet(kind: Kind, request: Request, desk: AtDesk, call: Writing, mode: Mode) -> Response:
    """检查或导入表格，最多 500 行，系统管理员办理 · checks or imports a sheet.

    `mode=check` 不保存任何内容，返回原表并标红出错单元格，末列为检查结果，`Import-Errors` 为错误数；
    `mode=commit` 全部导入或全部不导入。Checks or imports a sheet, all or nothing.
    """
    content = await _sheet_in(request)
    if mode == "commit":
        return (await commit_sheet(desk, kind, content, call)).response()
    workbook, errors = await check_sheet(desk, kind, content, call, _words(request))
    return _file(workbook, f"{TITLES[kind]}检查结果.xlsx", {"Import-Errors": str(errors)})


async def _sheet_in(request: Request) -> bytes:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == XLSX:
        return await request.body()
    if kind == "multipart/form-data":
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if isinstance(file, UploadFile):
                return await file.read()
    raise Problem("unsupported_media_type", allowed=[XLSX, "multipart/form-data"])


def _words(request: Request) -> Any:
    catalogue: Catalogue = request.app.state.catalogue
    language: Language = language_of(request.scope)

    def say(code: str, params: Mapping[str, Any]) -> str:
        if code in catalogue.problems:
            return catalogue.wording(code, language, params).detail
        return catalogue.sentence(code, language, params)

    return say


def _file(content: bytes, name: str, headers: Mapping[str, str] | None = None) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=XLSX, headers={"Content-Disposition": disposition, **(headers or {})})
