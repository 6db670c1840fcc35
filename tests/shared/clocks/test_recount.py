"""When a year's calendar comes in, open provisional clocks are counted again and closed ones never."""

from __future__ import annotations

from datetime import date, timedelta

from shared.calendar import Calendar
from shared.clocks import store
from shared.clocks.changes import pause, resume
from shared.clocks.deadline_clock import ClockState
from shared.clocks.fire import fire
from shared.clocks.recount import preview, recompute_provisional, recompute_running
from shared.db import Database

from tests.support.calendars import real_calendar
from tests.support.clocks import FIFTEEN_DAYS, MONDAY, PAUSING, SIXTY_DAYS, at, only_clock, started

REAL = real_calendar()
LATE_JANUARY = date(2027, 1, 25)
"""Fifteen working days from here: 2027-02-15 by weekday, 2027-02-22 over the Spring Festival."""
FESTIVAL = frozenset(date(2027, 2, 5) + timedelta(days=n) for n in range(9))
WITH_2027 = Calendar(
    editions={**REAL.editions, 2027: 1},
    holidays=REAL.holidays | FESTIVAL,
    makeup=REAL.makeup | {date(2027, 2, 20)},
)


async def test_an_open_provisional_clock_moves_and_is_certain(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, trigger_on=LATE_JANUARY)
    before = await only_clock(database, object_id)

    async with database.transaction() as tx:
        moved = await recompute_provisional(tx, WITH_2027, at=at(LATE_JANUARY))

    after = await only_clock(database, object_id)
    assert (before.due_on, before.provisional, before.calendar_version) == (date(2027, 2, 15), True, "2027.0")
    assert (after.due_on, after.provisional, after.calendar_version) == (date(2027, 2, 22), False, "2027.1")
    assert [(one.was_due_on, one.limits.due.on) for one in moved] == [(before.due_on, after.due_on)]


async def test_counting_again_a_second_time_changes_nothing(database: Database) -> None:
    await started(database, FIFTEEN_DAYS, trigger_on=LATE_JANUARY)

    async with database.transaction() as tx:
        await recompute_provisional(tx, WITH_2027, at=at(LATE_JANUARY))
        assert await recompute_provisional(tx, WITH_2027, at=at(LATE_JANUARY)) == []


async def test_closed_certain_and_written_dates_stay(database: Database) -> None:
    closed = await started(database, FIFTEEN_DAYS, trigger_on=LATE_JANUARY)
    written = await started(database, SIXTY_DAYS, trigger_on=LATE_JANUARY, written_due_on=date(2027, 2, 10))
    certain = await started(database, FIFTEEN_DAYS)
    async with database.transaction() as tx:
        await store.stop(tx, closed, ["T-15"], at=at(LATE_JANUARY))
    before = [await only_clock(database, object_id) for object_id in (closed, written, certain)]

    async with database.transaction() as tx:
        assert await recompute_provisional(tx, WITH_2027, at=at(LATE_JANUARY)) == []

    assert [await only_clock(database, object_id) for object_id in (closed, written, certain)] == before


async def test_a_clock_told_overdue_too_early_runs_again(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, trigger_on=LATE_JANUARY)
    now = at(date(2027, 2, 18))
    async with database.transaction() as tx:
        await fire(tx, now, lambda *_: None)
    assert (await only_clock(database, object_id)).state is ClockState.OVERDUE

    async with database.transaction() as tx:
        await recompute_provisional(tx, WITH_2027, at=now)

    after = await only_clock(database, object_id)
    assert after.state is ClockState.RUNNING
    assert after.state_at(now) is ClockState.DUE_SOON


async def test_a_clock_that_still_rests_on_a_missing_year_stays_provisional(database: Database) -> None:
    object_id = await started(database, SIXTY_DAYS, trigger_on=date(2027, 12, 1))

    async with database.transaction() as tx:
        assert await recompute_provisional(tx, WITH_2027, at=at(LATE_JANUARY)) == []

    assert (await only_clock(database, object_id)).provisional


async def test_pauses_are_counted_again_too(database: Database) -> None:
    object_id = await started(database, PAUSING, trigger_on=date(2027, 1, 4))
    async with database.transaction() as tx:
        await pause(tx, object_id, PAUSING, at=at(date(2027, 1, 11)), ground="hearing")
    async with database.transaction() as tx:
        await resume(tx, object_id, PAUSING, at=at(date(2027, 1, 14)), calendar=REAL)
    assert (await only_clock(database, object_id)).due_on == date(2027, 2, 8)

    async with database.transaction() as tx:
        await recompute_provisional(tx, WITH_2027, at=at(date(2027, 1, 14)))

    assert (await only_clock(database, object_id)).due_on == date(2027, 2, 15)


async def test_a_preview_tells_what_would_move_and_writes_nothing(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, trigger_on=LATE_JANUARY)
    before = await only_clock(database, object_id)

    async with database.reader() as reader:
        moved = await preview(reader, WITH_2027, "provisional")

    assert [one.limits.due.on for one in moved] == [date(2027, 2, 22)]
    assert await only_clock(database, object_id) == before


async def test_a_corrected_notice_moves_certain_clocks_when_asked(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS)
    corrected = Calendar(
        editions={**REAL.editions, 2026: 2},
        holidays=REAL.holidays | {MONDAY + timedelta(days=1)},
        makeup=REAL.makeup,
    )

    async with database.transaction() as tx:
        await recompute_running(tx, corrected, at=at(MONDAY))

    after = await only_clock(database, object_id)
    assert (after.due_on, after.calendar_version) == (date(2026, 3, 24), "2026.2")
