"""What every service tells anybody about itself: its OpenAPI document and its catalogue of problems."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from shared.http.answers import to_json
from shared.http.catalogue import Catalogue
from shared.http.etag import IfNoneMatch, is_unchanged, not_modified
from shared.http.language import Language
from shared.http.models import Output
from shared.http.route import StrictRoute

PUBLIC: dict[str, Any] = {"security": [], "x-etag": True}
"""What the document says of a route for anybody."""
_FOR_ANYBODY = {"Access-Control-Allow-Origin": "*"}


class ProblemWords(Output):
    """One code of the catalogue."""

    code: str
    type: str
    status: int
    titles: dict[Language, str]
    details: dict[Language, str]


class FieldErrorWords(Output):
    """One way a field can be wrong."""

    code: str
    sentences: dict[Language, str]


class CatalogueOut(Output):
    """Every code a service answers with, in every language; `{...}` are the params."""

    problems: list[ProblemWords]
    field_errors: list[FieldErrorWords]


def documents_router(
    make_document: Callable[[], dict[str, Any]], catalogue: Catalogue, tag: str
) -> APIRouter:
    """Return the routes `/v1/openapi.json` and `/v1/problems`; both are made once, when first asked for."""
    router = APIRouter(route_class=StrictRoute, tags=[tag])

    @cache
    def openapi() -> tuple[bytes, str]:
        return tagged(make_document())

    @cache
    def words() -> tuple[bytes, str]:
        return tagged(catalogue.as_json())

    @router.get("/v1/openapi.json", operation_id="get_openapi", include_in_schema=False)
    async def get_openapi(if_none_match: IfNoneMatch = None) -> Response:
        return published(*openapi(), if_none_match)

    @router.get(
        "/v1/problems",
        operation_id="list_problems",
        summary="查询错误代码",
        response_model=CatalogueOut,
        openapi_extra=PUBLIC,
    )
    async def list_problems(if_none_match: IfNoneMatch = None) -> Response:
        """列出本服务所有错误代码和字段错误的中英文说明。任何人都可以查询。Explains every code, in both languages."""
        return published(*words(), if_none_match)

    return router


def tagged(content: dict[str, Any]) -> tuple[bytes, str]:
    """Return what is published as bytes, and its entity tag."""
    body = to_json(content)
    return body, f'"{sha256(body).hexdigest()[:16]}"'


def published(body: bytes, tag: str, if_none_match: str | None) -> Response:
    """Return the answer to anybody who asks, without body for those who already have it."""
    if is_unchanged(if_none_match, tag):
        return not_modified(tag)
    return Response(body, media_type="application/json", headers={"ETag": tag, **_FOR_ANYBODY})
