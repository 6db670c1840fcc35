"""A small service with one route for each thing the mechanisms of HTTP promise."""

import asyncio
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, FastAPI, Form, Path, Query, Request, UploadFile
from pydantic import BaseModel, Field
from starlette.responses import Response

from shared.db.errors import DatabaseUnavailable
from shared.http.answers import Answer
from shared.http.catalogue import Catalogue
from shared.http.documents import documents_router
from shared.http.etag import IfMatch, IfNoneMatch, etag, is_unchanged, not_modified
from shared.http.handlers import install_handlers
from shared.http.idempotency_key import IdempotencyKey
from shared.http.limits import MIB
from shared.http.models import Day, Input, Instant, Line, Output, Text
from shared.http.openapi import About, document, problems, sortable
from shared.http.paging import Page, PageQuery
from shared.http.problems import Problem
from shared.http.route import StrictRoute, add_routes
from shared.http.stack import middlewares

VERSION = 7
ORIGIN = "https://pages.example"
ONE = f"/v1/notes/{UUID(int=5)}"
ABOUT = About(
    "small",
    "小服务",
    "用于测试的小服务。",
    "1.4.2",
    tags={"便笺": "便笺的登记和查询", "接口说明": "本服务的说明"},
)


class Colour(StrEnum):
    """Two values are enough."""

    RED = "red"
    BLUE = "blue"


class Author(Input):
    """A body inside a body."""

    name: Annotated[str, Line(1, 20)]


class NoteIn(Input):
    """Every kind of field once."""

    content: Annotated[str, Text(10, 100)]
    colour: Colour
    happened_on: Day
    seen_at: Instant
    weight: Annotated[int, Field(ge=1, le=9)]
    author: Author | None = None
    friends: Annotated[list[Author], Field(max_length=3)] = []
    is_open: bool = True


class NoteOut(Output):
    """A note as it is shown."""

    id: UUID
    content: str
    seen_at: Instant


class PictureForm(BaseModel):
    """A form with a picture."""

    file: UploadFile


class PictureOut(Output):
    """What was taken in."""

    size: int


class NoteQuery(PageQuery):
    """The filters of the list of notes."""

    colour: Annotated[tuple[Colour, ...], Field(description="颜色")] = ()
    happened_from: Annotated[Day | None, Field(description="不早于该日")] = None


class Coded(Exception):
    """An error of another package that knows its code."""

    code = "token_expired"


NoteId = Annotated[UUID, Path(description="便笺编号")]
router = APIRouter(route_class=StrictRoute, prefix="/v1/notes", tags=["便笺"])


@router.post(
    "",
    status_code=201,
    operation_id="create_note",
    summary="登记便笺",
    response_model=NoteOut,
    openapi_extra=problems("conflict"),
)
async def create_note(note: NoteIn, key: IdempotencyKey) -> Response:
    """登记一份便笺。任何登录用户可用。Makes a note."""
    seen = NoteOut(id=UUID(int=1), content=note.content, seen_at=note.seen_at)
    return Answer(201, seen, etag=1, location="/v1/notes/1").response()


@router.get("", operation_id="list_notes", summary="查询便笺", openapi_extra=sortable("seen_at"))
async def list_notes(query: Annotated[NoteQuery, Query()]) -> Page[NoteOut]:
    """按条件查询便笺。Lists notes."""
    return Page[NoteOut](items=[], next_cursor=",".join(query.colour) or None)


@router.get("/{note_id}", operation_id="get_note", summary="读取便笺", response_model=NoteOut)
async def get_note(note_id: NoteId, if_none_match: IfNoneMatch = None) -> Response:
    """读取一份便笺。Reads a note."""
    if is_unchanged(if_none_match, etag(VERSION)):
        return not_modified(etag(VERSION))
    return Answer(200, {"id": note_id, "content": "内容"}, etag=VERSION).response()


@router.delete("/{note_id}", operation_id="delete_note", summary="删除便笺", status_code=204)
async def delete_note(note_id: NoteId, version: IfMatch) -> Response:
    """删除一份便笺。Takes a note away."""
    if version != VERSION:
        raise Problem("version_stale")
    return Response(status_code=204)


@router.post("/{note_id}/close", operation_id="close_note", summary="关闭便笺", response_model=NoteOut)
async def close_note(note_id: NoteId, version: IfMatch, key: IdempotencyKey) -> Response:
    """关闭一份便笺；没有请求体。Closes a note; takes no body."""
    return Answer(200, {"id": note_id}, etag=version + 1).response()


@router.post(
    "/{note_id}/picture",
    operation_id="add_picture",
    summary="上传图片",
    openapi_extra={"x-idempotent": True},
    status_code=201,
)
async def add_picture(note_id: NoteId, form: Annotated[PictureForm, Form()]) -> PictureOut:
    """上传一张图片。Takes a picture in."""
    return PictureOut(size=len(await form.file.read()))


@router.get(
    "/{note_id}/trouble",
    operation_id="make_trouble",
    summary="出错",
    openapi_extra=problems("conflict"),
    response_model=NoteOut,
)
async def make_trouble(
    note_id: NoteId, kind: Annotated[str, Query(description="哪一种")] = "unexpected"
) -> dict[str, str]:
    """按参数给出各种错误。Fails as it is told."""
    if kind == "database":
        raise DatabaseUnavailable("down")
    if kind == "coded":
        raise Coded
    if kind == "known":
        raise Problem("move_out_of_order", state="closed", action="close", headers={"Retry-After": "5"})
    raise RuntimeError("张三 13800138000")


def make_app(**options: Any) -> FastAPI:
    """Return the small service, wired as a real one is."""
    catalogue = Catalogue.load()
    stack = middlewares(
        catalogue,
        api_version="1.4.2",
        origins=[ORIGIN],
        larger=[(r"/v1/notes/[^/]+/picture", 4 * MIB)],
        silent=("/v1/public/",),
        **options,
    )
    app = FastAPI(middleware=stack, redirect_slashes=False, openapi_url=None)
    install_handlers(app, catalogue, coded=[Coded])
    add_routes(app, router, documents_router(lambda: document(app, ABOUT, catalogue), catalogue, "接口说明"))
    app.router.routes.append(
        StrictRoute("/v1/public/trouble", _fail, methods=["GET"], include_in_schema=False)
    )
    return app


async def _fail(request: Request) -> None:
    await asyncio.sleep(0)
    raise ValueError("receipt 7K3M")
