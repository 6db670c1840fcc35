"""Limits of what a request may send, before anything reads it: the size of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, problem_response

MIB = 1_048_576


class BodyTooLarge(HTTPException):
    """A streamed body went over its limit; the form reader lets only an `HTTPException` through."""

    def __init__(self) -> None:
        super().__init__(status_code=413)


class BodyLimit:
    """Answer 413 to a body over `limit` bytes: at once when `Content-Length` says so, else on the way.

    `larger` gives paths (regular expressions, whole path) a limit of their own; it is looked at only when the
    usual limit is passed. The server holds a body to its `Content-Length`, so such a body is not counted.
    """

    def __init__(
        self,
        app: ASGIApp,
        catalogue: Catalogue,
        *,
        limit: int = MIB,
        larger: Sequence[tuple[str, int]] = (),
    ) -> None:
        self._app = app
        self._catalogue = catalogue
        self._limit = limit
        self._larger = [(re.compile(path), size) for path, size in larger]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless its body is too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        size = _declared_size(scope)
        if size is None:
            receive = self._counted(scope, receive)
        elif size > self._limit and size > (limit := self._limit_of(scope)):
            problem = Problem("body_too_large", limit=limit)
            await problem_response(self._catalogue, problem, scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _limit_of(self, scope: Scope) -> int:
        path = scope["path"]
        return next((size for pattern, size in self._larger if pattern.fullmatch(path)), self._limit)

    def _counted(self, scope: Scope, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            if message["type"] == "http.request":
                seen += len(message.get("body", b""))
                if seen > self._limit and seen > self._limit_of(scope):
                    raise BodyTooLarge
            return message

        return counted


def _declared_size(scope: Scope) -> int | None:
    """Return `Content-Length`, 0 for a request that has no body, None when only counting will tell."""
    streamed = False
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:20])
        streamed = streamed or name in {b"transfer-encoding", b"content-length"}
    return None if streamed or scope.get("http_version", "1.1")[0] != "1" else 0
