"""`/docs`: the interfaces of all services in one page that asks no other host for anything."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.api.page import REFERENCE, page, static_file
from gateway.domain.titles import TITLES
from shared.http.language import DEFAULT, Language
from shared.http.problems import Problem

router = APIRouter(tags=["文档"])


def configuration(language: Language = DEFAULT) -> dict[str, Any]:
    """Return the reference's settings: one document for each service; whatever would call home is off."""
    sources = [
        {
            "title": title.title if language == DEFAULT else title.title_en,
            "slug": title.name,
            "url": f"/{title.name}/v1/openapi.json",
            "servers": [{"url": f"/{title.name}"}],
            "agent": {"disabled": True},
        }
        for title in TITLES
    ]
    return {
        "sources": sources,
        "localization": {"locale": language},
        "theme": "default",
        "withDefaultFonts": False,
        "telemetry": False,
        "agent": {"disabled": True},
        "mcp": {"disabled": True},
        "hideClientButton": True,
        "showDeveloperTools": "never",
        "showToolbar": "never",
        "persistAuth": False,
        "documentDownloadType": "direct",
        "favicon": "/docs/static/icon.svg",
        "externalUrls": dict.fromkeys(("dashboardUrl", "registryUrl", "proxyUrl", "apiBaseUrl"), ""),
    }


@router.get("/docs", operation_id="show_reference", summary="查看接口文档", response_class=HTMLResponse)
async def show_reference() -> Response:
    """Show the interfaces of all services, in Chinese."""
    return page("docs.html", REFERENCE, lang="zh-CN", configuration=configuration())


@router.get(
    "/docs/en", operation_id="show_reference_en", summary="查看英文接口文档", response_class=HTMLResponse
)
async def show_reference_in_english() -> Response:
    """Show the same in English."""
    return page("docs.html", REFERENCE, lang="en", configuration=configuration("en"))


@router.get("/docs/static/{path:path}", include_in_schema=False)
async def get_static_file(request: Request, path: str) -> Response:
    """Return a file of the pages."""
    if (found := static_file(request, path)) is None:
        raise Problem("not_found")
    return found
