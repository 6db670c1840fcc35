"""Turns every exception that reaches the application into a problem answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette._utils import get_route_path
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from shared.db.errors import DatabaseUnavailable
from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, coded, problem_response
from shared.http.route import takes_verb_for_id
from shared.http.validation import problem_of

_BY_STATUS = {
    400: "malformed_form",  # the framework itself answers 400 only for forms it cannot read
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    413: "body_too_large",
    415: "unsupported_media_type",
    429: "rate_limited",
    503: "service_unavailable",
}


def install_handlers(
    app: FastAPI, catalogue: Catalogue, *, coded: Iterable[type[Exception]] = (), realm: str = "huiying"
) -> None:
    """Answer every refusal as a problem.

    `coded` are exceptions of other packages that carry a `code`, and perhaps `params`.
    """
    handlers = _Handlers(app, catalogue, realm)
    app.exception_handlers[Problem] = handlers.problem
    app.exception_handlers[RequestValidationError] = handlers.invalid
    app.exception_handlers[HTTPException] = handlers.plain
    app.exception_handlers[DatabaseUnavailable] = handlers.no_database
    for kind in coded:
        app.exception_handlers[kind] = handlers.coded


class _Handlers:
    def __init__(self, app: FastAPI, catalogue: Catalogue, realm: str) -> None:
        self._app = app
        self._catalogue = catalogue
        self._challenge = f'Bearer realm="{realm}"'

    async def problem(self, request: Request, error: Any) -> Response:
        return self._answer(request, error)

    async def invalid(self, request: Request, error: Any) -> Response:
        return self._answer(request, problem_of(error))

    async def coded(self, request: Request, error: Any) -> Response:
        return self._answer(request, coded(error))

    async def no_database(self, request: Request, error: Any) -> Response:
        return self._answer(request, Problem("service_unavailable", headers={"Retry-After": "2"}))

    async def plain(self, request: Request, error: Any) -> Response:
        """Answer what the framework raises by itself; its English words are dropped."""
        code = _BY_STATUS.get(
            error.status_code, "bad_request" if error.status_code < 500 else "internal_error"
        )
        headers = dict(error.headers or {})
        if code == "method_not_allowed":
            allowed = self._methods_of(request)
            return self._answer(
                request, Problem(code, headers={"Allow": ", ".join(allowed)}, allowed=allowed)
            )
        return self._answer(request, Problem(code, headers=headers))

    def _methods_of(self, request: Request) -> list[str]:
        """Name every method of a path; the router itself knows only those of the first route that matched."""
        path = get_route_path(request.scope)
        found: set[str] = set()
        for context in iter_route_contexts(self._app.routes):
            if takes_verb_for_id(path, context.path or ""):
                continue
            if context.methods and context.path_regex.match(path):
                found |= context.methods
        return sorted(found)

    def _answer(self, request: Request, problem: Problem) -> Response:
        response = problem_response(self._catalogue, problem, request.scope)
        if response.status_code == 401:
            response.headers.setdefault("WWW-Authenticate", self._challenge)
        return response
