"""`GET /v1/feed`: the events of this service in commit order, as a CloudEvents 1.0 batch, with a long poll."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from shared.clock import ZONE
from shared.db import Database
from shared.db.bell import heard
from shared.db.engine import Row
from shared.feed.tables import NUMBERED, events
from shared.http.ending import is_ending

LOOK_AGAIN_S = 1.0
"""How often a waiting reader looks by itself; well below the 5 s within which rights must be withdrawn."""

_PAGE = (
    sa.select(events.c.id, events.c.seq, events.c.type, events.c.subject, events.c.at, events.c.data)
    .where(events.c.seq > sa.bindparam("after"))
    .order_by(events.c.seq)
    .limit(sa.bindparam("limit"))
)


async def read_feed(
    db: Database, service: str, *, after: int, limit: int, wait_s: float, may_see: Callable[[str], bool]
) -> dict[str, Any]:
    """Return up to `limit` events after a sequence number, waiting up to `wait_s` for the first.

    `may_see` decides by event type; the cursor moves past what the reader may not see.
    """
    loop = asyncio.get_running_loop()
    deadline_s = loop.time() + wait_s
    with db.bell.hearing(NUMBERED) as numbered:
        while True:
            numbered.clear()
            async with db.reader() as reader:
                rows = await reader.all(_PAGE, after=after, limit=limit)
            left_s = deadline_s - loop.time()
            if rows or is_ending() or left_s <= 0:
                break
            await heard(numbered, min(left_s, LOOK_AGAIN_S))
    return {
        "events": [cloud_event(service, row) for row in rows if may_see(row["type"])],
        "next_after": rows[-1]["seq"] if rows else after,
    }


def cloud_event(service: str, row: Row) -> dict[str, Any]:
    """Return one event in CloudEvents 1.0 JSON; `sequence` is the place in this service's feed."""
    return {
        "specversion": "1.0",
        "id": str(row["id"]),
        "source": f"/huiying/{service}",
        "type": row["type"],
        "subject": row["subject"],
        "time": row["at"].astimezone(ZONE).isoformat(timespec="seconds"),
        "datacontenttype": "application/json",
        "sequence": str(row["seq"]),
        "data": row["data"],
    }
