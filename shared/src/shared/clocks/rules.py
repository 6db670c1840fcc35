"""What a deadline is, and the readable table of a service's deadlines. No arithmetic here.

DeadlineError
├── UnknownDeadline   no such id in this service's table
└── FixedByLaw        an amount that a regulation fixes cannot be configured
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Literal


class DeadlineError(Exception):
    """Anything this module raises."""


class UnknownDeadline(DeadlineError):
    """No deadline with this id in the service's table."""


class FixedByLaw(DeadlineError):
    """The amount is fixed by a regulation and cannot be set by configuration."""


class Unit(StrEnum):
    """What an amount counts. Rule: 1.3."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    HOUR = "hour"
    QUARTER = "quarter"


WD, CD, MO, HR, QUARTER = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH, Unit.HOUR, Unit.QUARTER

Confidence = Literal["H✔", "H", "M", "L", "P", "S"]
Approver = Literal["S1", "S2", "S3", "S4", "S5", "S6", "S7"]

CONFIGURABLE: frozenset[Confidence] = frozenset({"M", "L", "P"})


@dataclass(frozen=True, slots=True)
class Extension:
    """How far a deadline may be moved: at most `amount` of its own unit each time, `times` times.

    `approver` is the level that signs. `tell_reporter` when the petitioner must be told why.
    """

    amount: int
    approver: Approver
    times: int = 1
    tell_reporter: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """One limit: so much time from a trigger until an act.

    `trigger` names the fact whose day is not counted. `pauses` names the ground on which the clock may stand
    still; empty means never. `is_window` marks a right that lapses rather than a duty that falls overdue.
    `by_regime` holds amounts of older legal regimes. `basis` is the article, `confidence` how sure it is.
    """

    id: str
    amount: int
    unit: Unit
    trigger: str
    basis: str
    confidence: Confidence
    act_zh: str
    act_en: str
    extension: Extension | None = None
    pauses: str = ""
    is_window: bool = False
    configurable: bool = False
    by_regime: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a row that contradicts itself. Raises: ValueError."""
        if self.amount < 0 or (self.amount == 0 and self.unit is not CD):
            raise ValueError(f"{self.id}: only a calendar-day limit may be 0, the same day")
        if self.pauses and self.unit is HR:
            raise ValueError(f"{self.id}: hours never stop")

    @property
    def may_configure(self) -> bool:
        """Say whether a deployment may set another amount."""
        return self.configurable or self.confidence in CONFIGURABLE

    def under(self, regime: str) -> Deadline:
        """Return the deadline as an older regime has it; itself when that regime says nothing else."""
        return replace(self, amount=self.by_regime.get(regime, self.amount))


class Deadlines(Mapping[str, Deadline]):
    """A service's deadlines by id, in the order of its table.

    Raises: ValueError when two rows have one id.
    """

    def __init__(self, *rows: Deadline) -> None:
        self._rows = MappingProxyType({row.id: row for row in rows})
        if len(self._rows) != len(rows):
            raise ValueError("two deadlines with one id")

    def __getitem__(self, rule: str) -> Deadline:
        """Return a deadline. Raises: UnknownDeadline."""
        try:
            return self._rows[rule]
        except KeyError:
            raise UnknownDeadline(rule) from None

    def __contains__(self, rule: object) -> bool:
        return rule in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def with_amounts(self, amounts: Mapping[str, int]) -> Deadlines:
        """Return the table with a deployment's own amounts; running clocks keep theirs.

        Raises: UnknownDeadline, FixedByLaw.
        """
        for rule in amounts:
            if not self[rule].may_configure:
                raise FixedByLaw(rule)
        return Deadlines(*(replace(row, amount=amounts.get(row.id, row.amount)) for row in self.values()))


def as_json(row: Deadline) -> dict[str, object]:
    """Return a deadline as `GET` answers show it."""
    extension = row.extension
    return {
        "id": row.id,
        "amount": row.amount,
        "unit": row.unit.value,
        "trigger": row.trigger,
        "act": {"zh": row.act_zh, "en": row.act_en},
        "basis": row.basis,
        "confidence": row.confidence,
        "extension": extension
        and {"amount": extension.amount, "times": extension.times, "approver": extension.approver},
        "pauses": row.pauses,
        "is_window": row.is_window,
        "configurable": row.may_configure,
        "by_regime": dict(row.by_regime),
    }
