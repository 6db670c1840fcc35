from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
import pytest_asyncio

from shared.auth import presented
from shared.auth.actor import Actor
from shared.auth.assertions import verify_assertion
from shared.auth.keys import SigningKey
from shared.auth.service_token import ServiceTokenSource
from shared.auth.tokens import Unauthenticated
from shared.clock import FakeClock
from shared.http.client import Rejected, ServiceClient, Unavailable

from tests.shared.auth.conftest import ISSUER, NOW
from tests.shared.auth.test_assertions import Registry


class Identity:
    """The issuer's token endpoint: checks the assertion and counts."""

    def __init__(self, key: SigningKey) -> None:
        self.registry = Registry(casework=key)
        self.asked: list[dict[str, str]] = []
        self.status = 200
        self.now = 0.0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        client = await verify_assertion(
            form["client_assertion"],
            audience=ISSUER,
            keys_of=self.registry.keys_of,
            use_once=self.registry.use_once,
            at=NOW,
        )
        assert client == "casework"
        self.asked.append(form)
        await asyncio.sleep(0.01)
        if self.status != 200:
            return httpx.Response(self.status, json={"code": "invalid_grant"})
        return httpx.Response(200, json={"access_token": f"token-{len(self.asked)}", "expires_in": 300})


@pytest.fixture
def identity(tmp_path: Path) -> Identity:
    return Identity(SigningKey.create(tmp_path / "casework.jwk", NOW))


@pytest_asyncio.fixture
async def source(identity: Identity, tmp_path: Path) -> AsyncIterator[ServiceTokenSource]:
    transport = httpx.MockTransport(identity)
    async with ServiceClient("identity", "http://identity.test", transport=transport) as client:
        yield ServiceTokenSource(
            client,
            "/v1/token",
            client_id="casework",
            audience=ISSUER,
            signer=lambda: SigningKey.load(tmp_path / "casework.jwk"),
            clock=FakeClock(NOW),
            now=lambda: identity.now,
        )


@pytest.fixture
def served(officer: Actor) -> Actor:
    """An officer whose request is being served."""
    actor = replace(officer, token_id="t1")
    presented.current.set(presented.Presented("t1", "officers-own-token"))
    return actor


async def test_a_service_asks_for_a_token_with_a_proof_of_itself(
    source: ServiceTokenSource, identity: Identity
) -> None:
    assert await source.own("intake") == "token-1"

    (form,) = identity.asked
    assert (form["grant_type"], form["audience"]) == ("client_credentials", "intake")


async def test_a_token_is_kept_until_shortly_before_its_end(
    source: ServiceTokenSource, identity: Identity
) -> None:
    first = await source.own("intake")
    identity.now = 269
    assert await source.own("intake") == first

    identity.now = 270
    assert await source.own("intake") != first


async def test_each_audience_has_its_own_token(source: ServiceTokenSource) -> None:
    assert await source.own("intake") != await source.own("rectification")


async def test_many_askers_make_one_request(source: ServiceTokenSource, identity: Identity) -> None:
    tokens = await asyncio.gather(*(source.own("intake") for _ in range(20)))

    assert set(tokens) == {"token-1"}
    assert len(identity.asked) == 1


async def test_an_asker_that_gives_up_does_not_fail_the_others(
    source: ServiceTokenSource, identity: Identity
) -> None:
    impatient = asyncio.create_task(source.own("intake"))
    patient = asyncio.create_task(source.own("intake"))
    await asyncio.sleep(0)
    impatient.cancel()

    assert await patient == "token-1"
    assert len(identity.asked) == 1


async def test_a_refused_token_is_asked_for_again(source: ServiceTokenSource) -> None:
    first = await source.own("intake")

    source.forget(first)

    assert await source.own("intake") != first


async def test_an_exchanged_token_is_asked_for_with_the_officers_own(
    source: ServiceTokenSource, identity: Identity, served: Actor
) -> None:
    token = await source.on_behalf(served, "intake")

    assert await source.on_behalf(served, "intake") == token
    (form,) = identity.asked
    assert form["grant_type"] == "urn:ietf:params:oauth:grant-type:token-exchange"
    assert form["subject_token"] == "officers-own-token"


async def test_nobody_is_acted_for_whose_request_is_not_being_served(
    source: ServiceTokenSource, identity: Identity, served: Actor
) -> None:
    await source.on_behalf(served, "intake")

    with pytest.raises(Unauthenticated):
        await source.on_behalf(replace(served, token_id="t2"), "intake")
    presented.current.set(None)
    with pytest.raises(Unauthenticated):
        await source.on_behalf(served, "intake")


@pytest.mark.parametrize(("status", "error"), [(400, Rejected), (503, Unavailable)])
async def test_trouble_at_the_issuer_is_told_and_not_kept(
    source: ServiceTokenSource, identity: Identity, status: int, error: type[Exception]
) -> None:
    identity.status = status
    with pytest.raises(error):
        await source.own("intake")

    identity.status = 200
    assert await source.own("intake")


def test_a_token_is_replaced_well_before_it_ends() -> None:
    from shared.auth.service_token import SPARE_S
    from shared.http.client import TOTAL_S

    assert timedelta(seconds=SPARE_S) > timedelta(seconds=TOTAL_S)
