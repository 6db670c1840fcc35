"""The landing page, the error catalogue and the vocabularies, in Chinese and English side by side."""

from dataclasses import dataclass, field

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.api.page import SEARCHED, page
from gateway.clients.catalogues import Catalogues, Entry, FieldSentence, Problems
from gateway.domain.titles import TITLES
from gateway.render.answers import catalogue

router = APIRouter(tags=["文档"])


@dataclass
class _Shown:
    """One problem and the services that may tell it."""

    entry: Entry
    services: list[str] = field(default_factory=list)


@router.get("/", operation_id="show_home", summary="查看首页", response_class=HTMLResponse)
async def show_home() -> Response:
    """Show where to start."""
    return page("home.html", services=TITLES)


@router.get("/docs/errors", operation_id="list_errors", summary="查看错误代码", response_class=HTMLResponse)
async def show_errors(request: Request) -> Response:
    """Show every problem any service may answer with."""
    entries, fields, missing = await _problems(_catalogues(request))
    shown = sorted(entries.values(), key=lambda one: (one.entry.status, one.entry.code))
    return page("errors.html", SEARCHED, all_shown=shown, fields=fields, missing=missing)


@router.get(
    "/docs/errors/{code}", operation_id="show_error", summary="查看一个错误代码", response_class=HTMLResponse
)
async def show_error(request: Request, code: str) -> Response:
    """Show what one problem's `type` leads to."""
    entries, _, missing = await _problems(_catalogues(request))
    entry = entries.get(code)
    return page("error.html", code=code, shown=entry, missing=missing, status=200 if entry else 404)


@router.get(
    "/docs/vocabularies", operation_id="list_vocabularies", summary="查看代码表", response_class=HTMLResponse
)
async def show_vocabularies(request: Request) -> Response:
    """Show the labels of every coded value."""
    found, missing = await _catalogues(request).vocabularies.collect()
    lists = [
        {"service": service, "name": one.name, "labels": one.labels, "entries": one.entries}
        for service, published in found.items()
        for one in published.items
    ]
    return page("vocabularies.html", SEARCHED, vocabularies=lists, missing=missing)


def _catalogues(request: Request) -> Catalogues:
    catalogues: Catalogues = request.app.state.catalogues
    return catalogues


async def _problems(
    catalogues: Catalogues,
) -> tuple[dict[str, _Shown], list[FieldSentence], list[str]]:
    """Return all problems by code, all field errors, and the services that have not said theirs."""
    found, missing = await catalogues.problems.collect()
    own = Problems.model_validate(catalogue().as_json())
    entries: dict[str, _Shown] = {}
    fields: dict[str, FieldSentence] = {}
    for service, published in (("gateway", own), *found.items()):
        for entry in published.problems:
            entries.setdefault(entry.code, _Shown(entry)).services.append(service)
        for one in published.field_errors:
            fields.setdefault(one.code, one)
    return entries, [fields[code] for code in sorted(fields)], missing
