"""Figures of rectification, each with its definition, its cut-off and the records behind it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from rectification.usecases.show_figure import (
    DefinitionsOut,
    FigureOut,
    FigureQuery,
    RecordOut,
    RecordQuery,
    list_figures,
    list_records,
    show_figure,
)
from shared.auth.declare import SIGNED_IN, declares
from shared.http.openapi import problems, sortable
from shared.http.paging import Page
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading

TAG = "统计指标"
router = APIRouter(prefix="/v1/figures", tags=[TAG], route_class=StrictRoute)
Name = Annotated[
    str, Path(max_length=50, description="指标代码 · name of the figure", examples=["completion_rate"])
]


class RecordPage(Page[RecordOut]):
    """A page of the records behind a figure."""


@router.get("", response_model=DefinitionsOut, operation_id="list_figures", summary="指标及其口径")
@declares(SIGNED_IN, audit="none", loader="definitions are no secret")
async def figures(desk: AtDesk, call: Reading) -> Response:
    """列出各项指标的口径。Lists what each figure means."""
    return (await list_figures(desk, call)).response()


@router.get(
    "/{name}",
    response_model=FigureOut,
    operation_id="get_figure",
    summary="查看指标",
    openapi_extra=problems("day_not_over"),
)
@declares("inspected_organization:count", audit="none", loader=show_figure)
async def figure(name: Name, desk: AtDesk, call: Reading, query: Annotated[FigureQuery, Query()]) -> Response:
    """返回指标值、分项、口径和统计截止时间，只统计本人有权统计的范围；可指定截止日期。Counts now, or as of a past day."""
    return (await show_figure(desk, name, query, call)).response()


@router.get(
    "/{name}/records",
    response_model=RecordPage,
    operation_id="list_figure_records",
    summary="查看指标所依据的记录",
    openapi_extra={**sortable("on_day"), **problems("day_not_over")},
)
@declares("inspected_organization:read", audit="none", loader=list_records)
async def records(
    name: Name, desk: AtDesk, call: Reading, query: Annotated[RecordQuery, Query()]
) -> Response:
    """列出构成该指标且本人可见的记录。Lists the records behind a figure that the caller may read."""
    return (await list_records(desk, name, query, call)).response()
