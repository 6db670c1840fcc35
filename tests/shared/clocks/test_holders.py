"""Time is charged by the day to the one who held the matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.clocks import store
from shared.clocks.changes import pause, resume
from shared.clocks.deadline_clock import DeadlineClock
from shared.clocks.holders import Segment, Share, segments_of, time_by_holder
from shared.db import Database

from tests.support.calendars import real_calendar
from tests.support.clocks import MONDAY, PAUSING, SIXTY_DAYS, a_clock, at, only_clock, started

REAL = real_calendar()


def held(clock: DeadlineClock, holder: str, first: date, last: date) -> Segment:
    return Segment(clock.id, "held", at(first), at(last), holder=holder)


def test_the_day_of_handing_on_is_charged_to_the_giver() -> None:
    clock = replace(a_clock(), held_by="b")
    segments = [held(clock, "a", MONDAY, date(2026, 3, 5))]

    assert time_by_holder(clock, segments, REAL, date(2026, 3, 6)) == [Share("a", 3), Share("b", 1)]


def test_working_days_are_charged_for_a_clock_in_working_days() -> None:
    assert time_by_holder(a_clock(), [], REAL, date(2026, 3, 9)) == [Share("city/office-1", 5)]


def test_calendar_days_are_charged_for_other_clocks() -> None:
    assert time_by_holder(a_clock(SIXTY_DAYS), [], REAL, date(2026, 3, 9)) == [Share("city/office-1", 7)]


def test_nothing_is_charged_after_the_closing_day() -> None:
    clock = replace(a_clock(), closed_on=date(2026, 3, 4))

    assert time_by_holder(clock, [], REAL, date(2026, 12, 31)) == [Share("city/office-1", 2)]


def test_one_who_held_it_for_an_hour_is_named_with_no_days() -> None:
    clock = replace(a_clock(), held_by="c")
    segments = [
        held(clock, "a", MONDAY, date(2026, 3, 4)),
        Segment(clock.id, "held", at(date(2026, 3, 4), 10), at(date(2026, 3, 4), 11), holder="b"),
    ]

    assert time_by_holder(clock, segments, REAL, date(2026, 3, 4)) == [
        Share("a", 2),
        Share("b", 0),
        Share("c", 0),
    ]


def test_a_matter_that_comes_back_is_charged_together() -> None:
    clock = replace(a_clock(), held_by="a")
    segments = [
        held(clock, "a", MONDAY, date(2026, 3, 3)),
        held(clock, "b", date(2026, 3, 3), date(2026, 3, 5)),
    ]

    assert time_by_holder(clock, segments, REAL, date(2026, 3, 6)) == [Share("a", 2), Share("b", 2)]


def test_segments_of_other_clocks_are_not_looked_at() -> None:
    clock, other = a_clock(), a_clock()

    assert time_by_holder(clock, [held(other, "x", MONDAY, date(2026, 3, 9))], REAL, MONDAY) == [
        Share("city/office-1", 0)
    ]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.integers(0, 40))
def test_all_days_are_charged_to_somebody(steps: list[int], until: int) -> None:
    clock = replace(a_clock(SIXTY_DAYS), held_by="last")
    days = [MONDAY + timedelta(days=sum(steps[: n + 1])) for n in range(len(steps))]
    segments = [held(clock, f"h{n}", MONDAY, day) for n, day in enumerate(days)]

    shares = time_by_holder(clock, segments, REAL, MONDAY + timedelta(days=until))

    assert sum(share.days for share in shares) == until


async def test_the_database_gives_the_segments_that_charge_each_holder(database: Database) -> None:
    object_id = await started(database, PAUSING)
    async with database.transaction() as tx:
        await store.hand_over(tx, object_id, "city/office-2", at=at(date(2026, 3, 5)))
    async with database.transaction() as tx:
        await pause(tx, object_id, PAUSING, at=at(date(2026, 3, 7)), ground="hearing")
    async with database.transaction() as tx:
        await resume(tx, object_id, PAUSING, at=at(date(2026, 3, 10)), calendar=REAL)

    clock = await only_clock(database, object_id)
    async with database.reader() as reader:
        segments = await segments_of(reader, [clock.id])

    assert time_by_holder(clock, segments, REAL, date(2026, 3, 12)) == [
        Share("city/office-1", 3),
        Share("city/office-2", 4),
    ]


async def test_an_open_pause_charges_nobody(database: Database) -> None:
    object_id = await started(database, PAUSING)
    async with database.transaction() as tx:
        await pause(tx, object_id, PAUSING, at=at(date(2026, 3, 7)), ground="hearing")

    clock = await only_clock(database, object_id)
    async with database.reader() as reader:
        segments = await segments_of(reader, [clock.id])

    assert time_by_holder(clock, segments, REAL, date(2026, 4, 30)) == [Share("city/office-1", 4)]
