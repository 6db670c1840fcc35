"""What every person is told at every route about one object: nothing, that it is not for them, or something else.

Routes come from the live table, so that a new one is in the matrix at once; what is expected is written by hand, by
permission. Moves are tried with a version nobody has, so that none is made: 412 means that it would have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from shared.auth.declare import access_of

from tests.support.house import House
from tests.support.twins import HEAR_EVERY

HIDDEN, SEEN, MAY = "hidden", "seen", "may"
STALE = 999_999
Told = dict[tuple[str, str, str], str]
"""What was told, by person, method and path."""


@dataclass(frozen=True)
class ObjectRoute:
    """A route that names one object, and the permission it declares."""

    method: str
    path: str
    permission: str


def object_routes(app: FastAPI, collection: str) -> list[ObjectRoute]:
    """Return the routes about one object of a collection, straight from the application."""
    found = []
    for context in iter_route_contexts(list(app.routes)):
        access, path = access_of(context.endpoint), context.path or ""
        if access is not None and path.startswith(f"/v1/{collection}/{{object_id}}"):
            methods = sorted((context.methods or set()) - {"HEAD", "OPTIONS"})
            found += [ObjectRoute(method, path, access.permission) for method in methods]
    return found


async def told(
    house: House, document: Mapping[str, Any], routes: Iterable[ObjectRoute], object_id: str, logins: Iterable[str],
    **names: str,
) -> Told:  # fmt: skip
    """Ask at every route as every person; `names` fill what a path names besides the object."""
    answers: Told = {}
    listed = list(routes)
    for login in logins:
        for number, route in enumerate(listed):
            if number % HEAR_EVERY == 0:
                await house.hear()
            path = route.path.format(object_id=object_id, **names)
            headers = house.headers(login, key=str(uuid4()), version=STALE)
            body = _body(document, route) if route.method != "GET" else None
            answer = await house.http.request(
                route.method, path, headers=headers, json=body, params=_query(document, route)
            )
            kind = {404: HIDDEN, 403: SEEN}.get(answer.status_code, MAY)
            assert answer.status_code not in (400, 500), (route, login, answer.text)
            answers[login, route.method, route.path] = kind
    return answers


def expected(
    routes: Iterable[ObjectRoute], logins: Iterable[str], by_hand: Mapping[str, str], readers: str
) -> Told:
    """Return what the table written by hand says: `by_hand` names who may, `readers` who sees that there is one."""
    found: Told = {}
    everybody = list(logins)
    for route in routes:
        may = set(by_hand[route.permission.partition(":")[2]].split())
        for login in everybody:
            kind = MAY if login in may else SEEN if login in readers.split() else HIDDEN
            found[login, route.method, route.path] = kind
    return found


def _operation(document: Mapping[str, Any], route: ObjectRoute) -> Mapping[str, Any]:
    operation: Mapping[str, Any] = document["paths"][route.path][route.method.lower()]
    return operation


def _query(document: Mapping[str, Any], route: ObjectRoute) -> dict[str, Any]:
    needed = [
        one
        for one in _operation(document, route).get("parameters", [])
        if one.get("in") == "query" and one.get("required")
    ]
    return {one["name"]: least(document, one["schema"]) for one in needed}


def _body(document: Mapping[str, Any], route: ObjectRoute) -> Any:
    content = _operation(document, route).get("requestBody", {}).get("content", {})
    return least(document, content["application/json"]["schema"]) if content else None


def least(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    """Return the least value a schema takes: what is required, and of it no more than must be."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return least(document, document["components"]["schemas"][name])
    for key in ("allOf", "anyOf", "oneOf"):
        if key in schema:
            return least(document, schema[key][0])
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        needed = schema.get("required", [])
        return {name: least(document, schema["properties"][name]) for name in needed}
    if kind == "array":
        return [least(document, schema["items"])] * schema.get("minItems", 0)
    if kind in ("integer", "number"):
        return schema.get("minimum", 0)
    return False if kind == "boolean" else _text(schema)


def _text(schema: Mapping[str, Any]) -> str:
    samples = {"uuid": str(uuid4()), "date": "2026-03-02", "date-time": "2026-03-02T09:30:00+08:00"}
    return samples.get(schema.get("format", "")) or "x" * max(1, schema.get("minLength", 1))
