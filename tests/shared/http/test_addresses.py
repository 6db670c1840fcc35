"""A service that answers at several addresses is asked where it listens."""

from __future__ import annotations

import httpx
import pytest

from shared.http.client import JsonObject, ServiceClient, Unavailable

TWO = "http://first:1, http://second:2"


class Places:
    """Two places, of which some do not listen."""

    def __init__(self, *closed: str, error: type[httpx.TransportError] = httpx.ConnectError) -> None:
        self.closed, self.error = set(closed), error
        self.asked: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.url.host}:{request.url.port}{request.url.path}")
        if request.url.host in self.closed:
            raise self.error("no")
        return httpx.Response(200, json={"at": request.url.host})


def client(places: Places) -> ServiceClient:
    return ServiceClient("intake", TWO, transport=httpx.MockTransport(places), jitter=lambda low, high: 0.0)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout])
async def test_where_nobody_listens_the_next_is_asked_and_kept_to(error: type[httpx.TransportError]) -> None:
    places = Places("first", error=error)
    async with client(places) as intake:
        for _ in range(2):
            await intake.post("/v1/notes", {}, JsonObject, key="k")

    assert places.asked == ["first:1/v1/notes", "second:2/v1/notes", "second:2/v1/notes"]


async def test_what_was_sent_is_not_sent_elsewhere() -> None:
    places = Places("first", error=httpx.ReadError)
    async with client(places) as intake:
        with pytest.raises(Unavailable):
            await intake.call("POST", "/v1/notes", JsonObject, body={})

    assert places.asked == ["first:1/v1/notes"]


async def test_where_nobody_listens_at_all_the_service_is_unavailable() -> None:
    places = Places("first", "second")
    async with client(places) as intake:
        with pytest.raises(Unavailable):
            await intake.call("POST", "/v1/notes", JsonObject, body={})

    assert places.asked == ["first:1/v1/notes", "second:2/v1/notes"]
