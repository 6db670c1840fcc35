"""The calendar in memory answers as the published one does."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
from hypothesis import given
from hypothesis import strategies as st

from shared.calendar import Calendar, DayKind

from tests.support.calendars import real_calendar

REAL = real_calendar()
DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))


@given(DAYS)
def test_a_day_is_worked_when_the_published_calendar_says_so(day: date) -> None:
    assert REAL.is_working_day(day) == chinese_calendar.is_workday(day)
    assert REAL.is_working_day(day) == (REAL.kind(day) in (DayKind.WORKDAY, DayKind.MAKEUP_WORKDAY))


@given(st.dates(date(2005, 1, 1), date(2025, 12, 31)), st.integers(0, 40))
def test_counting_forward_and_counting_between_are_inverse(day: date, count: int) -> None:
    end = REAL.working_day_after(day, count)

    assert REAL.working_days(day, end) == count


@given(st.dates(date(2005, 1, 1), date(2025, 12, 31)), st.integers(1, 40))
def test_counting_back_from_a_working_day_returns(day: date, count: int) -> None:
    start = REAL.working_day_on_or_after(day)

    assert REAL.working_day_before(REAL.working_day_after(start, count), count) == start


def test_no_working_days_lie_before_the_day_itself() -> None:
    assert REAL.working_days(date(2026, 3, 9), date(2026, 3, 9)) == 0
    assert REAL.working_days(date(2026, 3, 9), date(2026, 3, 2)) == 0


def test_an_unknown_year_is_counted_by_weekday_and_named_as_edition_zero() -> None:
    assert not REAL.knows(2027)
    assert REAL.is_working_day(
        date(2027, 2, 8)
    )  # a Monday; whether it is in the Spring Festival is not known
    assert REAL.version(date(2026, 12, 1), date(2027, 1, 31)) == "2026.1+2027.0"


def test_two_hundred_and_forty_eight_days_were_worked_in_2025() -> None:
    assert REAL.working_days(date(2024, 12, 31), date(2025, 12, 31)) == 248


def test_an_empty_calendar_knows_only_weekends() -> None:
    monday = date(2026, 2, 16)

    worked = [Calendar().is_working_day(monday + timedelta(days=n)) for n in range(7)]

    assert worked == [True] * 5 + [False] * 2
