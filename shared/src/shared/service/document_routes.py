"""The routes of official documents: which there are of an object, and one route for each of them."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from shared.auth.declare import declares
from shared.documents.document import Document, Rows
from shared.documents.give_out import list_documents, write_document
from shared.http.models import Output
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.load import load_for
from shared.process.process import Process
from shared.service.calls import AtDesk, Reading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
}


class DocumentOut(Output):
    """A document that can be had now."""

    name: str
    title_zh: str
    title_en: str


class DocumentsOut(Output):
    """The documents of an object."""

    items: list[DocumentOut]


def document_router(process: Process[Any], documents: Sequence[Document]) -> APIRouter:
    """Return the routes of one process's documents."""
    router = APIRouter(prefix=f"/v1/{process.collection}", tags=[process.tag], route_class=StrictRoute)
    title = process.lifecycle.title[0]
    router.add_api_route(
        "/{object_id}/documents", _list(process, documents), methods=["GET"], response_model=DocumentsOut,
        operation_id=f"list_{process.name}_documents", summary=f"{title}文书目录",
        description=f"列出当前可以制作、本人可以取得的文书。Lists the documents of one {process.name} as it stands.",
    )  # fmt: skip
    for document in documents:
        router.add_api_route(
            f"/{{object_id}}/documents/{document.name}", _write(process, document), methods=["GET"],
            operation_id=f"write_{process.name}_{document.name.replace('-', '_')}", summary=document.title[0],
            description=_describe(document), response_class=Response,
            responses={200: {"content": {WORD: {"example": "…"}}, "description": "Word 文书 · a Word document"}},
            openapi_extra=problems("document_not_yet", "document_template_broken", "upstream_unavailable"),
        )  # fmt: skip
    return router


def _describe(document: Document) -> str:
    lines = [
        f"按可编辑模板生成，每次均记录。Writes it from its template; always recorded ({document.title[1]}).",
        "",
        "模板可用内容：",
    ]
    for name, meaning in document.may_use.items():
        if isinstance(meaning, Rows):
            columns = "，".join(f"`{column}` {text}" for column, text in meaning.items())
            lines.append(f"- `{name}` {meaning.meaning}（{columns}）")
        else:
            lines.append(f"- `{name}` {meaning}")
    return "\n".join(lines)


def _list(process: Process[Any], documents: Sequence[Document]) -> Callable[..., Any]:
    @declares(process.permission("read"), audit="read", loader=load_for)
    async def listed(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        return (await list_documents(desk, process, documents, object_id, call)).response()

    return listed


def _write(process: Process[Any], document: Document) -> Callable[..., Any]:
    @declares(document.permission, audit="read", loader=load_for, sensitive=True)
    async def write(object_id: UUID, desk: AtDesk, call: Reading) -> Response:
        name, content = await write_document(desk, process, document, object_id, call)
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(content, headers={**_HEADERS, "content-disposition": disposition}, media_type=WORD)

    return write
