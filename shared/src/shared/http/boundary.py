"""The last wall: an unexpected error becomes a problem that tells nothing, and a log line without data."""

from __future__ import annotations

import traceback

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, problem_response
from shared.http.trace import trace_of

_log = structlog.get_logger("shared.http")
_DEEPEST_FRAMES = 12


class Boundary:
    """Answer 500 to what escaped. Stands inside the middlewares that add headers, so that it gets them too.

    The log names the kind of error and the places in the code, never its message: database errors quote
    values. Paths below `silent` are logged without any id that could be matched with a request.
    """

    def __init__(self, app: ASGIApp, catalogue: Catalogue, *, silent: tuple[str, ...] = ()) -> None:
        self._app = app
        self._catalogue = catalogue
        self._silent = silent

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and catch what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:
            return
        except Exception as error:
            self._report(scope, error)
            if started:  # too late for another answer: cutting the connection is the only honest sign
                raise _Cut from None
            await problem_response(self._catalogue, Problem("internal_error"), scope)(scope, receive, send)

    def _report(self, scope: Scope, error: BaseException) -> None:
        route = scope.get("route")
        known = {} if scope["path"].startswith(self._silent) else {"trace_id": trace_of(scope).trace_id}
        _log.error(
            "request.failed",
            error=_chain(error),
            places=_places(error),
            method=scope["method"],
            route=getattr(route, "path_format", None),
            **known,
        )


class _Cut(Exception):
    """The answer had begun when an error came; nothing about it is said here."""


def _chain(error: BaseException) -> str:
    """Name an error and what caused it, by kind only."""
    kinds: list[str] = []
    at: BaseException | None = error
    while at is not None and len(kinds) < 5:
        kinds.append(f"{type(at).__module__}.{type(at).__qualname__}")
        at = at.__cause__ or at.__context__
    return " < ".join(kinds)


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST_FRAMES:]
    return [f"{_in_package(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _in_package(path: str) -> str:
    for folder in ("/site-packages/", "/src/"):
        _, found, rest = path.rpartition(folder)
        if found:
            return rest
    return path
