"""A service that answers slowly, waits for news, or is busy; run by the tests of how a service is entered and left."""

from __future__ import annotations

import asyncio
import os
import time
from itertools import count

from starlette.types import Receive, Scope, Send

from shared.http.ending import is_ending
from shared.http.management import Management
from shared.http.serve import serve

SLOW_S = 2.0
BUSY_S = 1.0
_rounds = [0]
_tasks: list[asyncio.Task[None]] = []


async def count_rounds() -> None:
    """Do nothing else for a while, so that whoever comes waits at the door; then count the loop's rounds."""
    time.sleep(BUSY_S)
    for _rounds[0] in count():
        await asyncio.sleep(0)


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer `/slow` after a while, `/wait` when the process ends, all else at once; tell the loop's round."""
    if scope["type"] == "lifespan":
        for done in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{done}.complete"})
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(SLOW_S)
    while scope["path"] == "/wait" and not is_ending():
        await asyncio.sleep(0.02)
    if scope["path"] == "/busy":
        _tasks.append(asyncio.create_task(count_rounds()))
    body = b"%d" % _rounds[0]
    length = (b"content-length", b"%d" % len(body))
    await send({"type": "http.response.start", "status": 200, "headers": [length]})
    await send({"type": "http.response.body", "body": body})


if __name__ == "__main__":
    management = Management("small", "1", required={}, parts={})
    ports = [int(os.environ[name]) for name in ("PORT", "MANAGEMENT_PORT")]
    serve(lambda: (app, management), host="127.0.0.1", port=ports[0], management_port=ports[1])
