"""What reports of a period tell: typical, rising and concentrated problems. Pure: counts in, findings out.

Rule: R-A7, RPT Art 31; periods compare as 17.2 says. The thresholds are defaults of this product (P).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum, auto


class Dimension(StrEnum):
    """By what reports are counted. A unit is an organisation's code, never a name somebody wrote."""

    PROBLEM = auto()
    FIELD = auto()
    REGION = auto()
    UNIT = auto()
    CHANNEL = auto()


class Kind(StrEnum):
    """What a count tells: 典型、苗头、集中."""

    TYPICAL = auto()
    RISING = auto()
    CONCENTRATED = auto()


@dataclass(frozen=True, slots=True)
class Tally:
    """Reports of one code in the period and in the same period a year before; `confirmed` turned out true."""

    dimension: Dimension
    code: str
    count: int
    last: int = 0
    confirmed: int = 0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a count tells something."""

    typical_share: int = 20
    typical_count: int = 5
    rising_growth: int = 50
    rising_count: int = 3
    concentrated_count: int = 5
    recommended_confirmed: int = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling; `recommend` where a unit draws many reports and problems were confirmed."""

    kind: Kind
    dimension: Dimension
    code: str
    count: int
    last: int
    growth: int | None
    share: int
    recommend: bool = False


USUAL = Thresholds()


def growth(this: int, last: int) -> int | None:
    """Return year on year in whole per cent, rounded half up; None where there was nothing before. Rule: 17.2."""
    return percent(this - last, last)


def percent(part: int, whole: int) -> int | None:
    """Return a share in whole per cent, half up; None of nothing."""
    if not whole:
        return None
    return int((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP))


def findings(tallies: Iterable[Tally], total: int, limits: Thresholds = USUAL) -> list[Finding]:
    """Return what is typical, rising and concentrated, the greatest first; `total` are all reports of the period."""
    found = [
        _finding(kind, tally, total, limits)
        for tally in tallies
        for kind in kinds_of(tally, total, limits)
    ]  # fmt: skip
    order: Sequence[Kind] = tuple(Kind)
    return sorted(found, key=lambda one: (order.index(one.kind), -one.count, one.dimension, one.code))


def kinds_of(tally: Tally, total: int, limits: Thresholds = USUAL) -> list[Kind]:
    """Say what one count tells. A code nobody knew a year ago rises too, once it is no single case.

    How reports came is counted, and tells of no problem.
    """
    if tally.dimension is Dimension.CHANNEL:
        return []
    found = []
    share, grown = percent(tally.count, total) or 0, growth(tally.count, tally.last)
    by_problem = tally.dimension in (Dimension.PROBLEM, Dimension.FIELD)
    if by_problem and tally.count >= limits.typical_count and share >= limits.typical_share:
        found.append(Kind.TYPICAL)
    if tally.count >= limits.rising_count and (grown is None or grown >= limits.rising_growth):
        found.append(Kind.RISING)
    if tally.dimension is Dimension.UNIT and tally.count >= limits.concentrated_count:
        found.append(Kind.CONCENTRATED)
    return found


def _finding(kind: Kind, tally: Tally, total: int, limits: Thresholds) -> Finding:
    return Finding(
        kind, tally.dimension, tally.code, tally.count, tally.last, growth(tally.count, tally.last),
        percent(tally.count, total) or 0,
        recommend=kind is Kind.CONCENTRATED and tally.confirmed >= limits.recommended_confirmed,
    )  # fmt: skip
