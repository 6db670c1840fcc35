"""The straight way through a route: its parameters read as FastAPI declared them, worked out once at the start.

FastAPI walks the whole tree of dependencies anew for each request: 40 to 130 µs, more than all our checks. What
is usual is read here in 15. Whatever is odd (a value missing, not valid, or of a kind not known here) is left to
FastAPI, which begins again and says what is wrong; so there is one wording of refusals, and it is not ours.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from fastapi import params
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from shared.http.models import Input, Query

_MANY = (list, tuple, set, frozenset)
_UNKNOWN = (
    "cookie_params", "websocket_param_name", "http_connection_param_name", "response_param_name",
    "background_tasks_param_name", "security_scopes_param_name", "concurrency",
)  # fmt: skip

Values = dict[str, Any]
Read = Callable[[Request, bytes], Any]


class Odd(Exception):
    """The request is not the usual one: FastAPI shall look at it."""


class NotStraight(Exception):
    """The route declares something that is not known here."""


@dataclass(slots=True)
class _Step:
    """One function to call: where its arguments come from, and where its result goes."""

    call: Callable[..., Awaitable[Any]]
    reads: list[tuple[str, Read]] = field(default_factory=list)
    asks: list[tuple[str, int]] = field(default_factory=list)
    request: str | None = None


class Straight:
    """The steps of one route, its endpoint last. Raises: NotStraight when it is made."""

    def __init__(self, dependant: Dependant) -> None:
        if not _answers_itself(dependant.call):
            raise NotStraight("the endpoint does not make its own response")
        self._steps: list[_Step] = []
        self._places: dict[Any, int] = {}
        self._reads_body = bool(dependant.body_params)
        self._add(dependant, last=True)

    async def __call__(self, request: Request) -> Response:
        """Answer a request. Raises: Odd before anything was done, and whatever dependencies and endpoint raise."""
        body = await request.body() if self._reads_body else b""
        if self._reads_body and not body:
            raise Odd
        results: list[Any] = []
        for step in self._steps:
            values: Values = {name: read(request, body) for name, read in step.reads}
            for name, place in step.asks:
                values[name] = results[place]
            if step.request is not None:
                values[step.request] = request
            results.append(await step.call(**values))
        response: Response = results[-1]
        return response

    def _add(self, dependant: Dependant, *, last: bool = False) -> int:
        call = dependant.call
        if call in self._places:
            return self._places[call]
        if call is None or any(getattr(dependant, name) for name in _UNKNOWN) or not _is_async(call):
            raise NotStraight(str(call))
        step = _Step(call, request=dependant.request_param_name)
        for one in dependant.dependencies:
            place = self._add(one)
            if one.name is not None:
                step.asks.append((one.name, place))
        step.reads += [(one.name, _from_path(one)) for one in dependant.path_params]
        step.reads += [(one.name, _from_header(one)) for one in dependant.header_params]
        step.reads += [(one.name, _from_query(one)) for one in dependant.query_params]
        if dependant.body_params:
            if not last or len(dependant.body_params) > 1:
                raise NotStraight("a body in parts")
            step.reads.append((dependant.body_params[0].name, _from_body(dependant.body_params[0])))
        self._places[call] = len(self._steps)
        self._steps.append(step)
        return self._places[call]


def _is_async(call: Any) -> bool:
    target = call if inspect.isroutine(call) else type(call).__call__
    return inspect.iscoroutinefunction(target)


def _answers_itself(call: Any) -> bool:
    made = inspect.signature(call).return_annotation if call is not None else None
    return made == "Response" or (isinstance(made, type) and issubclass(made, Response))


def _validator(declared: Any) -> Callable[[Any], Any]:
    validate: Callable[[Any], Any] = declared._type_adapter.validator.validate_python

    def valid(value: Any) -> Any:
        try:
            return validate(value)
        except ValidationError:
            raise Odd from None

    return valid


def _scalar(declared: Any) -> Callable[[Any], Any]:
    info = declared.field_info
    if _is_many(info.annotation) or any(issubclass(kind, BaseModel) for kind in _kinds(info.annotation)):
        raise NotStraight(f"{declared.name} is not one value")
    return _validator(declared)


def _from_path(declared: Any) -> Read:
    name, valid = declared.alias, _scalar(declared)
    return lambda request, _: valid(request.scope["path_params"][name])


def _from_header(declared: Any) -> Read:
    name, valid = declared.alias.lower().encode("latin-1"), _scalar(declared)
    absent = _default(declared)

    def read(request: Request, _: bytes) -> Any:
        for key, value in request.scope["headers"]:
            if key == name:
                return valid(value.decode("latin-1"))
        return absent()

    return read


def _from_query(declared: Any) -> Read:
    kinds = _kinds(declared.field_info.annotation)
    if kinds and issubclass(kinds[0], Query):
        return _from_query_model(declared, kinds[0])
    name, valid, absent = declared.alias, _scalar(declared), _default(declared)

    def read(request: Request, _: bytes) -> Any:
        if request.scope["query_string"]:
            value = request.query_params.get(name)
            if value is not None:
                return valid(value)
        return absent()

    return read


def _from_query_model(declared: Any, model: type[BaseModel]) -> Read:
    names = {one.alias or name: _is_many(one.annotation) for name, one in model.model_fields.items()}
    valid = _validator(declared)

    def read(request: Request, _: bytes) -> Any:
        found: Values = {}
        if request.scope["query_string"]:
            for name, value in request.query_params.multi_items():
                many = names.get(name)
                if many:
                    found.setdefault(name, []).append(value)
                elif many is None or name in found:
                    raise Odd
                else:
                    found[name] = value
        return valid(found)

    return read


def _from_body(declared: Any) -> Read:
    kinds = _kinds(declared.field_info.annotation)
    if (
        isinstance(declared.field_info, params.Form)
        or not kinds
        or not all(issubclass(k, Input) for k in kinds)
    ):
        raise NotStraight(f"{declared.name} is no JSON body")
    valid = _validator(declared)
    return lambda _, body: valid(body)


def _default(declared: Any) -> Callable[[], Any]:
    info: params.Param = declared.field_info
    if info.is_required() or info.default_factory is not None or info.validate_default:
        return _missing
    default = info.default
    if default is not None and not isinstance(default, str | int | float | bool):
        return _missing
    return lambda: default


def _missing() -> Any:
    raise Odd


def _is_many(annotation: Any) -> bool:
    if annotation in _MANY or get_origin(annotation) in _MANY:
        return True
    return any(_is_many(inner) for inner in get_args(annotation))


def _kinds(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [kind for inner in get_args(annotation) for kind in _kinds(inner)]
