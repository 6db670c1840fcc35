"""The route class of every service: strict about media type, shape of JSON, and parameters."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from typing import Any, get_args, get_origin

from fastapi import FastAPI, params
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIRouter
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

from shared.http.json_shape import check_shape
from shared.http.models import Input, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.http.straight import NotStraight, Odd, Straight

_JSON = "application/json"
_FORM = "multipart/form-data"
_UTF_8 = frozenset({"utf-8", "utf8", '"utf-8"'})
_PLAIN_JSON = frozenset({_JSON, f"{_JSON}; charset=utf-8", f"{_JSON};charset=UTF-8"})
_MANY = (list, tuple, set, frozenset)

Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonRequest(Request):
    """A request whose JSON is handed on as bytes, which `Input` models read straight."""

    async def json(self) -> Any:
        """Return the body; the model parses it."""
        return await self.body()


class StrictRoute(APIRoute):
    """A route that refuses what FastAPI lets pass: deep JSON, wrong media types, odd parameters.

    The body of a JSON route is one `Input` model. Raises: TypeError when it is something else.
    """

    beginning: str = ""
    """What every path of this route begins with, once `add_routes` knows it."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Look at the path's beginning before its pattern: most routes are not meant."""
        path = scope["path"]
        if not path.startswith(self.beginning) and not scope.get("root_path"):
            return Match.NONE, {}
        if takes_verb_for_id(path, self.path):
            return Match.NONE, {}
        return super().matches(scope)

    def get_route_handler(self) -> Handle:
        """Put the checks in front of FastAPI's own handler."""
        handle = super().get_route_handler()
        straight = _straight(self.dependant)
        names = _Parameters(self.dependant)
        check_body = self._body_check()

        async def strict(request: Request) -> Response:
            scope = request.scope
            if "\0" in scope["path"]:
                raise Problem("not_found")
            request = JsonRequest(scope, request.receive)
            if scope["query_string"]:
                names.check(request)
            if check_body is not None:
                await check_body(request)
            if straight is not None:
                try:
                    return await straight(request)
                except Odd:
                    pass
            return await handle(request)

        return strict

    def _body_check(self) -> Callable[[Request], Coroutine[Any, Any, None]] | None:
        if self.body_field is None:
            return _no_body if (self.methods or set()) - {"GET", "HEAD", "OPTIONS"} else None
        if isinstance(self.body_field.field_info, params.Form):
            return _form_body
        kinds = _models_in(self.body_field.field_info.annotation)
        if not kinds or not all(issubclass(kind, Input) for kind in kinds):
            raise TypeError(f"{self.path}: the body of a route is one Input model")
        return _json_body


def takes_verb_for_id(path: str, pattern: str) -> bool:
    """Say whether a pattern fits a path only as if a verb (`/_search`) were an id, which none begins like."""
    return "/_" in path and "/_" not in pattern


def _straight(dependant: Dependant) -> Straight | None:
    try:
        return Straight(dependant)
    except NotStraight:
        return None


def add_routes(app: FastAPI, *routers: APIRouter) -> None:
    """Put the routes of routers straight into the application.

    `include_router` would match each request against every route twice, through a wrapper. The routers bring
    their prefix, tags and dependencies themselves.
    """
    for router in routers:
        for route in router.routes:
            if isinstance(route, StrictRoute):
                route.beginning = route.path.partition("{")[0]
            app.router.routes.append(route)


async def _json_body(request: Request) -> None:
    body = await request.body()
    if not body:
        return
    sent = request.headers.get("content-type", "")
    if sent not in _PLAIN_JSON and not _is_json(sent):
        raise Problem("unsupported_media_type", allowed=[_JSON])
    check_shape(body)


async def _form_body(request: Request) -> None:
    sent = request.headers.get("content-type", "")
    if sent.partition(";")[0].strip().lower() != _FORM:
        raise Problem("unsupported_media_type", allowed=[_FORM])


async def _no_body(request: Request) -> None:
    if request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers:
        return
    body = await request.body()
    if body and body.strip() != b"{}":
        raise Problem("body_not_expected")


def _is_json(content_type: str) -> bool:
    kind, _, options = content_type.lower().partition(";")
    name, _, value = options.partition("=")
    if kind.strip() != _JSON:
        return False
    return not name.strip() or (name.strip() == "charset" and value.strip() in _UTF_8)


class _Parameters:
    """The query parameters a route knows, and which of them may be repeated."""

    def __init__(self, dependant: Dependant) -> None:
        self._many: set[str] = set()
        self._one: set[str] = set()
        self._model_refuses = False
        for name, annotation in self._declared(dependant):
            (self._many if _is_many(annotation) else self._one).add(name)

    def _declared(self, dependant: Dependant) -> Iterator[tuple[str, Any]]:
        for field in dependant.query_params:
            model = next((kind for kind in _models_in(field.field_info.annotation)), None)
            if model is None:
                yield field.alias, field.field_info.annotation
                continue
            self._model_refuses |= issubclass(model, Query)
            for name, inner in model.model_fields.items():
                yield inner.alias or name, inner.annotation
        for deeper in dependant.dependencies:
            yield from self._declared(deeper)

    def check(self, request: Request) -> None:
        """Refuse a repeated single parameter, and an unknown one unless the model will. Raises: Problem."""
        if b"%00" in request.scope["query_string"]:
            raise invalid_input(FieldError("", "query", "control_character"))
        seen: set[str] = set()
        errors: dict[str, FieldError] = {}
        for name, _ in request.query_params.multi_items():
            pointer = f"/{name[:64]}"
            if name in seen and name in self._one:
                errors[name] = FieldError(pointer, "query", "repeated_parameter")
            elif not self._model_refuses and name not in self._one and name not in self._many:
                errors[name] = FieldError(pointer, "query", "unknown_parameter")
            seen.add(name)
        if errors:
            raise invalid_input(*list(errors.values())[:100])


def _is_many(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in _MANY or annotation in _MANY:
        return True
    return any(_is_many(inner) for inner in get_args(annotation)) if origin is not None else False


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models an annotation names: itself, or the branches of `Model | None`."""
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for inner in get_args(annotation) for model in _models_in(inner)]
