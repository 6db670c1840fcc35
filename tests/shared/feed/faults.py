"""A feed whose way is bad: answers get lost, come twice, late, out of order; who applies them dies at any moment."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from huiying.databases import Access
from shared.audit.numbering import number
from shared.clock import FakeClock
from shared.db import Database, DatabaseUnavailable, Transaction
from shared.feed.consume import Event, FeedOutOfOrder, Follower, Handler
from shared.feed.serve import read_feed
from shared.feed.tables import events
from shared.numbering.tables import number_counters

SOURCE = "elsewhere"
SUBJECTS = 7
BATCH = 12
WORKERS = 2
EVENTS_A_FAULT = 5
ON_THE_WAY = (
    "drop the question", "drop the answer", "duplicate", "delay", "reorder", "skip back", "crash after the commit",
)  # fmt: skip
AT_WORK = ("crash before the commit", "crash in the middle", "cut off from the database")
FAULTS = (*ON_THE_WAY, *AT_WORK)


class Lost(Exception):
    """No answer came."""


class Crashed(BaseException):
    """The process is gone: nothing of ours may catch this."""


@dataclass
class BadLuck:
    """Decides when something goes wrong, and counts it. Ends by itself when enough went wrong."""

    chance: random.Random
    faults: int
    counted: Counter[str] = field(default_factory=Counter)

    def strikes(self, *kinds: str) -> str | None:
        """Return what goes wrong now, if anything; every kind in turn, at random moments."""
        if self.counted.total() >= self.faults or self.chance.random() > 0.4:
            return None
        kind = min(kinds, key=lambda one: (self.counted[one], self.chance.random()))
        self.counted[kind] += 1
        return kind


@dataclass
class BadWay:
    """What lies between the source and its follower. Remembers answers, to give them again."""

    source: Database
    luck: BadLuck
    before: list[dict[str, Any]] = field(default_factory=list)

    async def __call__(self, after: int) -> dict[str, Any]:
        """Ask the source, or suffer a fault."""
        fault = self.luck.strikes(*ON_THE_WAY)
        if fault == "drop the question":
            raise Lost
        if fault == "crash after the commit":
            raise Crashed
        batch = await read_feed(
            self.source, SOURCE, after=after, limit=BATCH, wait_s=0, may_see=lambda _: True
        )
        self.before.append(batch)
        if fault == "drop the answer":
            raise Lost
        if fault == "duplicate":
            return {**batch, "events": [one for one in batch["events"] for _ in range(2)]}
        if fault == "skip back":
            return self.luck.chance.choice(self.before)
        if fault == "reorder":
            return {**batch, "events": self.luck.chance.sample(batch["events"], len(batch["events"]))}
        if fault == "delay":
            await asyncio.sleep(self.luck.chance.uniform(0.001, 0.02))  # meanwhile another worker moves on
        return batch


@dataclass
class Ledger:
    """What the events did: for each subject the last number, which may only follow the one before."""

    luck: BadLuck
    wrong: list[tuple[str, int]] = field(default_factory=list)

    async def apply(self, tx: Transaction, event: Event, _: object) -> None:
        """Write the effect of one event, or die in it."""
        fault = self.luck.strikes(*AT_WORK)
        if fault == "crash before the commit":
            raise Crashed
        table, n = number_counters, event.data["n"]
        if n == 1:
            tx.add(table, org=event.subject, kind="thing", year=2026, last=1)
        else:
            mine = sa.update(table).where(table.c.org == event.subject, table.c.last == n - 1)
            if await tx.run(mine.values(last=n)) != 1:
                self.wrong.append((event.subject, n))
        if fault == "crash in the middle":
            await tx.flush()
            raise Crashed
        if fault == "cut off from the database":
            with contextlib.suppress(Exception):
                await tx.scalar(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))
            await asyncio.sleep(self.luck.chance.choice((0, 0.01)))  # the commit may find it closed already


async def tell(source: Database, clock: FakeClock, count: int) -> dict[str, int]:
    """Write so many events about some subjects; return how many each has."""
    told: Counter[str] = Counter()
    async with source.transaction() as tx:
        for number in range(count):
            subject = f"s{number % SUBJECTS}"
            told[subject] += 1
            tx.add(
                events, id=uuid4(), type=f"huiying.{SOURCE}.thing.done.v1", subject=subject, at=clock.now(),
                data={"n": told[subject]},
            )  # fmt: skip
    return dict(told)


async def follow(database: Database, clock: FakeClock, way: BadWay, ledger: Ledger, last: int) -> None:
    """Be a worker: after each death another one takes its place, until everything was heard."""
    while True:
        one = Follower(SOURCE, database, clock, way, {"thing.done": Handler(ledger.apply)})
        with contextlib.suppress(Crashed, Lost, DatabaseUnavailable, FeedOutOfOrder):
            while await one.position() < last:
                await one.step()
            return
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Suffered:
    """What became of it: the faults, what was told and heard of each subject, and effects in a wrong order."""

    luck: BadLuck
    told: dict[str, int]
    heard: dict[str, int]
    wrong: list[tuple[str, int]]

    def figures(self) -> str:
        """Return what is told at the end."""
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.luck.counted.items()))
        return (
            f"{sum(self.told.values())} events, {self.luck.counted.total()} faults ({kinds}): "
            f"{sum(self.heard.values())} took effect, {len(self.wrong)} out of order or twice"
        )


async def suffer(access: Access, elsewhere: Access, clock: FakeClock, *, faults: int, seed: int) -> Suffered:
    """Let two workers of one service follow another's feed until so many faults struck and all was heard."""
    luck = BadLuck(random.Random(seed), faults)  # noqa: S311 - to be repeatable
    async with AsyncExitStack() as stack:

        async def opened(dsn: str, size: int = 2) -> Database:
            database = await Database.connect(dsn, pool_size=size)
            stack.push_async_callback(database.close)
            return database

        source, sealer = await opened(elsewhere.app), await opened(elsewhere.sealer)
        told = await tell(source, clock, faults * EVENTS_A_FAULT)
        async with sealer.transaction() as tx:
            last = await number(tx, events, limit=10**6)
        databases = [await opened(access.app) for _ in range(WORKERS)]
        ledger = Ledger(luck)
        way = BadWay(source, luck)
        await asyncio.gather(*(follow(one, clock, way, ledger, last) for one in databases))
        async with databases[0].reader() as reader:
            rows = await reader.all(sa.select(number_counters.c.org, number_counters.c.last))
    return Suffered(luck, told, {row["org"]: row["last"] for row in rows}, ledger.wrong)
