"""The routes of every list: a page, a count, a search where there is one, and the same list as an Excel file."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import create_model
from starlette.responses import Response

from shared.auth.declare import declares
from shared.http.filters import CountOut
from shared.http.openapi import problems, sortable
from shared.http.route import StrictRoute
from shared.process.export import MOST_ROWS, WITHOUT_HEAD, export_objects
from shared.process.find import count_objects, list_objects, search_objects
from shared.process.listing import Listing, ListPage, Search
from shared.service.calls import AtDesk, Reading
from shared.service.sheet_routes import SHEET_ANSWER, wants_sheet, workbook
from shared.sheets.listing import XLSX
from shared.vocabularies import Vocabularies


def list_router(listing: Listing) -> APIRouter:
    """Return the routes of one list. The same address answers JSON or, where `Accept` asks for it, a workbook."""
    process, title = listing.process, listing.title
    router = APIRouter(prefix=f"/v1/{listing.collection}", tags=[process.tag], route_class=StrictRoute)
    plural = listing.collection.replace("-", "_")
    page = create_model(
        f"{process.out.__name__.removesuffix('Out')}Page",
        __base__=ListPage[process.out],  # type: ignore[name-defined]
        __doc__=f"A page of {listing.collection.replace('-', ' ')}.",
    )
    router.add_api_route(
        "", _list(listing), methods=["GET"], response_model=page, operation_id=f"list_{plural}",
        summary=f"{title}列表", responses=SHEET_ANSWER if listing.columns else None,
        openapi_extra={**sortable(*listing.sorting.keys), **_refusals(listing)},
        description=_describe(listing),
    )  # fmt: skip
    router.add_api_route(
        "/_count", _count(listing), methods=["GET"], response_model=CountOut, operation_id=f"count_{plural}",
        summary=f"{title}计数",
        description=f"统计符合条件且本人可见的{title}，10000 以内准确。Counts what the caller may see.",
    )  # fmt: skip
    if listing.search:
        router.add_api_route(
            "/_search", _search(listing, listing.search), methods=["POST"], response_model=page,
            operation_id=f"search_{plural}", summary=f"检索{title}",
            description=f"在本人有权查阅的{title}中检索；检索条件不出现在网址中，检索会被记录。"
            f"可按 {'、'.join(listing.sorting.keys)} 排序。Searches; recorded.",
        )  # fmt: skip
    return router


def _refusals(listing: Listing) -> dict[str, Any]:
    return problems("export_too_large", "export_needs_head") if listing.columns else {}


def check_columns(lists: Iterable[Listing], vocabularies: Vocabularies) -> None:
    """Make sure that every column finds its labels and its field.

    Raises: UnknownVocabulary, ValueError for a column that the list does not show.
    """
    for listing in lists:
        for column in listing.columns:
            if column.vocabulary:
                vocabularies[column.vocabulary]
            if column.key not in listing.process.out.model_fields:
                raise ValueError(f"{listing.collection}: no list shows {column.key}")


def _describe(listing: Listing) -> str:
    text = f"列出本人可见的{listing.title}。Lists what the caller may see."
    if not listing.columns:
        return text
    return (
        f"{text}\n\n`Accept: {XLSX}` 时答复同一列表的 Excel 文件，最多 {MOST_ROWS} 条，均有水印和记录；超过 {WITHOUT_HEAD} 条"
        "须由部门负责人或领导导出。The same list as a workbook; recorded."
    )


def _list(listing: Listing) -> Callable[..., Any]:
    async def list_them(request: Request, desk: AtDesk, call: Reading, query: Any) -> Response:
        if listing.columns and wants_sheet(request):
            exported = await export_objects(desk, listing, query, call)
            return workbook(exported.content, exported.name)
        return (await list_objects(desk, listing, query, call)).response()

    list_them.__annotations__["query"] = Annotated[listing.query, Query()]
    return declares(listing.process.permission("read"), audit="none", loader=list_objects)(list_them)


def _count(listing: Listing) -> Callable[..., Any]:
    async def count_them(desk: AtDesk, call: Reading, query: Any) -> Response:
        return (await count_objects(desk, listing, query, call)).response()

    count_them.__annotations__["query"] = Annotated[listing.query, Query()]
    return declares(listing.process.permission("read"), audit="none", loader=count_objects)(count_them)


def _search(listing: Listing, search: Search) -> Callable[..., Any]:
    async def search_them(body: Any, desk: AtDesk, call: Reading) -> Response:
        return (await search_objects(desk, listing, search, body, call)).response()

    search_them.__annotations__["body"] = search.body
    permission = listing.process.permission(search.permission)
    return declares(permission, audit="read", loader=search_objects)(search_them)
