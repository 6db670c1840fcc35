"""The gateway can show every process of every service: what a service publishes is what the page reads."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from types import SimpleNamespace

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from gateway.app import create_app
from gateway.clients.catalogues import Catalogues
from gateway.domain.routes import SERVICES
from gateway.domain.words import CAPACITIES
from gateway.settings import Settings
from huiying.generated import lifecycles_of, spec_of
from shared.http.client import ServiceClient
from shared.lifecycle import Lifecycle
from shared.service.app import build_app

PROCESSES = [(service, table) for service in SERVICES for table in lifecycles_of(spec_of(service))]


def named(one: object) -> str:
    return one.name if isinstance(one, Lifecycle) else str(one)


@pytest_asyncio.fixture(scope="module")
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    """The gateway's pages before services that publish what they are, without a database."""
    clients = {
        service: ServiceClient(
            service, "http://service", transport=httpx.ASGITransport(published_by(service)), total_s=10
        )
        for service in SERVICES
    }
    app = create_app(Settings())
    app.state.catalogues = Catalogues(Settings(), clients)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://pages") as client:
        yield client


def published_by(service: str) -> FastAPI:
    """Return a service that was never opened, but knows how much is too much."""
    app = build_app(spec_of(service))
    app.state.desk = SimpleNamespace(settings=SimpleNamespace(at_once=100))
    return app


@pytest.mark.parametrize(("service", "table"), PROCESSES, ids=named)
@pytest.mark.parametrize("lang", ["zh-CN", "en"])
async def test_a_process_is_shown_with_every_state_and_every_move(
    browser: httpx.AsyncClient, service: str, table: Lifecycle, lang: str
) -> None:
    answer = await browser.get(f"/docs/lifecycles/{service}/{table.name}?lang={lang}")
    assert answer.status_code == 200, answer.text
    text = answer.text
    assert len(re.findall(r'class="name"', text)) == len(table.states)
    assert len(re.findall(r'class="step"', text)) == sum(len(row.sources) for row in table.rows)
    body = text[text.index('<table class="moves">') :]
    assert len(re.findall(r'<tr id="', body[: body.index("</table>")])) == len(table.rows)
    for words in table.labels.values():
        assert words[1 if lang == "en" else 0].replace("&", "&amp;").replace("'", "&#39;") in text


@pytest.mark.parametrize(("service", "table"), PROCESSES, ids=named)
def test_every_party_of_a_process_has_a_name(service: str, table: Lifecycle) -> None:
    named_otherwise = {"holder", "system", "receipt_holder"}
    capacities = {party.capacity for row in table.rows for party in row.by}
    assert capacities <= CAPACITIES.keys() | named_otherwise, service


async def test_the_list_of_processes_names_each(browser: httpx.AsyncClient) -> None:
    text = (await browser.get("/docs/lifecycles")).text
    assert all(f'href="/docs/lifecycles/{service}/{table.name}"' in text for service, table in PROCESSES)
    assert "暂时取不到" not in text
