from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from starlette.routing import Mount

from shared.auth.actor import Actor
from shared.auth.declare import (
    SIGNED_IN,
    Access,
    PublicRoute,
    UndeclaredRoute,
    access_of,
    check_routes,
    declares,
)
from shared.auth.depends import CurrentActor, current_actor
from shared.auth.permissions import PermissionTable, Rule
from shared.auth.roles import Role

TABLE = PermissionTable([Rule("demand:read", (Role.HANDLER,)), Rule("demand:close", (Role.OFFICE_HEAD,))])
HEALTH = PublicRoute("GET", "/v1/notices", "published for everybody")


async def load(actor: Actor, demand_id: str) -> None:
    """Find a demand for one caller."""


async def load_for_anybody(demand_id: str) -> None:
    """Find a demand whoever asks."""


async def asks(actor: CurrentActor) -> None:
    """Answer a known caller."""


async def asks_nobody() -> None:
    """Answer whoever comes."""


def declared(endpoint: Callable[..., Any] = asks, **changes: Any) -> Callable[..., Any]:
    """Return a fresh endpoint with a good declaration, but for the changes."""

    async def own(actor: CurrentActor) -> None: ...

    async def open_to_all() -> None: ...

    said: dict[str, Any] = {"permission": "demand:read", "audit": "read", "loader": load} | changes
    return declares(said.pop("permission"), **said)(own if endpoint is asks else open_to_all)


def an_app(*routes: tuple[str, str, Callable[..., Any]]) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    router = APIRouter()
    for method, path, endpoint in routes:
        router.add_api_route(path, endpoint, methods=[method])
    app.include_router(router)
    return app


def check(app: FastAPI, *public: PublicRoute) -> dict[tuple[str, str], Access | PublicRoute]:
    return check_routes(app.routes, permissions=TABLE, public=public, identify=current_actor)


def test_an_application_whose_routes_all_declare_themselves_may_start() -> None:
    close = declared(permission="demand:close", audit="write", services=["casework"])
    app = an_app(
        ("GET", "/v1/demands/{demand_id}", declared()),
        ("POST", "/v1/demands/{demand_id}/close", close),
        ("POST", "/v1/demands/_search", declared(loader="the list is narrowed in SQL")),
        ("GET", "/v1/me", declared(permission=SIGNED_IN, audit="none", loader="the caller himself")),
        ("GET", "/v1/notices", asks_nobody),
    )

    found = check(app, HEALTH)

    assert len(found) == 5
    assert found["GET", "/v1/notices"] is HEALTH
    assert found["POST", "/v1/demands/{demand_id}/close"] == access_of(close)
    assert access_of(close) == Access("demand:close", "write", load, frozenset({"casework"}))


@pytest.mark.parametrize(
    ("method", "path", "endpoint", "fault"),
    [
        ("GET", "/v1/demands", asks, "declares nothing"),
        ("GET", "/v1/demands", asks_nobody, "declares nothing"),
        ("GET", "/v1/demands", declared(asks_nobody), "does not ask who is calling"),
        ("GET", "/v1/demands", declared(permission="demand:burn"), "no rule gives 'demand:burn'"),
        ("GET", "/v1/demands", declared(audit="write"), "reads, and is audited as 'write'"),
        ("POST", "/v1/demands", declared(audit="read"), "changes something, and is audited as 'read'"),
        ("DELETE", "/v1/demands", declared(audit="none"), "changes something, and is audited as 'none'"),
        ("GET", "/v1/demands", declared(loader=" "), "no reason"),
        ("GET", "/v1/demands/{demand_id}", declared(loader="none needed"), "declares no loader"),
        ("GET", "/v1/demands/{demand_id}", declared(loader=load_for_anybody), "is not told who is calling"),
    ],
)
def test_a_route_that_declares_too_little_keeps_the_application_from_starting(
    method: str, path: str, endpoint: Callable[..., Any], fault: str
) -> None:
    with pytest.raises(UndeclaredRoute, match=fault):
        check(an_app((method, path, endpoint)))


def test_every_fault_is_told_at_once() -> None:
    app = an_app(("GET", "/v1/a", asks), ("GET", "/v1/b", declared(audit="write")))

    with pytest.raises(UndeclaredRoute) as found:
        check(app, HEALTH)

    assert len(str(found.value).splitlines()) == 3


def test_a_public_route_needs_a_reason() -> None:
    with pytest.raises(UndeclaredRoute, match="without a reason"):
        check(an_app(("GET", "/v1/notices", asks_nobody)), PublicRoute("GET", "/v1/notices", " "))


def test_a_public_route_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(UndeclaredRoute, match="no such route"):
        check(an_app(), HEALTH)


def test_a_route_is_not_both_public_and_declared() -> None:
    with pytest.raises(UndeclaredRoute, match="both"):
        check(an_app(("GET", "/v1/notices", declared())), HEALTH)


def test_one_method_being_public_does_not_open_the_other() -> None:
    app = an_app(("GET", "/v1/notices", asks_nobody), ("POST", "/v1/notices", asks))

    with pytest.raises(UndeclaredRoute, match="POST /v1/notices: declares nothing"):
        check(app, HEALTH)


def test_a_mounted_application_declares_nothing_and_is_refused() -> None:
    app = an_app()
    app.router.routes.append(Mount("/static", app=an_app()))

    with pytest.raises(UndeclaredRoute, match="declares nothing"):
        check(app)


def test_the_frameworks_own_documentation_routes_are_refused_too() -> None:
    with pytest.raises(UndeclaredRoute, match="GET /openapi"):
        check(FastAPI())
