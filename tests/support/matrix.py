"""What every person is told at every route about one object: nothing, that it is not for them, or something else.

Routes come from the live table, so that a new one is in the matrix at once; what is expected is written by hand, by
permission. Moves are tried with a version nobody has, so that none is made: 412 means that it would have been.

Whoever has a part asks at every route; of all the others one asks at each route, in turn, and what is decided about
every one of them is compared besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

import httpx
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from shared.auth.declare import access_of
from shared.db import Scope
from shared.process.desk import Call
from shared.process.load import facts_of, load_subject

from tests.support.cast import actor, people
from tests.support.house import House

HIDDEN, SEEN, MAY = "hidden", "seen", "may"
STALE = 999_999
_OBJECT = re.compile(r"{\w+_id}")
Told = dict[tuple[str, ...], str]
"""What was told, by person, method and path; or decided, by person and action."""


@dataclass(frozen=True)
class ObjectRoute:
    """A route that names one object, and the permission it declares."""

    method: str
    path: str
    permission: str

    @property
    def action(self) -> str:
        """What the permission is for."""
        return self.permission.partition(":")[2]


@dataclass(frozen=True)
class Rights:
    """Who may do what with one object, and who sees that there is one, as somebody wrote it down."""

    readers: frozenset[str]
    may: Mapping[str, frozenset[str]]

    def kind(self, login: str, action: str) -> str:
        """Return what a person is to be told."""
        if login in self.may[action]:
            return MAY
        return SEEN if login in self.readers else HIDDEN


def by_hand(text: str) -> Rights:
    """Read lines `people: actions`; several lines may name the same action."""
    may: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        who, _, actions = line.partition(":")
        for action in actions.split():
            may[action] = may.get(action, frozenset()) | frozenset(who.split())
    return Rights(may["read"], may)


def object_routes(app: FastAPI, collection: str) -> list[ObjectRoute]:
    """Return the routes about one object of a collection, straight from the application."""
    found = []
    for context in iter_route_contexts(list(app.routes)):
        access, path = access_of(context.endpoint), context.path or ""
        if access is not None and re.match(rf"/v1/{collection}/{{\w+_id}}", path):
            methods = sorted((context.methods or set()) - {"HEAD", "OPTIONS"})
            found += [ObjectRoute(method, path, access.permission) for method in methods]
    return found


async def told(
    house: House, document: Mapping[str, Any], routes: Iterable[ObjectRoute], object_id: str, logins: Sequence[str],
    passing_by: Sequence[str] = (), bodies: Mapping[str, Any] = MappingProxyType({}), **names: str,
) -> Told:  # fmt: skip
    """Ask at every route as every person; `names` fill what a path names besides the object.

    `bodies` are sent, by action, where the least body a schema takes is refused by a rule between fields.
    """
    answers: Told = {}
    others = cycle(passing_by or logins)
    for route, other in zip(routes, others, strict=False):
        path = _OBJECT.sub(object_id, route.path, count=1).format(**names)
        for login in dict.fromkeys((*logins, other)):
            await house.keep_hearing()
            headers = house.headers(login, key=str(uuid4()), version=STALE)
            body = _body(document, route) if route.method != "GET" else None
            body = bodies.get(route.action, body)
            answer = await house.http.request(
                route.method, path, headers=headers, json=body, params=_query(document, route)
            )
            assert answer.status_code not in (400, 500, 503), (route, login, answer.text)
            answers[login, route.method, route.path] = _kind(answer)
    return answers


def _kind(answer: httpx.Response) -> str:
    """Say what an answer amounts to; 404 with another code speaks of something else that is not there."""
    if answer.status_code == 404:
        return HIDDEN if answer.json()["code"] == "not_found" else MAY
    return SEEN if answer.status_code == 403 else MAY


async def decided(house: House, collection: str, object_id: str, actions: Iterable[str]) -> Told:
    """Decide about every person of the cast and every action, given what is stored about the object."""
    desk, found = house.desk, Told()
    process = next(one for one in desk.processes.values() if one.collection == collection)
    for login in people():
        call = Call(actor(login), desk.clock.now(), desk.clock.today())
        async with desk.db.reader(Scope("worker")) as reader:
            subject = await load_subject(reader, process, UUID(object_id), lock=False)
            facts = await facts_of(reader, subject, call)
        for action in actions:
            decision = desk.permissions.decide(call.actor, process.permission(action), facts, call.at)
            seen = SEEN if decision.visible else HIDDEN
            found[login, action] = MAY if decision.allowed else seen
    return found


async def disagreements(
    house: House,
    app: FastAPI,
    document: Mapping[str, Any],
    thing: str,
    rights: Rights,
    *,
    besides: frozenset[str] = frozenset(),
    bodies: Mapping[str, Any] = MappingProxyType({}),
) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return where routes or decisions about one object, `collection/id`, say other than the table by hand.

    `besides` are permissions that ask about something else than sight of the object.

    Raises: KeyError when a route needs a permission that the table by hand does not know.
    """
    collection, _, object_id = thing.partition("/")
    routes = [one for one in object_routes(app, collection) if one.action not in besides]
    concerned = sorted(frozenset().union(*rights.may.values()) & people().keys())
    others = [login for login in people() if login not in concerned]
    names = {"officer": concerned[0], "name": "none"}
    answers = await told(house, document, routes, object_id, concerned, others, bodies, **names)
    action_of = {(one.method, one.path): one.action for one in routes}
    wanted = {cell: rights.kind(cell[0], action_of[cell[1], cell[2]]) for cell in answers}
    answers |= await decided(house, collection, object_id, rights.may)
    wanted |= {(login, action): rights.kind(login, action) for login in people() for action in rights.may}
    return {cell: (answers[cell], wanted[cell]) for cell in wanted if answers[cell] != wanted[cell]}


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
        return int(schema.get("minimum", 0))
    return False if kind == "boolean" else _text(schema)


def _text(schema: Mapping[str, Any]) -> str:
    samples = {"uuid": str(uuid4()), "date": "2026-03-02", "date-time": "2026-03-02T09:30:00+08:00"}
    return samples.get(schema.get("format", "")) or "x" * max(1, schema.get("minLength", 1))
