"""What time does to clocks is told exactly once, by however many workers, through any restart."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from shared.clocks import store
from shared.clocks.changes import extend
from shared.clocks.deadline_clock import ClockState
from shared.clocks.fire import Fired, fire
from shared.db import Database, Transaction

from tests.support.calendars import real_calendar
from tests.support.clocks import FIFTEEN_DAYS, MONDAY, SIXTY_DAYS, WINDOW, at, only_clock, started

SOON, LATE = at(date(2026, 3, 18)), at(date(2026, 3, 24))


class Told:
    """Collects what would be written as events."""

    def __init__(self) -> None:
        self.events: list[tuple[str, UUID, Mapping[str, Any]]] = []

    def __call__(self, tx: Transaction, kind: str, subject: UUID, data: Mapping[str, Any]) -> None:
        self.events.append((kind, subject, data))


async def fired(database: Database, now: datetime, emit: Told | None = None) -> list[Fired]:
    async with database.transaction() as tx:
        return await fire(tx, now, emit or Told())


async def test_nothing_is_told_before_its_time(database: Database) -> None:
    await started(database, FIFTEEN_DAYS)

    assert await fired(database, at(date(2026, 3, 17), 23)) == []


async def test_due_soon_and_overdue_are_each_told_once(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS)
    told = Told()

    for now in (SOON, SOON, LATE, LATE):
        await fired(database, now, told)

    assert [kind for kind, _, _ in told.events] == ["clock.due_soon", "clock.overdue"]
    assert told.events[1][1:] == (
        object_id,
        {"object_type": "thing", "rule": "T-15", "due_on": "2026-03-23", "held_by": "city/office-1"},
    )
    assert (await only_clock(database, object_id)).state is ClockState.OVERDUE


async def test_what_came_late_is_told_as_overdue_alone(database: Database) -> None:
    await started(database, FIFTEEN_DAYS)

    assert [one.event for one in await fired(database, LATE)] == ["clock.overdue"]


async def test_a_window_lapses_without_a_warning(database: Database) -> None:
    object_id = await started(database, WINDOW)
    end = (await only_clock(database, object_id)).ends_at

    assert await fired(database, at(date(2026, 3, 31), 23)) == []
    assert [one.event for one in await fired(database, end)] == ["clock.lapsed"]

    closed = await only_clock(database, object_id)
    assert (closed.state, closed.closed_on) == (ClockState.CANCELLED, date(2026, 4, 1))


async def test_a_closed_clock_is_never_told(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS)
    async with database.transaction() as tx:
        await store.stop(tx, object_id, ["T-15"], at=at(MONDAY))

    assert await fired(database, LATE) == []


async def test_an_extended_clock_warns_again_before_its_new_end(database: Database) -> None:
    object_id = await started(database, SIXTY_DAYS)
    await fired(database, at(date(2026, 4, 20)))
    async with database.transaction() as tx:
        await extend(
            tx, object_id, SIXTY_DAYS, amount=30, approver="S3", ground="complex",
            at=at(date(2026, 4, 21)), calendar=real_calendar(),
        )  # fmt: skip

    assert await fired(database, at(date(2026, 5, 2))) == []
    assert [one.event for one in await fired(database, at(date(2026, 5, 15)))] == ["clock.due_soon"]


async def test_a_worker_that_dies_before_its_commit_tells_nothing_and_loses_nothing(
    database: Database,
) -> None:
    await started(database, FIFTEEN_DAYS)

    async def worker_that_dies() -> None:
        async with database.transaction() as tx:
            assert len(await fire(tx, LATE, Told())) == 1
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await worker_that_dies()

    assert len(await fired(database, LATE)) == 1


async def test_two_workers_share_the_clocks_and_tell_each_once(database: Database) -> None:
    objects = {await started(database, FIFTEEN_DAYS) for _ in range(12)}
    told = Told()

    async def worker() -> int:
        done = 0
        while True:
            async with database.transaction() as tx:
                some = await fire(tx, LATE, told, at_most=2)
                await asyncio.sleep(0.01)  # hold the rows while the other worker looks
            if not some:
                return done
            done += len(some)

    shares = await asyncio.gather(worker(), worker())

    assert sum(shares) == 12
    assert min(shares) > 0
    assert sorted(subject for _, subject, _ in told.events) == sorted(objects)


async def test_the_limit_covers_both_kinds_of_change(database: Database) -> None:
    await started(database, FIFTEEN_DAYS)
    await started(database, FIFTEEN_DAYS, trigger_on=date(2026, 2, 26))

    rounds = []
    async with database.transaction() as tx:
        while some := await fire(tx, at(date(2026, 3, 20)), Told(), at_most=1):
            rounds.append([one.event for one in some])

    assert rounds == [["clock.overdue"], ["clock.due_soon"]]
