"""When units are visited, and which visits come too close to each other.

Rule: E2, no second check of one unit within the configured months.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Booking:
    """A task will be at a unit, or was, from a day to a day."""

    task_id: UUID
    unit: str
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class Clash:
    """Two visits of one unit that are less than the configured months apart."""

    unit: str
    first: Booking
    second: Booking


def months_after(day: date, months: int) -> date:
    """Return the same day number so many months later, or the last day of that month. Rule: 1.3."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def too_close(one: Booking, other: Booking, months: int) -> bool:
    """Say whether two tasks would be at one unit at once, or one less than `months` after the other."""
    if one.task_id == other.task_id or one.unit != other.unit:
        return False
    first, second = (one, other) if one.from_on <= other.from_on else (other, one)
    return second.from_on < months_after(first.to_on, months)


def clashes(bookings: Iterable[Booking], months: int) -> list[Clash]:
    """Return every pair that is too close, by unit and day."""
    found: list[Clash] = []
    ordered = sorted(bookings, key=lambda one: (one.unit, one.from_on, one.to_on, one.task_id))
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if second.unit != first.unit:
                break
            if too_close(first, second, months):
                found.append(Clash(first.unit, first, second))
    return found
