"""Headers that every answer carries, also errors: API version, security, and which request it answers."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http.trace import Trace, current, trace_of

CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_YEAR_S = 31_536_000


class StandardHeaders:
    """Read the trace of a request, keep it for errors, logs and calls out, and complete the answer's headers.

    A header the application set itself stays. `policy` is the content security policy; pages have their own.
    """

    def __init__(self, app: ASGIApp, *, api_version: str, policy: str = CONTENT_SECURITY_POLICY) -> None:
        self._app = app
        self._headers = [
            (b"api-version", api_version.encode()),
            (b"cache-control", b"no-store"),
            (b"x-content-type-options", b"nosniff"),
            (b"content-security-policy", policy.encode()),
            (b"strict-transport-security", f"max-age={_YEAR_S}; includeSubDomains".encode()),
            (b"referrer-policy", b"no-referrer"),
        ]
        self._names = frozenset(name for name, _ in self._headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its trace; add the headers when the answer starts."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        trace = trace_of(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._completed(message.get("headers", ()), trace)
            await send(message)

        token = current.set(trace)
        try:
            await self._app(scope, receive, with_headers)
        finally:
            current.reset(token)

    def _completed(self, headers: Iterable[tuple[bytes, bytes]], trace: Trace) -> list[tuple[bytes, bytes]]:
        completed = [*headers, *self._headers]
        for name, _ in headers:
            if name in self._names:
                own = {name for name, _ in headers}
                completed = [*headers, *(pair for pair in self._headers if pair[0] not in own)]
                break
        completed.append((b"x-request-id", trace.request_id.encode()))
        completed.append((b"traceparent", trace.traceparent.encode()))
        return completed
