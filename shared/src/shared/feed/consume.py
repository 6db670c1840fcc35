"""Follow another service's feed: each event takes effect and moves the cursor in one transaction, so exactly once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert

from shared.clock import Clock
from shared.db import Database, DatabaseUnavailable, Scope, Transaction
from shared.feed.emit import short_name
from shared.feed.tables import feed_cursors

log = structlog.get_logger()
WORKER = Scope("worker")
LONGEST_PAUSE_S = 5.0
"""Few ask, so asking often costs nothing; after an outage rights are current again within this."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of another service, as its feed tells it."""

    sequence: int
    name: str
    subject: str
    data: dict[str, Any]


Prepare = Callable[[Event], Awaitable[Any]]
Apply = Callable[[Transaction, Event, Any], Awaitable[None]]
OnAnswer = Callable[[Transaction, str], Awaitable[None]]
Fetch = Callable[[int], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Handler:
    """What an event does here. `prepare` may call other services, before the transaction; `apply` writes."""

    apply: Apply
    prepare: Prepare | None = None


class FeedUnreachable(Exception):
    """The other service does not answer now; the cursor stands still."""


class FeedOutOfOrder(Exception):
    """An answer that is not what was asked for: from before, shuffled or cut. None of it is applied."""


class Follower:
    """Applies one source's events in order. Two workers may follow at once; the cursor row lets one of them through.

    `on_answer` runs in a transaction of its own whenever the source answered, with or without news.
    """

    def __init__(
        self,
        source: str,
        db: Database,
        clock: Clock,
        fetch: Fetch,
        handlers: Mapping[str, Handler],
        on_answer: OnAnswer | None = None,
    ) -> None:
        self.source = source
        self._on_answer = on_answer
        self._db, self._clock, self._fetch, self._handlers = db, clock, fetch, handlers
        self.failures = 0
        self.applied = 0

    async def run(self) -> None:
        """Follow for ever; a failure is tried again with growing pauses and never skipped."""
        while True:
            try:
                await self.step()
                self.failures = 0
            except asyncio.CancelledError:
                raise
            except Exception as error:
                self.failures += 1
                pause = min(0.2 * 2**self.failures, LONGEST_PAUSE_S)
                log.warning(
                    "feed_stalled", source=self.source, error_type=type(error).__name__, attempt=self.failures,
                    wait_s=pause,
                )  # fmt: skip
                await asyncio.sleep(pause)

    async def step(self) -> int:
        """Fetch one batch and apply it. Returns how many events had an effect.

        Raises: FeedUnreachable, FeedOutOfOrder, DatabaseUnavailable, or whatever an event's handler raises.
        """
        after = await self.position()
        batch = await self._fetch(after)
        _check_order(after, batch)
        if self._on_answer is not None:
            async with self._db.transaction(WORKER) as tx:
                await self._on_answer(tx, self.source)
        effects = 0
        for raw in batch["events"]:
            event = Event(int(raw["sequence"]), short_name(raw["type"]), raw["subject"], raw["data"])
            handler = self._handlers.get(event.name)
            if handler is not None and await self._apply(event, handler, after):
                after = event.sequence
                effects += 1
        if batch["next_after"] > after:
            await self._move(after, batch["next_after"])
        self.applied += effects
        return effects

    async def position(self) -> int:
        """Return the last sequence number that was applied or passed over."""
        async with self._db.reader(WORKER) as reader:
            found = await reader.scalar(
                sa.select(feed_cursors.c.after).where(feed_cursors.c.source == self.source)
            )
        return found or 0

    async def _apply(self, event: Event, handler: Handler, after: int) -> bool:
        prepared = await handler.prepare(event) if handler.prepare else None
        async with self._db.transaction(WORKER) as tx:
            if not await self._advance(tx, after, event.sequence):
                raise DatabaseUnavailable("another worker moved the cursor")
            await handler.apply(tx, event, prepared)
        return True

    async def _move(self, after: int, to: int) -> None:
        async with self._db.transaction(WORKER) as tx:
            await self._advance(tx, after, to)

    async def _advance(self, tx: Transaction, after: int, to: int) -> bool:
        """Move the cursor if it still stands where this worker saw it."""
        at = self._clock.now()
        if after == 0:
            first = insert(feed_cursors).values(source=self.source, after=to, updated_at=at)
            if await tx.run(first.on_conflict_do_nothing()) == 1:
                return True
        moved = sa.update(feed_cursors).where(
            feed_cursors.c.source == self.source, feed_cursors.c.after == after
        )
        return await tx.run(moved.values(after=to, updated_at=at)) == 1


def _check_order(after: int, batch: Mapping[str, Any]) -> None:
    """Raises: FeedOutOfOrder unless the events rise from behind the cursor to where it is to stand."""
    places = [after, *(int(raw["sequence"]) for raw in batch["events"])]
    rises = all(earlier < later for earlier, later in pairwise(places))
    if not rises or batch["next_after"] < places[-1]:
        raise FeedOutOfOrder(f"after {after}")
