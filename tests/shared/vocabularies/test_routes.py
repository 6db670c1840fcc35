"""Anybody may read the lists, and is answered 304 for what they already have."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest_asyncio
from fastapi import FastAPI

from shared.http.catalogue import Catalogue
from shared.http.handlers import install_handlers
from shared.vocabularies import Vocabularies
from shared.vocabularies.load import read_list
from shared.vocabularies.routes import vocabularies_router

COLOURS = read_list(
    "colour",
    """
name_zh = "颜色"
name_en = "Colour"
entries = [{ code = "red", name_zh = "红", name_en = "Red", source = "P", valid_from = 2026-01-01 }]
""",
)
SHOWN = {
    "name": "colour",
    "labels": {"zh-CN": "颜色", "en": "Colour"},
    "parents": None,
    "entries": [
        {
            "code": "red",
            "labels": {"zh-CN": "红", "en": "Red"},
            "sort": 10,
            "active": True,
            "source": "P",
            "valid_from": "2026-01-01",
            "valid_to": None,
            "parent": None,
        }
    ],
}


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    install_handlers(app, Catalogue.load())
    app.include_router(vocabularies_router(Vocabularies([COLOURS])))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lists") as client:
        yield client


async def test_one_list_and_all_lists_are_shown(client: httpx.AsyncClient) -> None:
    one = await client.get("/v1/vocabularies/colour")
    everything = await client.get("/v1/vocabularies")

    assert one.json() == SHOWN
    assert everything.json() == {"items": [SHOWN]}


async def test_what_the_reader_has_is_not_sent_again(client: httpx.AsyncClient) -> None:
    for path in ("/v1/vocabularies", "/v1/vocabularies/colour"):
        tag = (await client.get(path)).headers["ETag"]

        again = await client.get(path, headers={"If-None-Match": tag})
        other = await client.get(path, headers={"If-None-Match": '"old"'})

        assert (again.status_code, again.content) == (304, b"")
        assert other.status_code == 200


async def test_a_list_nobody_knows_is_not_found(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/vocabularies/taste")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
