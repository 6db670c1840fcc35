from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa

from shared.clock import FakeClock
from shared.db import Database, DatabaseUnavailable, Transaction
from shared.feed.consume import Event, Follower, Handler
from shared.numbering.tables import number_counters

SOURCE = "elsewhere"


def batch(first: int, last: int, name: str = "thing.done") -> dict[str, Any]:
    found = [
        {"sequence": str(n), "type": f"huiying.elsewhere.{name}.v1", "subject": f"s{n}", "data": {"n": n}}
        for n in range(first, last + 1)
    ]
    return {"events": found, "next_after": last}


class Feed:
    """A feed of ten events that hands out five at a time."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def __call__(self, after: int) -> dict[str, Any]:
        self.asked.append(after)
        return batch(after + 1, min(after + 5, 10)) if after < 10 else {"events": [], "next_after": after}


async def effect(tx: Transaction, event: Event, _: object) -> None:
    tx.add(number_counters, org=event.subject, kind="thing", year=2026, last=event.data["n"])


async def applied(database: Database) -> list[int]:
    async with database.reader() as reader:
        rows = await reader.all(sa.select(number_counters.c.last).order_by(number_counters.c.last))
    return [row["last"] for row in rows]


def follower(database: Database, clock: FakeClock, feed: Any, apply: Any = effect) -> Follower:
    return Follower(SOURCE, database, clock, feed, {"thing.done": Handler(apply)})


async def test_every_event_takes_effect_once_and_in_order(database: Database, clock: FakeClock) -> None:
    follow = follower(database, clock, Feed())
    assert [await follow.step() for _ in range(3)] == [5, 5, 0]
    assert await applied(database) == list(range(1, 11))
    assert await follow.position() == 10


async def test_an_effect_that_fails_moves_no_cursor_and_is_tried_again(
    database: Database, clock: FakeClock
) -> None:
    broken = {"is": True}

    async def sometimes(tx: Transaction, event: Event, prepared: object) -> None:
        await effect(tx, event, prepared)
        if broken["is"] and event.sequence == 3:
            raise ZeroDivisionError

    follow = follower(database, clock, Feed(), sometimes)
    with pytest.raises(ZeroDivisionError):
        await follow.step()
    assert (await applied(database), await follow.position()) == ([1, 2], 2)
    broken["is"] = False
    await follow.step()
    assert await applied(database) == [1, 2, 3, 4, 5, 6, 7]


async def test_two_workers_apply_each_event_once(database: Database, clock: FakeClock) -> None:
    async def follow(one: Follower) -> None:
        while await one.position() < 10:
            try:
                await one.step()
            except DatabaseUnavailable:
                await asyncio.sleep(0)  # the other one was quicker

    await asyncio.gather(*(follow(follower(database, clock, Feed())) for _ in range(2)))
    assert await applied(database) == list(range(1, 11))


async def test_events_nobody_handles_are_passed_over(database: Database, clock: FakeClock) -> None:
    async def feed(after: int) -> dict[str, Any]:
        return batch(after + 1, after + 3, "other.thing")

    follow = follower(database, clock, feed)
    assert await follow.step() == 0
    assert await follow.position() == 3
