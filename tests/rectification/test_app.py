"""The service can be put together, serves its tables and knows the words of its refusals."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from rectification.app import SPEC
from rectification.settings import Settings
from shared.clock import FakeClock
from shared.http.catalogue import Catalogue
from shared.service.app import codes_of

from tests.conftest import MakeAccess
from tests.support.house import House, open_house


@pytest_asyncio.fixture
async def house(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    async with open_house(SPEC, Settings, await make_access("rectification"), tmp_path, clock) as opened:
        yield opened


async def test_it_serves_the_tables_of_its_process(house: House) -> None:
    names = [one["name"] for one in (await house.http.get("/v1/lifecycles")).json()["items"]]
    item = (await house.http.get("/v1/lifecycles/rectification_item")).json()

    assert names == ["inspected_organization", "rectification_item", "recommendation"]
    assert "verified --> closed: close" in item["mermaid"]


async def test_it_serves_its_vocabularies(house: House) -> None:
    answer = await house.http.get("/v1/vocabularies/supervision_measure")

    assert len(answer.json()["entries"]) == 13


async def test_its_feed_is_empty_and_closed_to_officers(house: House) -> None:
    assert (await house.get("principal.city", "/v1/feed")).status_code == 403


def test_every_guard_of_every_table_has_words() -> None:
    Catalogue.load("rectification").require(codes_of(SPEC.further_lifecycles))
