"""Who gets past the door of each service at all, at every route of its live table: rule 1.1, 4.5; T3, T4, T31.

What somebody may do behind it is asked elsewhere: the matrices in tests/casework/api, tests/intake/test_leak_walk.py.
"""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from huiying.services import WITH_DATABASE
from shared.auth.actor import Actor
from shared.clock import FakeClock, SystemClock
from shared.service.common_routes import DOCUMENTS

from tests.conftest import MakeAccess
from tests.support.cast import actor
from tests.support.hostile_tokens import Forger, corpus_of
from tests.support.house import ISSUER, House, open_house
from tests.support.live_routes import LiveRoute, live_routes

FEED = "GET /v1/feed"
CALLS: dict[str, dict[str, str]] = {
    "identity": dict.fromkeys(
        (
            FEED, "GET /v1/organisations", "GET /v1/organisation-tree", "GET /v1/organisations/{code}",
            "GET /v1/contact-zones", "GET /v1/contact-zones/{code}", "GET /v1/contact-zones/{code}/candidates",
            "POST /v1/officers/_names", "POST /v1/officers/_rights", "GET /v1/officers/{officer_id}/recusal-facts",
            "GET /v1/permission-versions", "GET /v1/calendars", "GET /v1/calendars/{year}",
        ),
        "intake casework rectification",
    ),
    "intake": {
        FEED: "casework rectification",
        "GET /v1/reports/{object_id}/text": "casework",
        "GET /v1/demands/{object_id}/text": "casework",
        "GET /v1/reports/{object_id}/subjects": "casework",
        "GET /v1/protection-requests/{object_id}/words": "casework",
    },
    "casework": {FEED: "intake rectification"},
    "rectification": {
        FEED: "casework",
        "POST /v1/recommendations": "casework",
        "GET /v1/transferred-clues/{object_id}/subjects": "casework",
        "GET /v1/transferred-clues/{object_id}/text": "casework",
    },
}  # fmt: skip
"""Written by hand: which service may call which route of which other. Everything else is refused."""
CALLERS = (*WITH_DATABASE, "gateway", "somebody-else")
MORE: dict[str, dict[str, Any]] = {
    "identity": {"token_keys_folder": ".", "service_keys_folder": ".", "port": 8101, "management_port": 9101}
}


@pytest.fixture(params=WITH_DATABASE)
def service(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest_asyncio.fixture
async def house(
    service: str, make_access: MakeAccess, tmp_path: Path, clock: FakeClock
) -> AsyncIterator[House]:
    spec = importlib.import_module(f"{service}.app").SPEC
    settings = importlib.import_module(f"{service}.settings").Settings
    access = await make_access(service)
    async with open_house(spec, settings, access, tmp_path, clock, **MORE.get(service, {})) as opened:
        yield opened


async def status(house: House, route: LiveRoute, **headers: Any) -> int:
    """Knock with these headers and nothing else; return the answer's status."""
    answer = await house.http.request(route.method, route.address, headers=headers)
    return answer.status_code


async def test_no_route_answers_who_does_not_say_who_they_are_but_the_public_ones(house: House) -> None:
    public = {(one.method, one.path) for one in (*DOCUMENTS, *house.spec.public)}
    closed = [route for route in live_routes(house.app) if (route.method, route.path) not in public]

    told = {str(route): await status(house, route) for route in closed}

    assert {where: told[where] for where in told if told[where] != 401} == {}
    assert len(closed) > 60
    assert all(route.access is not None for route in closed)


async def test_no_hostile_token_gets_past_the_door(house: House, service: str, tmp_path: Path) -> None:
    now = SystemClock().now()
    forger = Forger(house.signer, actor("auditor"), tmp_path, issuer=ISSUER, audience=service, at=now)
    corpus = corpus_of(forger)
    route = LiveRoute("GET", "/v1/sign-offs", None)

    told = {
        name: await status(house, route, authorization=b"Bearer " + token.encode("utf-8", "surrogatepass"))
        for name, token in corpus
    }

    assert {name: told[name] for name in told if told[name] != 401} == {}
    assert len(corpus) >= 80
    assert await status(house, route, authorization=f"Bearer {forger.good}") == 200


async def test_a_service_gets_past_the_doors_that_the_table_opens_to_it_and_no_other(
    house: House, service: str
) -> None:
    await house.hear()
    routes = [route for route in live_routes(house.app) if route.access is not None]
    opened = CALLS[service]
    wrong = []
    for caller in CALLERS:
        ways = _ways(house, caller)
        for route in routes:
            may = caller in opened.get(str(route), "").split()
            assert route.access is not None
            if may != (caller in route.access.services):
                wrong.append(
                    f"{route} declares {sorted(route.access.services)}, {caller}: {may} by the table"
                )
            if may:
                continue
            told = {await status(house, route, authorization=f"Bearer {one}") for one in ways}
            if told != {403}:
                wrong.append(f"{route} told {caller} {told}")

    assert wrong == []
    assert set(opened) <= {str(route) for route in routes}


async def test_the_doors_are_as_open_as_the_table_says(house: House, service: str) -> None:
    by_name = {str(route): route for route in live_routes(house.app)}
    shut = []
    for where, callers in CALLS[service].items():
        for caller in callers.split():
            await house.hear()
            told = [
                await status(house, by_name[where], authorization=f"Bearer {one}")
                for one in _ways(house, caller)
            ]
            if set(told) <= {401, 403, 503}:
                shut.append((where, caller, told))

    assert shut == []


def _ways(house: House, caller: str) -> tuple[str, str]:
    """Return a service's own token, and the one it is given to act for an officer."""
    own = Actor("service", caller, login=caller)
    for_officer = Actor("officer", str(uuid4()), login="somebody", acting=caller)
    return house.token(own), house.token(for_officer)
