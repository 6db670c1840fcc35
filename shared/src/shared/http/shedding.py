"""Under more than a process can do, what matters least is refused first, before anything reads the body.

A request counts from its arrival until its answer begins: what waits for a slow reader costs nothing. Long polls are
not counted. A refusal costs about a tenth of an answer, and is told after a moment only: so long it keeps its place
among those the gateway lets through, and the gateway refuses the rest, which costs us nothing. The public have places
of their own there, and are told at once: a burst of theirs must not keep out those who come when it is over.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from enum import Enum
from random import SystemRandom

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, problem_response
from shared.http.room import Room

_DICE = SystemRandom()
_SOONEST_S, _LATEST_S = 1, 4
"""Whoever was refused comes back spread over these seconds, not all at once."""
HELD_S = 0.5
"""How long a refusal is kept back, before whoever asks in a loop can ask again.

Held refusals take all the places that the gateway gives us beyond our room. A second brings as many of them as there are
such places, divided by this: the longer, the more of our time is left for answers.
"""
POLLED = "/v1/feed"


class Rank(Enum):
    """What a request is worth while there is too much: the share of the room in which it is still taken."""

    OPEN = 1.0
    """The public's: reports and receipts."""
    MOVE = 0.85
    """Whatever changes something."""
    LOOK = 0.7
    """One thing that is read."""
    LIST = 0.5
    """Lists, searches, counts and figures."""


def rank_of(method: str, path: str, open_paths: tuple[str, ...]) -> Rank:
    """Return the rank of a request. A path below `/v1` with one word, or that ends with a question, is a list."""
    if open_paths and path.startswith(open_paths):
        return Rank.OPEN
    if method not in ("GET", "HEAD"):
        return Rank.MOVE
    words = path.split("/")[2:]
    return Rank.LIST if len(words) < 2 or words[-1].startswith("_") else Rank.LOOK


class Shedder:
    """Count what is under way, and answer 503 to what no longer has room.

    `room` says how many requests may be under way at once in this process at most; it is asked at the first request,
    when the service has opened. `open_paths` are what the public's paths begin with; against the public only its own
    requests count, so that after a cut those of officers, who were there before, take nobody's place.
    """

    def __init__(
        self,
        app: ASGIApp,
        catalogue: Catalogue,
        *,
        room: Callable[[Scope], int],
        open_paths: tuple[str, ...] = (),
        held_s: float = HELD_S,
    ) -> None:
        self._app, self._catalogue, self._held_s = app, catalogue, held_s
        self._most, self._open_paths = room, open_paths
        self.room: Room | None = None
        self.under_way = 0
        self._open_under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while there is room for its rank."""
        if scope["type"] != "http" or scope["path"] == POLLED:
            await self._app(scope, receive, send)
            return
        room = self.room = self.room or Room(self._most(scope))
        rank = rank_of(scope["method"], scope["path"], self._open_paths)
        if not self._has_place(room, rank):
            if rank is not Rank.OPEN:
                await asyncio.sleep(self._held_s)
            again = {"Retry-After": str(_DICE.randint(_SOONEST_S, _LATEST_S))}
            refusal = problem_response(self._catalogue, Problem("overloaded", headers=again), scope)
            await refusal(scope, receive, send)
            return
        await self._counted(room, rank, scope, receive, send)

    def _has_place(self, room: Room, rank: Rank) -> bool:
        return room.has_place(self._open_under_way if rank is Rank.OPEN else self.under_way, rank.value)

    async def _counted(self, room: Room, rank: Rank, scope: Scope, receive: Receive, send: Send) -> None:
        self.under_way += 1
        self._open_under_way += rank is Rank.OPEN
        counts, began = True, time.monotonic()

        def is_answered() -> None:
            nonlocal counts
            if counts:
                counts = False
                self.under_way -= 1
                self._open_under_way -= rank is Rank.OPEN
                room.note(began, time.monotonic())

        async def watched(message: Message) -> None:
            is_answered()
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            is_answered()
