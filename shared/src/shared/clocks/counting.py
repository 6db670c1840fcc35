"""Arithmetic of periods. Pure: days in, days out; the calendar is an argument.

Rule: 1.3, after the Civil Code's rules on periods. The trigger day is not counted; a limit ends at 24:00 in
Asia/Shanghai; months end on the same day number or the month's last day; a limit in calendar days or months
that would end on a day off ends on the first working day after it. A day off is any day that is not worked,
a plain weekend included: the Code's 法定休假日 covers weekly rest days. A make-up Saturday is a working day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from shared.calendar.days import Calendar
from shared.clock import ZONE
from shared.clocks.rules import Unit

_ONE = timedelta(days=1)
PAUSE = tuple[date, date]
"""First day that is not counted, and the first day that counts again."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period. `provisional` when a year it rests on has no published calendar yet."""

    on: date
    provisional: bool
    calendar_version: str


def due_on(
    start: date, amount: int, unit: Unit, calendar: Calendar, *, pauses: tuple[PAUSE, ...] = ()
) -> Due:
    """Return the last day of a period that was triggered on `start`.

    Days inside `pauses` are not counted. 0 calendar days is the trigger day itself, day off or not.
    Raises: ValueError for hours, which end at an instant (`ends_after_hours`).
    """
    if unit is Unit.WORKING_DAY:
        on = _nth_working_day(start, amount, calendar, pauses)
        first = start + _ONE
    elif amount == 0:
        return Due(start, provisional=False, calendar_version=calendar.version(start, start))
    else:
        first = _nominal_end(start, amount, unit) + _paused_days(start, pauses)
        on = calendar.working_day_on_or_after(first)
    return _due(first, on, calendar)


def ends_at(on: date) -> datetime:
    """Return the instant a day ends, 24:00 in Asia/Shanghai, in UTC."""
    return day_begins(on + _ONE)


def day_begins(on: date) -> datetime:
    """Return the instant a day begins in Asia/Shanghai, in UTC. Summer time of 1986 to 1991 included."""
    return datetime.combine(on, time.min, ZONE).astimezone(UTC)


def day_of(at: datetime) -> date:
    """Return the day of an instant in Asia/Shanghai."""
    return at.astimezone(ZONE).date()


def ends_after_hours(started_at: datetime, hours: int) -> datetime:
    """Return the end of a period of hours: it starts at once and never stops."""
    return started_at.astimezone(UTC) + timedelta(hours=hours)


def due_soon_on(start: date, due: date, amount: int, unit: Unit, calendar: Calendar) -> date:
    """Return the first day on which, itself not counted, a fifth of the period is left.

    At least one working day is left. Never earlier than the trigger day.
    """
    if unit is Unit.WORKING_DAY:
        soon = calendar.working_day_before(due, max(1, amount // 5))
    else:
        fifth = due - (due - start) // 5
        soon = min(fifth, calendar.working_day_before(due, 1))
    return max(start, soon)


def _due(first: date, on: date, calendar: Calendar) -> Due:
    """Judge a result that rests on the days from `first` to `on`."""
    first = min(first, on)
    known = all(calendar.knows(year) for year in range(first.year, on.year + 1))
    return Due(on, provisional=not known, calendar_version=calendar.version(first, on))


def _nth_working_day(start: date, amount: int, calendar: Calendar, pauses: tuple[PAUSE, ...]) -> date:
    day = start
    while amount:
        day += _ONE
        amount -= calendar.is_working_day(day) and not _is_paused(day, pauses)
    return day


def _is_paused(day: date, pauses: tuple[PAUSE, ...]) -> bool:
    return any(begin <= day < end for begin, end in pauses)


def _paused_days(start: date, pauses: tuple[PAUSE, ...]) -> timedelta:
    """Sum the days off the count after `start`; pauses of one clock never overlap."""
    return sum((max(end - max(begin, start + _ONE), timedelta()) for begin, end in pauses), timedelta())


def _nominal_end(start: date, amount: int, unit: Unit) -> date:
    """Return the last day before days off are looked at."""
    if unit is Unit.CALENDAR_DAY:
        return start + timedelta(days=amount)
    if unit is Unit.MONTH:
        return months_later(start, amount)
    if unit is Unit.QUARTER:
        return _end_of_quarter(start, amount)
    raise ValueError(f"{unit} periods end at an instant, not on a day")


def months_later(start: date, count: int) -> date:
    """Return the same day number so many months later, or that month's last day; days off are not looked at."""
    year, month0 = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(start.day, last))


def _end_of_quarter(start: date, count: int) -> date:
    """Return the last day of the `count`-th calendar quarter; the quarter of `start` is the first."""
    first_month = (start.month - 1) // 3 * 3 + 1
    return months_later(date(start.year, first_month, 1), 3 * count) - _ONE
