"""The middlewares of every service, in their one right order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.http.boundary import Boundary
from shared.http.catalogue import Catalogue
from shared.http.headers import StandardHeaders
from shared.http.limits import MIB, BodyLimit

_METHODS = ("GET", "POST", "PUT", "DELETE")
_ACCEPTED = (
    "Accept-Language", "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match",
    "Proof-Of-Work", "traceparent", "X-Request-Id",
)  # fmt: skip
_EXPOSED = (
    "API-Version", "Content-Disposition", "Content-Language", "Deprecation", "ETag", "Idempotency-Replayed",
    "Link", "Location", "Proof-Of-Work-Challenge", "RateLimit", "RateLimit-Policy", "Retry-After", "Sunset", "traceparent",
    "X-Request-Id",
)  # fmt: skip
_PREFLIGHT_KEPT_S = 600


class CrossOrigin:
    """Starlette's CORS for requests that name an origin; others pass without its cost."""

    def __init__(self, app: ASGIApp, /, **options: Any) -> None:
        self._app = app
        self._cors = CORSMiddleware(app, **options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "http":
            for name, _ in scope["headers"]:
                if name == b"origin":
                    await self._cors(scope, receive, send)
                    return
        await self._app(scope, receive, send)


def middlewares(
    catalogue: Catalogue,
    *,
    api_version: str,
    origins: Sequence[str] = (),
    body_limit: int = MIB,
    larger: Sequence[tuple[str, int]] = (),
    silent: tuple[str, ...] = (),
    shedder: Middleware | None = None,
    gate: Middleware | None = None,
) -> list[Middleware]:
    """Return what `FastAPI(middleware=…)` takes, outermost first: headers, origins, shedder, limit, gate, last wall.

    Whatever refuses stands inside what completes answers, so refusals carry the headers too. `origins` are
    the web pages that may call from a browser; `larger` and `silent` go to `BodyLimit` and `Boundary`;
    `shedder` refuses what there is no room for, `gate` asks for proof of work at open doors.
    """
    stack = [Middleware(StandardHeaders, api_version=api_version)]
    if origins:
        stack.append(
            Middleware(
                CrossOrigin,
                allow_origins=list(origins),
                allow_methods=list(_METHODS),
                allow_headers=list(_ACCEPTED),
                expose_headers=list(_EXPOSED),
                max_age=_PREFLIGHT_KEPT_S,
            )
        )
    if shedder is not None:
        stack.append(shedder)
    stack.append(Middleware(BodyLimit, catalogue, limit=body_limit, larger=larger))
    if gate is not None:
        stack.append(gate)
    stack.append(Middleware(Boundary, catalogue, silent=silent))
    return stack
