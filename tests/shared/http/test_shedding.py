"""When there is too much, lists are refused first, then reads, then moves, and the public's reports last."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.room import GOAL_S, WINDOW
from shared.http.shedding import Rank, Shedder, rank_of

OPEN = ("/v1/public/",)
ROOM = 20
ONE = {
    Rank.LIST: ("GET", "/v1/reports"),
    Rank.LOOK: ("GET", "/v1/reports/1"),
    Rank.MOVE: ("POST", "/v1/reports/1/register"),
    Rank.OPEN: ("POST", "/v1/public/submissions"),
}


@dataclass
class Slow:
    """An application that answers when told."""

    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/v1/reports/broken":
            raise ZeroDivisionError
        if scope["path"] == "/v1/reports/long":

            async def parts() -> AsyncIterator[bytes]:
                yield b"begun"
                await self.told.wait()

            await StreamingResponse(parts())(scope, receive, send)
            return
        await self.told.wait()
        await Response(b"done")(scope, receive, send)


@asynccontextmanager
async def full(
    under_way: int, path: str = "/v1/public/submissions", held_s: float = 0, *, cut: bool = False
) -> AsyncIterator[httpx.AsyncClient]:
    """A process with so many requests under way; after a `cut` half the room is left."""
    slow = Slow()
    shedder = Shedder(slow, Catalogue.load("intake"), room=lambda _: ROOM, open_paths=OPEN, held_s=held_s)
    transport = httpx.ASGITransport(app=shedder, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://small") as http:
        waiting = [asyncio.create_task(http.post(path)) for _ in range(under_way)]
        await asyncio.sleep(0.01)
        if cut and shedder.room:
            for _ in range(WINDOW):
                shedder.room.note(0, 10 * GOAL_S)
        yield http
        slow.told.set()
        assert {answer.status_code for answer in await asyncio.gather(*waiting)} <= {200}
        assert shedder.under_way == 0


async def is_taken(http: httpx.AsyncClient, rank: Rank) -> bool:
    """Say whether a request of a rank is let in; it is given up then."""
    try:
        answer = await asyncio.wait_for(http.request(*ONE[rank]), 0.02)
    except TimeoutError:
        return True
    assert answer.status_code == 503
    assert answer.json()["code"] == "overloaded"
    assert 1 <= int(answer.headers["retry-after"]) <= 4
    return False


@pytest.mark.parametrize(
    ("under_way", "taken"),
    [
        (9, {Rank.LIST, Rank.LOOK, Rank.MOVE, Rank.OPEN}),
        (10, {Rank.LOOK, Rank.MOVE, Rank.OPEN}),
        (14, {Rank.MOVE, Rank.OPEN}),
        (17, {Rank.OPEN}),
        (19, {Rank.OPEN}),
        (20, set()),
    ],
)
async def test_the_less_room_the_fewer_ranks_are_taken(under_way: int, taken: set[Rank]) -> None:
    async with full(under_way) as http:
        assert {rank for rank in Rank if await is_taken(http, rank)} == taken


async def test_officers_take_no_place_of_the_publics_also_when_there_is_less_than_is_under_way() -> None:
    async with full(14, "/v1/reports/1/register", cut=True) as http:
        assert {rank for rank in Rank if await is_taken(http, rank)} == {Rank.OPEN}
    async with full(ROOM // 4, cut=True) as http:
        assert await is_taken(http, Rank.OPEN)
    async with full(ROOM // 2, cut=True) as http:
        assert not await is_taken(http, Rank.OPEN)


async def test_who_polls_is_neither_counted_nor_refused() -> None:
    async with full(3 * ROOM, "/v1/feed") as http:
        assert await is_taken(http, Rank.LIST)
    async with full(ROOM) as http:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(http.get("/v1/feed"), 0.02)


async def test_an_answer_that_has_begun_takes_no_room_and_an_error_gives_it_back() -> None:
    async with full(0) as http:
        for _ in range(ROOM):
            assert (await asyncio.wait_for(_broken(http), 1)) == 500
        assert await is_taken(http, Rank.LIST)
        async with asyncio.TaskGroup() as group:
            for _ in range(ROOM):
                group.create_task(_begun(http))
                await asyncio.sleep(0.001)
            assert await is_taken(http, Rank.LIST)


async def _broken(http: httpx.AsyncClient) -> int:
    return (await http.get("/v1/reports/broken")).status_code


async def _begun(http: httpx.AsyncClient) -> None:
    """Ask for what is long, and stop reading after a moment."""
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(http.get("/v1/reports/long"), 0.3)


@pytest.mark.parametrize(
    ("method", "path", "rank"),
    [
        ("GET", "/v1/reports", Rank.LIST),
        ("GET", "/v1/reports/_count", Rank.LIST),
        ("GET", "/v1/reports/1", Rank.LOOK),
        ("HEAD", "/v1/reports/1", Rank.LOOK),
        ("GET", "/v1/reports/1/timeline", Rank.LOOK),
        ("PUT", "/v1/organisations/city", Rank.MOVE),
        ("GET", "/v1/public/options", Rank.OPEN),
        ("GET", "/", Rank.LIST),
    ],
)
def test_a_rank_is_told_by_method_and_path(method: str, path: str, rank: Rank) -> None:
    assert rank_of(method, path, OPEN) is rank
    assert rank_of("POST", "/v1/public/submissions", ()) is Rank.MOVE


async def test_a_refusal_is_kept_back_for_a_moment_and_takes_no_room() -> None:
    async with full(ROOM // 2, held_s=0.1) as http:
        refused = [asyncio.create_task(http.get("/v1/reports")) for _ in range(ROOM)]
        await asyncio.sleep(0.05)
        assert not any(one.done() for one in refused)
        assert await is_taken(http, Rank.LOOK)
        assert {one.status_code for one in await asyncio.gather(*refused)} == {503}


async def test_the_public_are_told_at_once_so_that_no_burst_of_theirs_holds_places() -> None:
    async with full(ROOM, held_s=5) as http:
        refused = await asyncio.wait_for(http.request(*ONE[Rank.OPEN]), 1)
        assert (refused.status_code, refused.json()["code"]) == (503, "overloaded")
