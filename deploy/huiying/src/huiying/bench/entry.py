"""What an entry of the bench is: what is measured, against what, and what is aimed for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from huiying.bench.bench import Bench

SHARE, TIMES, MS, PER_S, EACH = "%", "×", "ms", "/s", ""
"""Units: a share of one, a multiple, milliseconds, how many a second, a number."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A bound a figure should keep to."""

    bound: float
    is_most: bool

    def is_met_by(self, value: float) -> bool:
        """Say whether a figure keeps to it."""
        return value <= self.bound if self.is_most else value >= self.bound


def at_most(bound: float) -> Aim:
    """Return the aim of not exceeding a bound."""
    return Aim(bound, is_most=True)


def at_least(bound: float) -> Aim:
    """Return the aim of reaching a bound."""
    return Aim(bound, is_most=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure an entry gives; without an aim it is only told."""

    name: str
    unit: str
    aim: Aim | None
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured: a figure's value, and the readings of the same run it was made of."""

    figure: str
    value: float
    of: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is measured. `measure` yields a reading for each figure, and sets its own stage."""

    name: str
    zh: str
    en: str
    figures: tuple[Figure, ...]
    measure: Callable[[Bench], Iterator[Reading]]
