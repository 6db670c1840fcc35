from __future__ import annotations

import asyncio
import time

import sqlalchemy as sa

from shared.audit.numbering import UNNUMBERED
from shared.db import Database
from shared.db.bell import heard
from shared.feed.serve import read_feed
from shared.feed.tables import events
from shared.worker.loops import Loop

from tests.shared.db.test_engine import event

LONG_S = 20.0
_LISTENERS = sa.text(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
)


async def listening(database: Database) -> list[int]:
    """Wait until somebody listens, and return who."""
    while True:
        async with database.reader() as reader:
            if rows := await reader.all(_LISTENERS):
                return [row["pid"] for row in rows]
        await asyncio.sleep(0.02)


async def connected(rung: asyncio.Event) -> None:
    """Wait for the ring that a fresh connection counts as; from now on only commits ring."""
    await heard(rung, LONG_S)
    rung.clear()


async def test_a_commit_wakes_who_waits_in_another_process(database: Database) -> None:
    with database.bell.hearing(UNNUMBERED) as rung:
        await connected(rung)
        began = time.monotonic()
        async with database.transaction() as tx:
            tx.add(events, **event())
        await heard(rung, LONG_S)

    assert rung.is_set()
    assert time.monotonic() - began < LONG_S / 2


async def test_what_was_not_committed_does_not_ring(database: Database) -> None:
    with database.bell.hearing(UNNUMBERED) as rung:
        await connected(rung)
        try:
            async with database.transaction() as tx:
                tx.add(events, **event())
                raise KeyError
        except KeyError:
            pass
        await heard(rung, 0.3)

    assert not rung.is_set()


async def test_a_lost_connection_is_made_again_and_counts_as_a_ring(database: Database) -> None:
    with database.bell.hearing(UNNUMBERED) as rung:
        (before,) = await listening(database)
        await connected(rung)
        async with database.reader() as reader:
            assert await reader.scalar(sa.select(sa.func.pg_terminate_backend(before)))
        await heard(rung, LONG_S)
        assert rung.is_set()

        assert await listening(database) != [before]


async def test_a_loop_does_not_wait_for_its_time_when_it_rings(database: Database) -> None:
    rounds = asyncio.Queue[None]()

    async def one_round() -> bool:
        rounds.put_nowait(None)
        return False

    task = asyncio.create_task(Loop("test", one_round, LONG_S, database.bell, UNNUMBERED).run())
    await rounds.get()
    await listening(database)
    while not rounds.empty():
        rounds.get_nowait()
    async with database.transaction() as tx:
        tx.add(events, **event())
    await asyncio.wait_for(rounds.get(), LONG_S / 2)
    task.cancel()


async def test_a_reader_of_the_feed_is_told_of_an_event_without_a_bell_too(database: Database) -> None:
    reading = asyncio.create_task(
        read_feed(database, "test", after=0, limit=10, wait_s=LONG_S, may_see=lambda _: True)
    )
    await asyncio.sleep(0.1)
    async with database.transaction() as tx:
        await tx.run(sa.insert(events).values(**event(seq=1)))

    found = await asyncio.wait_for(reading, LONG_S / 2)
    assert found["next_after"] == 1
