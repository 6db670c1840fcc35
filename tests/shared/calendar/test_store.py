"""Years are kept in editions; the latest counts, and the same facts are not a new one."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa

from shared.calendar.store import install, load
from shared.calendar.tables import calendar_days
from shared.calendar.years import CalendarYear, from_package
from shared.clock import FakeClock
from shared.clocks.calendar_source import CalendarSource
from shared.db import Database


async def test_an_installed_year_is_known_and_complete(database: Database, clock: FakeClock) -> None:
    async with database.transaction() as tx:
        edition = await install(tx, from_package(2026), at=clock.now())

    async with database.reader() as reader:
        calendar = await load(reader)
        days = await reader.scalar(sa.select(sa.func.count()).select_from(calendar_days))
    assert edition == 1
    assert days == 365
    assert dict(calendar.editions) == {2026: 1}
    assert calendar.is_working_day(date(2026, 2, 14))
    assert not calendar.is_working_day(date(2026, 2, 16))


async def test_the_same_facts_again_are_the_same_edition(database: Database, clock: FakeClock) -> None:
    year = from_package(2026)

    async with database.transaction() as tx:
        editions = [await install(tx, year, at=clock.now()) for _ in range(2)]

    assert editions == [1, 1]


async def test_a_corrected_notice_counts_and_the_old_one_stays(database: Database, clock: FakeClock) -> None:
    year = from_package(2026)
    corrected = CalendarYear(2026, "corrected", {**year.holidays, date(2026, 3, 2): "纪念日"}, year.makeup)
    async with database.transaction() as tx:
        await install(tx, year, at=clock.now())
        edition = await install(tx, corrected, at=clock.now())

    async with database.reader() as reader:
        calendar = await load(reader)
        days = await reader.scalar(sa.select(sa.func.count()).select_from(calendar_days))
    assert edition == 2
    assert days == 730
    assert not calendar.is_working_day(date(2026, 3, 2))
    assert calendar.version(date(2026, 3, 2), date(2026, 3, 2)) == "2026.2"


async def test_a_process_sees_a_new_year_within_a_minute(database: Database, clock: FakeClock) -> None:
    source = CalendarSource(clock)
    async with database.reader() as reader:
        assert not (await source.current(reader)).knows(2026)
    async with database.transaction() as tx:
        await install(tx, from_package(2026), at=clock.now())

    async with database.reader() as reader:
        before = await source.current(reader)
        clock.move(timedelta(seconds=60))
        after = await source.current(reader)

    assert not before.knows(2026)
    assert after.knows(2026)


async def test_the_process_that_imported_a_year_sees_it_at_once(database: Database, clock: FakeClock) -> None:
    source = CalendarSource(clock)
    async with database.transaction() as tx:
        await source.current(tx)
        await install(tx, from_package(2026), at=clock.now())
        source.forget()
        assert (await source.current(tx)).knows(2026)
