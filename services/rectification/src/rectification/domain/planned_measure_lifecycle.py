"""The life of a measure in the calendar of daily supervision: planned, then carried out or cancelled.

A recurring one is followed by the next as soon as its day has come, whether or not it was carried out.

Rule: chapter 7 of the book of rules, F9; 18.8.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

COORDINATING = "coordinating"
"""Capacity of the inspection office, which sees the calendars of all who supervise."""


class PlannedMeasureState(StrEnum):
    """Where a planned measure stands."""

    PLANNED = auto()
    CARRIED_OUT = auto()
    CANCELLED = auto()


class PlannedMeasureAction(StrEnum):
    """What can be done with a planned measure."""

    RESCHEDULE = auto()
    CARRY_OUT = auto()
    CANCEL = auto()


class Recurrence(StrEnum):
    """How often a planned measure comes again."""

    NONE = auto()
    WEEKLY = auto()
    MONTHLY = auto()
    QUARTERLY = auto()


@dataclass(frozen=True, slots=True)
class PlannedMeasureFacts:
    """What the guards look at."""

    day_is_ahead: bool = True


day_is_ahead = Guard("day_not_ahead", lambda f: f.day_is_ahead)

S, A = PlannedMeasureState, PlannedMeasureAction
SUPERVISORS = by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, Role.INSPECTION_OFFICE)

LABELS = {
    S.PLANNED: ("已计划", "Planned"),
    S.CARRIED_OUT: ("已开展", "Carried out"),
    S.CANCELLED: ("已取消", "Cancelled"),
    A.RESCHEDULE: ("改期", "Reschedule"),
    A.CARRY_OUT: ("登记开展", "Carry out"),
    A.CANCEL: ("取消", "Cancel"),
}

# fmt: off
PLANNED_MEASURE = Lifecycle(
    name="planned_measure", title=("监督计划", "Planned supervision measure"), initial=S.PLANNED,
    final=[S.CARRIED_OUT, S.CANCELLED], labels=LABELS, rows=[
    Row("F9", (S.PLANNED,), A.RESCHEDULE, S.PLANNED,     SUPERVISORS, needs=(day_is_ahead,)),
    Row("F9", (S.PLANNED,), A.CARRY_OUT,  S.CARRIED_OUT, (SYSTEM,)),
    Row("F9", (S.PLANNED,), A.CANCEL,     S.CANCELLED,   SUPERVISORS),
])
# fmt: on


def is_late(state: str, planned_on: date, today: date) -> bool:
    """Say whether a measure's day has passed, and it was neither carried out nor cancelled."""
    return state == S.PLANNED and planned_on < today


def comes_again(day: date, recurrence: str, anchor: int, last: date) -> Iterator[date]:
    """Yield the days after `day` on which a recurring measure comes again, `last` included."""
    following = next_day(day, recurrence, anchor)
    while following is not None and following <= last:
        yield following
        following = next_day(following, recurrence, anchor)


_MONTHS = {Recurrence.MONTHLY: 1, Recurrence.QUARTERLY: 3}


def next_day(day: date, recurrence: str, anchor: int) -> date | None:
    """Return the day a recurring measure comes again, None for one that does not.

    `anchor` is the day of the month the series began on, so that the 31st comes back after a short month.
    """
    if recurrence == Recurrence.WEEKLY:
        return day + timedelta(days=7)
    months = _MONTHS.get(Recurrence(recurrence))
    if months is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(anchor, monthrange(year, month + 1)[1]))
