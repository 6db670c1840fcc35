"""Health and metrics, on a port of their own that no gateway route reaches. Liveness never touches the database."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.types import Receive, Scope, Send

Check = Callable[[], Awaitable[str | None]]
"""Returns None when well, else a short code of what is wrong."""
Figures = Callable[[], Awaitable[bytes]]
"""Returns further figures in Prometheus' text format."""
log = structlog.get_logger()
_KNOWN = (
    b"# HELP huiying_standing_known Whether the database could be asked how things stand\n"
    b"# TYPE huiying_standing_known gauge\nhuiying_standing_known %d\n"
)


class Management:
    """`/livez`, `/readyz`, `/startupz`, `/metrics`, `/version` as a plain ASGI application.

    `required` checks make the service unready; `parts` only name what works less well.
    """

    def __init__(
        self,
        service: str,
        version: str,
        *,
        required: Mapping[str, Check],
        parts: Mapping[str, Check],
        figures: Figures | None = None,
    ) -> None:
        self._about = {"service": service, "version": version}
        self._figures = figures
        self._required, self._parts = required, parts
        self._draining = False
        self._started = False

    def drain(self) -> None:
        """Say "not ready" from now on, so that no new request is sent here."""
        self._draining = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        status, body, kind = await self._answer(scope["path"])
        headers = [(b"content-type", kind.encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, path: str) -> tuple[int, bytes, str]:
        if path == "/metrics":
            return 200, generate_latest() + await self._further(), CONTENT_TYPE_LATEST
        status, body = 404, {"error": "not_found"}
        if path == "/livez":
            status, body = 200, {"status": "alive"}
        elif path == "/version":
            status, body = 200, self._about
        elif path in {"/readyz", "/startupz"}:
            status, body = await self._ready(startup=path == "/startupz")
        return status, msgspec.json.encode(body), "application/json"

    async def _further(self) -> bytes:
        """Return what else is known; when it cannot be had now, only `huiying_standing_known` says so."""
        if self._figures is None:
            return b""
        try:
            return await self._figures() + _KNOWN % 1
        except Exception as error:
            log.warning("figures_unknown", error_type=type(error).__name__)
            return _KNOWN % 0

    async def _ready(self, *, startup: bool) -> tuple[int, dict[str, Any]]:
        if startup and self._started:
            return 200, {"status": "started"}
        failed = await _run(self._required)
        if self._draining:
            failed["draining"] = "stopping"
        degraded = await _run(self._parts)
        self._started = self._started or not failed
        status = "ready" if not failed else "not_ready"
        return (503 if failed else 200), {"status": status, "failed": failed, "degraded": degraded}


async def _run(checks: Mapping[str, Check]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, check in checks.items():
        try:
            wrong = await check()
        except Exception as error:
            wrong = type(error).__name__
        if wrong:
            found[name] = wrong
    return found
