"""Under more than a process can do, what matters least is refused first, at once, before anything reads the body.

A request counts from its arrival until its answer begins: what waits for a slow reader costs nothing. Long polls are
not counted. A refusal costs about a hundredth of an answer, so most of what can be done is still done.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from random import SystemRandom

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, problem_response

_DICE = SystemRandom()
_SOONEST_S, _LATEST_S = 1, 4
"""Whoever was refused comes back spread over these seconds, not all at once."""
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

    `room` says how many requests may be under way at once in this process; it is asked at the first request,
    when the service has opened. `open_paths` are what the public's paths begin with.
    """

    def __init__(
        self,
        app: ASGIApp,
        catalogue: Catalogue,
        *,
        room: Callable[[Scope], int],
        open_paths: tuple[str, ...] = (),
    ) -> None:
        self._app, self._catalogue = app, catalogue
        self._room_of, self._open_paths = room, open_paths
        self._room: dict[Rank, float] = {}
        self.under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while there is room for its rank."""
        if scope["type"] != "http" or scope["path"] == POLLED:
            await self._app(scope, receive, send)
            return
        if not self._room:
            room = self._room_of(scope)
            self._room = {rank: room * rank.value for rank in Rank}
        if self.under_way >= self._room[rank_of(scope["method"], scope["path"], self._open_paths)]:
            again = {"Retry-After": str(_DICE.randint(_SOONEST_S, _LATEST_S))}
            refusal = problem_response(self._catalogue, Problem("overloaded", headers=again), scope)
            await refusal(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.under_way += 1
        counts = True

        async def watched(message: Message) -> None:
            nonlocal counts
            if counts:
                counts = False
                self.under_way -= 1
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            if counts:
                self.under_way -= 1
