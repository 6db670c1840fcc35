"""A service that answers slowly, or waits for news; run by the test of how a service stops."""

from __future__ import annotations

import asyncio
import os

from starlette.types import Receive, Scope, Send

from shared.http.ending import is_ending
from shared.http.management import Management
from shared.http.serve import serve

SLOW_S = 2.0


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer `/slow` after a while, `/wait` when the process ends, everything else at once."""
    if scope["type"] == "lifespan":
        for done in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{done}.complete"})
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(SLOW_S)
    while scope["path"] == "/wait" and not is_ending():
        await asyncio.sleep(0.02)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


if __name__ == "__main__":
    management = Management("small", "1", required={}, parts={})
    ports = [int(os.environ[name]) for name in ("PORT", "MANAGEMENT_PORT")]
    serve(lambda: (app, management), host="127.0.0.1", port=ports[0], management_port=ports[1])
