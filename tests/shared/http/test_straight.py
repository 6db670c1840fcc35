"""Requests that go straight are answered as FastAPI would, and what is odd is left to it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import httpx
import pytest
from fastapi import Depends, FastAPI, Header, Query, Request
from fastapi.dependencies.utils import get_dependant
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from pydantic import Field
from starlette.responses import Response

from intake.app import SPEC
from shared.http.models import Input
from shared.http.models import Query as QueryModel
from shared.http.route import StrictRoute
from shared.http.straight import NotStraight, Straight
from shared.service.app import build_app


class Filter(QueryModel):
    state: list[str] = []
    since: date | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class Body(Input):
    name: str


CALLS: list[str] = []


async def language(request: Request, accept_language: Annotated[str, Header()] = "zh-CN") -> str:
    CALLS.append(request.url.path)
    return accept_language


Language = Annotated[str, Depends(language)]


async def both(first: Language, second: Language) -> str:
    return f"{first}+{second}"


def application() -> FastAPI:
    app = FastAPI()
    app.router.route_class = StrictRoute

    @app.get("/things")
    async def things(query: Annotated[Filter, Query()], told: Annotated[str, Depends(both)]) -> Response:
        return JSONResponse({**query.model_dump(mode="json"), "told": told})

    @app.post("/things/{thing}")
    async def change(thing: UUID, body: Body, wait: Annotated[float, Query(le=30)] = 0) -> Response:
        return JSONResponse({"thing": str(thing), "name": body.name, "wait": wait})

    return app


async def asked(method: str, url: str, **request: Any) -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.request(method, url, **request)


async def test_parameters_bodies_and_shared_dependencies_are_read_once() -> None:
    CALLS.clear()
    answer = await asked(
        "GET", "/things?state=a&state=b&since=2026-03-02&limit=7", headers={"accept-language": "en"}
    )
    assert answer.json() == {"state": ["a", "b"], "since": "2026-03-02", "limit": 7, "told": "en+en"}
    assert CALLS == ["/things"]
    changed = await asked("POST", f"/things/{UUID(int=7)}?wait=2.5", json={"name": " x "})
    assert changed.json() == {"thing": str(UUID(int=7)), "name": "x", "wait": 2.5}


async def test_defaults_stand_where_nothing_was_sent() -> None:
    answer = await asked("GET", "/things")
    assert answer.json() == {"state": [], "since": None, "limit": 20, "told": "zh-CN+zh-CN"}


@pytest.mark.parametrize(
    ("method", "url", "body", "place"),
    [
        ("GET", "/things?limit=0", None, ["query", "limit"]),
        ("GET", "/things?colour=red", None, ["query", "colour"]),
        ("POST", "/things/seven", {"name": "x"}, ["path", "thing"]),
        ("POST", f"/things/{UUID(int=7)}", {"name": 7}, ["body", "name"]),
        ("POST", f"/things/{UUID(int=7)}", {}, ["body", "name"]),
        ("POST", f"/things/{UUID(int=7)}", None, ["body"]),
        ("POST", f"/things/{UUID(int=7)}?wait=31", {"name": "x"}, ["query", "wait"]),
    ],
)
async def test_fastapi_words_every_refusal(method: str, url: str, body: Any, place: list[str]) -> None:
    answer = await asked(method, url, json=body)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == place


def test_every_route_of_a_service_goes_straight() -> None:
    crooked = []
    seen = 0
    for context in iter_route_contexts(build_app(SPEC).routes):
        seen += 1
        try:
            Straight(context.dependant)
        except NotStraight as reason:
            crooked.append(f"{context.path}: {reason}")
    assert crooked == []
    assert seen > 40


def test_what_is_not_known_here_is_refused_when_the_route_is_made() -> None:
    async def cookies(request: Request, response: Response) -> Response:
        return response

    async def model(request: Request) -> dict[str, str]:
        return {}

    for endpoint in (cookies, model):
        with pytest.raises(NotStraight):
            Straight(get_dependant(path="/", call=endpoint))
