"""The routes of saved filters; everybody sees their own."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.process.listing import Listing
from shared.saved_filters.keep import (
    SavedFilterOut,
    SavedFiltersOut,
    SaveFilter,
    drop_filter,
    list_filters,
    save_filter,
)
from shared.service.calls import AtDesk, Reading, Writing

SAVED_FILTER_TAG = "常用筛选"


def saved_filter_router(lists: Sequence[Listing]) -> APIRouter:
    """Return the routes by which officers keep filters of these lists."""
    router = APIRouter(prefix="/v1/saved-filters", tags=[SAVED_FILTER_TAG], route_class=StrictRoute)
    by_name = {listing.collection: listing for listing in lists}

    @router.get("", operation_id="list_saved_filters", summary="我的常用筛选", response_model=SavedFiltersOut)
    @declares(SIGNED_IN, audit="none", loader=list_filters)
    async def own(
        desk: AtDesk,
        call: Reading,
        collection: Annotated[str | None, Query(max_length=60, description="列表 · the list")] = None,
    ) -> Response:
        """列出本人保存的筛选，他人不可见。The caller's own filters."""
        return (await list_filters(desk, collection, call)).response()

    @router.post(
        "", status_code=201, operation_id="save_filter", summary="保存常用筛选", response_model=SavedFilterOut,
        openapi_extra=problems("saved_filter_exists", "saved_filters_full"),
    )  # fmt: skip
    @declares(SIGNED_IN, audit="write", loader=save_filter)
    async def save(body: SaveFilter, desk: AtDesk, call: Writing) -> Response:
        """按列表自身的参数检查后保存；姓名等检索条件不能保存。Keeps parameters of a list, never names."""
        return (await save_filter(desk, by_name, body, call)).response()

    @router.delete(
        "/{filter_id}", status_code=204, operation_id="drop_saved_filter", summary="删除常用筛选",
        openapi_extra={"x-unversioned": True},
    )  # fmt: skip
    @declares(SIGNED_IN, audit="write", loader=drop_filter)
    async def drop(filter_id: UUID, desk: AtDesk, call: Reading) -> Response:
        """删除本人保存的筛选。Lets one go."""
        return (await drop_filter(desk, filter_id, call)).response()

    return router
