"""How hard a matter is chased: three levels, what each needs, whom each tells, and when it is reminded of.

Rule: A8, B4, B9. Days and levels are defaults of this product (P).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from types import MappingProxyType

from shared.directory.paths import organ_of

ADDRESSED = "addressed"
"""Capacity of the organisation that must answer."""
INFORMED = "informed"
"""Capacity of those above it who are told because the matter was chased harder."""


class Level(StrEnum):
    """How hard, in rising order."""

    GREEN = auto()
    YELLOW = auto()
    RED = auto()


@dataclass(frozen=True, slots=True)
class Grade:
    """What a level needs: signatures, working days to answer, and every how many days it is reminded of once late."""

    signs: tuple[str, ...]
    within: int
    remind_every: int


# fmt: off
GRADES: MappingProxyType[Level, Grade] = MappingProxyType({
    Level.GREEN:  Grade(("S1",),      within=10, remind_every=3),
    Level.YELLOW: Grade(("S2",),      within=5,  remind_every=2),
    Level.RED:    Grade(("S2", "S3"), within=3,  remind_every=1),
})
# fmt: on


def above(level: Level) -> Level | None:
    """Return the next harder level; None above red, where a talk or a formal suggestion follows."""
    order = tuple(Level)
    position = order.index(level) + 1
    return order[position] if position < len(order) else None


def rises(level: Level, earlier: Level | None) -> bool:
    """Say whether a level is harder than the hardest so far."""
    return earlier is None or tuple(Level).index(level) > tuple(Level).index(earlier)


def audience(level: Level, to: str) -> tuple[str, ...]:
    """Return the paths of who is told, the addressee first: with yellow its organ too, with red the organ above that."""
    organ = organ_of(to)
    superior = organ.rpartition(":")[0]
    told = {Level.GREEN: (), Level.YELLOW: (organ,), Level.RED: (organ, superior)}[level]
    return tuple(dict.fromkeys([to, *(path for path in told if path)]))


def is_reminded(level: Level, issued_on: date, due_on: date, last_on: date | None, today: date) -> bool:
    """Say whether a reminder is due today: one half-way, one the day before, then as often as the level says.

    After days without a worker one reminder goes out, not all that were missed.
    """
    since = last_on or issued_on
    return any(since < day <= today for day in _days(GRADES[level].remind_every, issued_on, due_on, today))


def _days(every: int, issued_on: date, due_on: date, today: date) -> Iterator[date]:
    yield issued_on + (due_on - issued_on) / 2
    yield due_on - timedelta(days=1)
    late = due_on + timedelta(days=1)
    while late <= today:
        yield late
        late += timedelta(days=every)
