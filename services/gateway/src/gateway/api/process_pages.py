"""The pages of processes, each as a picture and as its table, and the page of what has changed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.api.page import SEARCHED, page, written
from gateway.clients.catalogues import Catalogues, Table
from gateway.domain.titles import TITLES
from gateway.domain.words import CAPACITIES, UNITS
from gateway.drawing.chart import State, Step, lay_out, with_targets
from gateway.drawing.svg import draw
from shared.http.client import CallError

router = APIRouter(tags=["文档"])
Shown = Annotated[Literal["zh-CN", "en"], Query(alias="lang", description="页面语言 · language of the page")]


@router.get(
    "/docs/lifecycles", operation_id="list_processes", summary="查看流程目录", response_class=HTMLResponse
)
async def show_lifecycles(request: Request) -> Response:
    """Show every process there is."""
    found, missing = await _catalogues(request).lifecycles.collect()
    groups = [(title, found[title.name].items) for title in TITLES if title.name in found]
    return page("lifecycles.html", SEARCHED, groups=groups, missing=missing)


@router.get(
    "/docs/lifecycles/{service}/{name}",
    operation_id="show_process",
    summary="查看流程图与流程表",
    response_class=HTMLResponse,
)
async def show_lifecycle(request: Request, service: str, name: str, lang: Shown = "zh-CN") -> Response:
    """Show one process."""
    catalogues = _catalogues(request)
    try:
        table = await catalogues.tables.get(service, name)
    except CallError:
        return page("lifecycle_missing.html", missing=[service], status=503)
    if table is None:
        _, missing = await catalogues.lifecycles.collect()
        return page("lifecycle_missing.html", missing=missing, status=404)
    return page("lifecycle.html", SEARCHED, **await _shown(catalogues, service, table, lang))


@router.get("/docs/changes", operation_id="show_changes", summary="查看变更记录", response_class=HTMLResponse)
async def show_changes() -> Response:
    """Show what every release brought."""
    return page("changes.html", SEARCHED, changes=_changes())


@cache
def _changes() -> str:
    return written((files("gateway") / "changes.md").read_text("utf-8"))


async def _shown(catalogues: Catalogues, service: str, table: Table, lang: str) -> dict[str, Any]:
    english = lang == "en"
    place = 1 if english else 0
    names = {one.code: (one.name_zh, one.name_en)[place] for one in (*table.states, *table.actions)}
    title = table.title["en" if english else "zh"]
    return {
        "lang": lang,
        "service": service,
        "title": title,
        "table": table,
        "names": names,
        "who": lambda party: _who(party.name_zh, party.name_en, party.capacity, place),
        "clocks": {one.id: f"{one.amount} {UNITS[one.unit][place]}" for one in table.clocks},
        "acts": {one.id: one.act["en" if english else "zh"] for one in table.clocks},
        "refusals": await _refusals(catalogues, lang),
        "picture": _picture(table, names, title),
    }


def _who(zh: str, en: str, capacity: str, place: int) -> str:
    known = CAPACITIES.get(capacity)
    name = (zh, en)[place]
    return f"{name}（{known[0]}）" if known and not place else f"{name} ({known[1]})" if known else name


def _picture(table: Table, names: dict[str, str], title: str) -> str:
    steps: dict[str, list[Step]] = {one.code: [] for one in table.states}
    for row in table.rows:
        for source in row.from_:
            steps[source].append(Step(names[row.action], " ".join(row.signs), row.to))
    states = [State(one.code, names[one.code], steps[one.code]) for one in table.states]
    chart = lay_out(with_targets(states, names))
    return draw(chart, initial=table.initial, final=frozenset(table.final), title=title)


async def _refusals(catalogues: Catalogues, lang: str) -> dict[str, str]:
    found, _ = await catalogues.problems.collect()
    return {entry.code: entry.titles[lang] for one in found.values() for entry in one.problems}


def _catalogues(request: Request) -> Catalogues:
    catalogues: Catalogues = request.app.state.catalogues
    return catalogues
