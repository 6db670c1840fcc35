"""Periods end where counting day by day with one's finger on the wall calendar says they end."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.calendar import Calendar
from shared.clock import ZONE
from shared.clocks.counting import day_begins, day_of, due_on, due_soon_on, ends_after_hours, ends_at
from shared.clocks.rules import CD, HR, MO, QUARTER, WD, Unit

from tests.support.calendars import real_calendar

ONE = timedelta(days=1)
TRIGGERS = st.dates(date(2004, 1, 1), date(2025, 6, 30))
REAL = real_calendar()


def wall_calendar_working_days(start: date, amount: int) -> date:
    """Tick off worked days after the trigger, asking the published calendar itself."""
    day, ticked = start, 0
    while ticked < amount:
        day += ONE
        if chinese_calendar.is_workday(day):
            ticked += 1
    return day


def wall_calendar_roll(day: date) -> date:
    while not chinese_calendar.is_workday(day):
        day += ONE
    return day


@settings(max_examples=500)
@given(TRIGGERS, st.integers(1, 120))
def test_working_days_end_where_ticking_them_off_ends(start: date, amount: int) -> None:
    due = due_on(start, amount, WD, REAL)

    assert due.on == wall_calendar_working_days(start, amount)
    assert not due.provisional


@settings(max_examples=500)
@given(TRIGGERS, st.integers(1, 400))
def test_calendar_days_count_every_day_and_never_end_on_a_day_off(start: date, amount: int) -> None:
    last = start
    for _ in range(amount):
        last += ONE

    assert due_on(start, amount, CD, REAL).on == wall_calendar_roll(last)


@settings(max_examples=500)
@given(TRIGGERS, st.integers(1, 18))
def test_months_end_on_the_same_day_or_the_last_of_the_month(start: date, amount: int) -> None:
    first = start.replace(day=1)
    for _ in range(amount):
        first = (first + timedelta(days=31)).replace(day=1)
    last = first.replace(day=min(start.day, monthrange(first.year, first.month)[1]))

    assert due_on(start, amount, MO, REAL).on == wall_calendar_roll(last)


@given(TRIGGERS, st.integers(1, 60), st.integers(0, 30), st.integers(1, 30))
def test_paused_days_are_simply_not_there(start: date, amount: int, wait: int, length: int) -> None:
    pause = (start + ONE * wait, start + ONE * (wait + length))
    day, ticked = start, 0
    while ticked < amount:
        day += ONE
        if chinese_calendar.is_workday(day) and not pause[0] <= day < pause[1]:
            ticked += 1

    assert due_on(start, amount, WD, REAL, pauses=(pause,)).on == day


@given(TRIGGERS, st.integers(31, 90), st.integers(0, 30), st.integers(1, 30))
def test_a_pause_lengthens_calendar_days_by_its_days(
    start: date, amount: int, wait: int, length: int
) -> None:
    pause = (start + ONE * (wait + 1), start + ONE * (wait + 1 + length))

    paused = due_on(start, amount, CD, REAL, pauses=(pause,))

    assert paused.on == wall_calendar_roll(start + ONE * (amount + length))


@given(TRIGGERS, st.integers(1, 90), st.sampled_from([WD, CD]))
def test_a_longer_period_never_ends_earlier(start: date, amount: int, unit: Unit) -> None:
    assert due_on(start, amount, unit, REAL).on <= due_on(start, amount + 1, unit, REAL).on


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        # over the Spring Festival of 2026 (15 to 23 February off, 14 and 28 February worked)
        (date(2026, 2, 10), 5, WD, date(2026, 2, 24)),
        (date(2026, 2, 10), 15, WD, date(2026, 3, 9)),
        # a make-up Saturday is a working day: it counts, and a period may end on it
        (date(2026, 2, 13), 1, WD, date(2026, 2, 14)),
        (date(2026, 2, 27), 1, CD, date(2026, 2, 28)),
        # the last day is a holiday, then a plain weekend: on to the first working day after it
        (date(2026, 1, 18), 30, CD, date(2026, 2, 24)),
        (date(2026, 3, 5), 30, CD, date(2026, 4, 7)),
        (date(2026, 3, 13), 15, CD, date(2026, 3, 30)),
        # no such day in the month: its last day
        (date(2025, 10, 31), 1, MO, date(2025, 12, 1)),
        (date(2024, 1, 31), 1, MO, date(2024, 2, 29)),
        (date(2025, 12, 31), 2, MO, date(2026, 2, 28)),
        (date(2025, 7, 15), 6, MO, date(2026, 1, 15)),
        (date(2025, 3, 3), 12, MO, date(2026, 3, 3)),
        # the quarter of the trigger
        (date(2026, 1, 1), 1, QUARTER, date(2026, 3, 31)),
        (date(2026, 6, 30), 1, QUARTER, date(2026, 6, 30)),
        # the same day, also on a day off
        (date(2026, 2, 17), 0, CD, date(2026, 2, 17)),
    ],
)
def test_known_periods(start: date, amount: int, unit: Unit, expected: date) -> None:
    assert due_on(start, amount, unit, REAL).on == expected


def test_hours_have_no_due_day_but_an_instant() -> None:
    with pytest.raises(ValueError, match="instant"):
        due_on(date(2026, 1, 1), 24, HR, REAL)

    started = datetime(2026, 2, 16, 23, 30, tzinfo=ZONE)
    assert ends_after_hours(started, 24) == datetime(2026, 2, 17, 23, 30, tzinfo=ZONE)


def test_hours_run_through_the_change_to_summer_time() -> None:
    started = datetime(1988, 4, 16, 12, 0, tzinfo=ZONE)

    ended = ends_after_hours(started, 24)

    assert ended - started.astimezone(UTC) == timedelta(hours=24)
    assert ended.astimezone(ZONE).hour == 13


def test_a_day_ends_at_midnight_in_shanghai_also_in_summer_time() -> None:
    assert ends_at(date(2026, 3, 2)) == datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
    assert ends_at(date(1988, 7, 1)) == datetime(1988, 7, 1, 15, 0, tzinfo=UTC)


@given(st.dates(date(1985, 1, 1), date(2030, 1, 1)))
def test_every_day_begins_where_the_day_before_ends(day: date) -> None:
    assert ends_at(day - ONE) == day_begins(day)
    assert day_of(day_begins(day)) == day
    assert day_of(day_begins(day) - timedelta(seconds=1)) == day - ONE


class TestAYearWithoutACalendar:
    def test_working_days_that_reach_it_are_provisional(self) -> None:
        due = due_on(date(2026, 12, 28), 15, WD, REAL)

        assert due.on == date(2027, 1, 18)  # by weekday alone
        assert due.provisional
        assert due.calendar_version == "2026.1+2027.0"

    def test_calendar_days_are_judged_by_their_last_day_alone(self) -> None:
        assert due_on(date(2026, 12, 1), 60, CD, REAL).provisional
        assert not due_on(date(2026, 12, 1), 30, CD, REAL).provisional

    def test_a_period_in_known_years_names_the_editions_it_rests_on(self) -> None:
        assert due_on(date(2025, 12, 25), 15, WD, REAL).calendar_version == "2025.1+2026.1"
        assert due_on(date(2025, 12, 1), 60, CD, REAL).calendar_version == "2026.1"

    def test_an_empty_calendar_counts_weekdays(self) -> None:
        due = due_on(date(2026, 2, 13), 5, WD, Calendar())

        assert (due.on, due.provisional) == (date(2026, 2, 20), True)


class TestDueSoon:
    def test_fifteen_working_days_warn_when_three_are_left(self) -> None:
        start = date(2026, 3, 2)
        due = due_on(start, 15, WD, REAL).on

        assert REAL.working_days(due_soon_on(start, due, 15, WD, REAL), due) == 3

    def test_a_short_period_warns_one_working_day_before(self) -> None:
        assert due_soon_on(date(2026, 3, 6), date(2026, 3, 9), 1, WD, REAL) == date(2026, 3, 6)
        assert due_soon_on(date(2026, 3, 3), date(2026, 3, 4), 1, CD, REAL) == date(2026, 3, 3)

    def test_a_warning_is_given_on_a_working_day_before_days_off(self) -> None:
        # due on the first day after the Spring Festival: warned before it, not during it
        assert due_soon_on(date(2026, 2, 20), date(2026, 2, 24), 4, CD, REAL) == date(2026, 2, 20)
        assert due_soon_on(date(2026, 2, 9), date(2026, 2, 24), 15, CD, REAL) == date(2026, 2, 14)

    @given(TRIGGERS, st.integers(1, 90), st.sampled_from([WD, CD]))
    def test_at_most_a_fifth_is_left_unless_it_is_the_last_working_day(
        self, start: date, amount: int, unit: Unit
    ) -> None:
        due = due_on(start, amount, unit, REAL).on

        soon = due_soon_on(start, due, amount, unit, REAL)

        left = REAL.working_days(soon, due) if unit is WD else (due - soon).days
        whole = amount if unit is WD else (due - start).days
        assert start <= soon <= due
        assert left * 5 <= whole or REAL.working_days(soon, due) <= 1
