from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from starlette.responses import JSONResponse

from shared.auth import presented
from shared.auth.actor import Actor
from shared.auth.declare import SIGNED_IN, declares
from shared.auth.depends import Authenticator, CurrentActor
from shared.auth.jwks import IssuerKeys
from shared.auth.keys import KeyRing, SigningKey
from shared.auth.presented import presented_token
from shared.auth.revocation import PermissionVersions, heard, record
from shared.auth.tokens import LEEWAY, LIFE, Issuer, TokenVerifier, Unauthenticated, issue
from shared.clock import FakeClock
from shared.db import Database
from shared.http.problems import Problem

from tests.shared.auth.conftest import AUDIENCE, ISSUER, NOW

SECOND = timedelta(seconds=1)


@declares(SIGNED_IN, audit="none", loader="the caller himself", services=["intake"])
async def me(actor: CurrentActor) -> dict[str, Any]:
    return {"id": actor.id, "acting": actor.acting, "token": presented_token(actor)}


@declares(SIGNED_IN, audit="none", loader="the caller himself", sensitive=True)
async def secret(actor: CurrentActor) -> dict[str, Any]:
    return {"id": actor.id}


async def undeclared(actor: CurrentActor) -> dict[str, Any]:
    return {"id": actor.id}


class House:
    """A service with one issuer, and a way to call it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.ring = KeyRing(folder / "ring")
        self.ring.rotate(NOW)
        self.clock = FakeClock(NOW)
        self.keys = IssuerKeys(ISSUER, self.publish)
        self.versions = PermissionVersions(database)
        verifier = TokenVerifier([Issuer(ISSUER, AUDIENCE, self.keys)])
        self.authenticator = Authenticator(verifier, self.versions, self.clock)
        self.app = FastAPI()
        router = APIRouter()
        for path, endpoint in (("/me", me), ("/secret", secret), ("/undeclared", undeclared)):
            router.add_api_route(path, endpoint)
        self.app.include_router(router)
        self.app.state.authenticator = self.authenticator
        self.app.exception_handlers[Problem] = self.refuse

    async def publish(self) -> dict[str, Any]:
        return self.ring.jwks(self.clock.now())

    async def refuse(self, _: Any, problem: Any) -> Any:
        return JSONResponse(
            {"code": problem.code}, 403 if problem.code == "forbidden" else 401, problem.headers
        )

    def token(self, actor: Actor, *, key: SigningKey | None = None) -> str:
        signer = key or self.ring.signer(self.clock.now())
        return issue(actor, issuer=ISSUER, audience=[AUDIENCE], signer=signer, at=self.clock.now())[0]

    async def get(self, path: str, *headers: str) -> httpx.Response:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://casework.test") as client:
            return await client.get(path, headers=[("authorization", header) for header in headers])


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    return House(database, tmp_path)


async def test_a_token_opens_the_route_to_its_holder(house: House, officer: Actor) -> None:
    token = house.token(officer)

    answer = await house.get("/me", f"Bearer {token}")

    assert answer.json() == {"id": officer.id, "acting": None, "token": token}


async def test_the_first_token_of_a_new_key_makes_the_keys_be_fetched(house: House, officer: Actor) -> None:
    await house.get("/me", f"Bearer {house.token(officer)}")
    house.clock.move(timedelta(days=30))
    fresh = house.ring.rotate(house.clock.now(), ahead=timedelta(0))
    house.keys._tried_s = None  # as if the last attempt were long ago

    answer = await house.get("/me", f"Bearer {house.token(officer, key=fresh)}")

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [(), ("",), ("Bearer",), ("Bearer ",), ("Basic YTpi",), ("token",), ("Bearer a.b.c", "Bearer a.b.c")],
)
async def test_without_one_bearer_token_a_caller_is_unknown(house: House, headers: tuple[str, ...]) -> None:
    answer = await house.get("/me", *headers)

    assert answer.status_code == 401
    assert answer.json() == {"code": "unauthenticated"}
    assert answer.headers["www-authenticate"] == 'Bearer realm="huiying"'


async def test_each_reason_has_its_code_and_a_challenge(
    house: House, officer: Actor, database: Database
) -> None:
    header = f"Bearer {house.token(officer)}"
    invalid = await house.get("/me", "Bearer a.b.c")
    async with database.transaction() as tx:
        await record(tx, officer.id, officer.permission_version + 1)
    await house.versions.refresh()
    revoked = await house.get("/me", header)
    house.clock.move(LIFE + LEEWAY)
    late = await house.get("/me", header)

    answers = (invalid, revoked, late)
    assert [answer.json()["code"] for answer in answers] == [
        "token_invalid",
        "token_revoked",
        "token_expired",
    ]
    for answer in answers:
        assert answer.headers["www-authenticate"] == 'Bearer realm="huiying", error="invalid_token"'


async def test_a_service_calls_only_routes_that_name_it(house: House, officer: Actor) -> None:
    intake, other = Actor("service", "intake"), Actor("service", "rectification")
    for_officer = replace(officer, acting="intake")
    outside = replace(officer, acting="rectification")

    statuses = [
        (await house.get("/me", f"Bearer {house.token(caller)}")).status_code
        for caller in (intake, other, for_officer, outside)
    ]

    assert statuses == [200, 403, 200, 403]


async def test_a_route_without_declaration_admits_nobody(house: House, officer: Actor) -> None:
    assert (await house.get("/undeclared", f"Bearer {house.token(officer)}")).status_code == 403


async def test_a_sensitive_route_is_closed_while_withdrawals_might_be_missed(
    house: House, officer: Actor, database: Database
) -> None:
    header = f"Bearer {house.token(officer)}"
    before = await house.get("/secret", header)
    async with database.transaction() as tx:
        await heard(tx, "identity")
    await house.versions.refresh()
    after = await house.get("/secret", header)

    assert before.json() == {"code": "service_unavailable"}
    assert before.headers["retry-after"] == "5"
    assert after.status_code == 200


async def test_a_token_is_only_lent_to_its_own_holder(officer: Actor) -> None:
    lent = presented.current.set(presented.Presented("t1", "token"))

    assert presented_token(replace(officer, token_id="t1")) == "token"
    with pytest.raises(Unauthenticated):
        presented_token(replace(officer, token_id="t2"))
    presented.current.reset(lent)
    with pytest.raises(Unauthenticated):
        presented_token(replace(officer, token_id="t1"))


def test_the_document_names_the_scheme_and_every_route_that_needs_it(house: House) -> None:
    document = house.app.openapi()

    assert document["components"]["securitySchemes"]["access_token"]["scheme"] == "bearer"
    assert document["paths"]["/me"]["get"]["security"] == [{"access_token": []}]
