"""Two databases that differ only in what somebody may not see must answer that person alike, byte for byte.

Here the second is the first after others have gone on working: the clock stands still, and whatever an answer could
give away (an item, a count, an order, a cursor, an error) would be another byte.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from tests.support.house import House

_TRACE = re.compile(rb'"trace_id":"[0-9a-f]{32}"')
_OWN = ("/v1/audit", "/v1/feed")
"""What tells of the asking itself."""
VARIATIONS: tuple[Mapping[str, Any], ...] = ({}, {"limit": 1}, {"overdue": "true"}, {"overdue": "false"})


def readings(app: FastAPI, things: Iterable[str]) -> list[str]:
    """Return every path of the live table that can be read: lists as they are, and these objects, `collection/id`."""
    paths: list[str] = []
    objects = [one.split("/") for one in things]
    for context in iter_route_contexts(list(app.routes)):
        path = context.path or ""
        if "GET" not in (context.methods or set()) or path.startswith(_OWN):
            continue
        if "{" not in path:
            paths.append(path)
        elif re.fullmatch(r"[^{]*{\w+_id}[^{]*", path):
            paths += [re.sub("{.*}", one, path) for kind, one in objects if path.startswith(f"/v1/{kind}/{{")]
    return paths


async def answers(house: House, login: str, paths: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    """Read everything as one person, in every variation; only the trace of the request itself is masked."""
    found: dict[str, tuple[int, bytes]] = {}
    for path in paths:
        for params in VARIATIONS if "{" not in path and path.count("/") == 2 else VARIATIONS[:1]:
            await house.keep_hearing()
            answer = await house.get(login, path, **params)
            found[f"{path} {dict(params)}"] = (answer.status_code, _compared(answer.content))
    return found


def _compared(content: bytes) -> bytes:
    """Return an answer without its own trace; of a packed document what is in it, for packing tells the time."""
    if not content.startswith(b"PK"):
        return _TRACE.sub(b"", content)
    with ZipFile(BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in sorted(packed.namelist()))


async def differing(
    house: House, logins: Sequence[str], paths: Iterable[str], others_work: Callable[[], Awaitable[None]]
) -> list[tuple[str, str]]:
    """Return the readings, by person, whose answer changed while others worked; none is what must come back."""
    listed = list(paths)
    before = {login: await answers(house, login, listed) for login in logins}
    await others_work()
    after = {login: await answers(house, login, listed) for login in logins}
    return [
        (login, path)
        for login, found in before.items()
        for path, answer in found.items()
        if answer != after[login][path]
    ]
