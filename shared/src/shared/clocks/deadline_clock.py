"""One running deadline of one object, as a frozen value. Pure: how it begins, what it says at an instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4

from shared.calendar.days import Calendar
from shared.clocks.counting import Due, day_begins, day_of, due_on, due_soon_on, ends_after_hours, ends_at
from shared.clocks.rules import Deadline, Unit


class ClockState(StrEnum):
    """Where a clock stands. Rule: 1.3."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met_late"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


TICKING = (ClockState.RUNNING, ClockState.EXTENDED, ClockState.DUE_SOON)
OPEN = (*TICKING, ClockState.OVERDUE, ClockState.SUSPENDED)


@dataclass(frozen=True, slots=True)
class DeadlineClock:
    """A row of `clocks`. `amount` includes granted extensions; `fixed` when a letter wrote the date.

    Only hour clocks know the instant they started; day clocks start with their trigger day, so that a row
    tells nothing about when a reporter wrote.
    """

    id: UUID
    object_type: str
    object_id: UUID
    rule: str
    trigger_on: date
    started_at: datetime
    amount: int
    unit: Unit
    due_on: date
    soon_at: datetime
    ends_at: datetime
    state: ClockState
    provisional: bool
    calendar_version: str
    fixed: bool
    is_window: bool
    extensions: int
    held_by: str
    held_since: datetime
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the duty still stands."""
        return self.state in OPEN

    def state_at(self, now: datetime) -> ClockState:
        """Return the state as it is now, also when no worker has recorded the change yet."""
        return state_now(self.state, self.soon_at, self.ends_at, is_window=self.is_window, now=now)


def state_now(
    recorded: ClockState, soon_at: datetime, ends_at: datetime, *, is_window: bool, now: datetime
) -> ClockState:
    """Return the state of a clock that was recorded in a state and has these moments."""
    if recorded not in TICKING:
        return recorded
    if now >= ends_at:
        return ClockState.CANCELLED if is_window else ClockState.OVERDUE
    return ClockState.DUE_SOON if now >= soon_at and not is_window else recorded


@dataclass(frozen=True, slots=True)
class Limits:
    """The three moments of a clock that follow from its period."""

    due: Due
    soon_at: datetime
    ends_at: datetime


@lru_cache(maxsize=1024)  # many matters begin on one day, and taking one in must be quick
def limits(
    trigger_on: date,
    amount: int,
    unit: Unit,
    calendar: Calendar,
    *,
    pauses: tuple[tuple[date, date], ...] = (),
) -> Limits:
    """Return due day, first moment of `due_soon` and end of a period in days, months or quarters."""
    due = due_on(trigger_on, amount, unit, calendar, pauses=pauses)
    soon = due_soon_on(trigger_on, due.on, amount, unit, calendar)
    return Limits(due, day_begins(soon), ends_at(due.on))


def begin(
    rule: Deadline,
    *,
    object_type: str,
    object_id: UUID,
    trigger_on: date,
    held_by: str,
    calendar: Calendar,
    written_due_on: date | None = None,
    started_at: datetime | None = None,
) -> DeadlineClock:
    """Return a new clock. `written_due_on` is the date a letter sets, which stands as written.

    Raises: ValueError for hours without `started_at`, and for a written date before the trigger.
    """
    unit, amount = rule.unit, rule.amount
    if unit is Unit.HOUR:
        span = _limits_of_hours(started_at, amount)
    elif written_due_on is not None:
        unit, amount = Unit.CALENDAR_DAY, (written_due_on - trigger_on).days
        span = _limits_as_written(trigger_on, written_due_on, calendar)
    else:
        span = limits(trigger_on, amount, unit, calendar)
    since = started_at if unit is Unit.HOUR and started_at else day_begins(trigger_on)
    return DeadlineClock(
        id=uuid4(), object_type=object_type, object_id=object_id, rule=rule.id, is_window=rule.is_window,
        trigger_on=trigger_on, started_at=since, amount=amount, unit=unit, fixed=written_due_on is not None,
        due_on=span.due.on, provisional=span.due.provisional, calendar_version=span.due.calendar_version,
        soon_at=span.soon_at, ends_at=span.ends_at, state=ClockState.RUNNING, extensions=0,
        held_by=held_by, held_since=since,
    )  # fmt: skip


def wire(clock: DeadlineClock, now: datetime) -> dict[str, Any]:
    """Return a clock as answers show it."""
    return {
        "rule": clock.rule,
        "due_on": clock.due_on,
        "amount": clock.amount,
        "unit": clock.unit.value,
        "state": clock.state_at(now).value,
        "provisional": clock.provisional,
        "calendar_version": clock.calendar_version,
        "held_by": clock.held_by,
    }


def _limits_of_hours(started_at: datetime | None, hours: int) -> Limits:
    if started_at is None:
        raise ValueError("hours run from an instant")
    end = ends_after_hours(started_at, hours)
    due = Due(day_of(end), provisional=False, calendar_version="")
    return Limits(due, end - (end - started_at) / 5, end)


def _limits_as_written(trigger_on: date, due: date, calendar: Calendar) -> Limits:
    if due < trigger_on:
        raise ValueError(f"{due} is before the trigger {trigger_on}")
    soon = due_soon_on(trigger_on, due, (due - trigger_on).days, Unit.CALENDAR_DAY, calendar)
    version = calendar.version(due, due)
    return Limits(Due(due, provisional=False, calendar_version=version), day_begins(soon), ends_at(due))
