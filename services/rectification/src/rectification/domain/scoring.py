"""How an evaluation is scored: from single marks to one figure and a grade. Pure, exact, rounded once, at the end.

    item     = the mean of its evaluators' points, or what the system computed, within 0 and the item's points
    combined = (w_daily × daily + w_central × central) ÷ (the weights of the sources that saw the item)
    total    = 100 × the sum of combined ÷ the sum of the points of the items somebody saw

An item seen in one source only is taken from that; one seen in none is left out of both sums, and listed. The total is
rounded half up to one decimal. A proved false rectification caps it at 69.9.

Rule: chapter 8, points 2 to 4 and 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

VETO_CAP = Decimal("69.9")
SPREAD_SHARE = Fraction(2, 5)
"""Evaluators further apart than this share of an item's points must discuss it."""
LEAST_EVALUATORS = 2
TENTH = Decimal("0.1")


class Grade(StrEnum):
    """A grade; 18.7, point 7."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


GRADES: tuple[tuple[Decimal, Grade], ...] = (
    (Decimal(90), Grade.EXCELLENT),
    (Decimal(80), Grade.GOOD),
    (Decimal(70), Grade.FAIR),
    (Decimal(0), Grade.POOR),
)
"""From which total on each grade is given, best first."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the two sources weigh; they need not sum to one."""

    daily: Decimal = Decimal("0.4")
    central: Decimal = Decimal("0.6")

    def of(self, source: str) -> Decimal:
        """Return the weight of `daily` or `central`."""
        return self.daily if source == "daily" else self.central


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item in the end: what each source gave, and both together. None where nobody saw it."""

    code: str
    points: int
    daily: Fraction | None
    central: Fraction | None
    combined: Fraction | None


@dataclass(frozen=True, slots=True)
class Result:
    """The whole: items in the order of the index, the total, the grade, and whether the cap was applied."""

    items: tuple[ItemScore, ...]
    total: Decimal
    grade: Grade
    capped: bool

    @property
    def unobserved(self) -> tuple[str, ...]:
        """Codes of the items nobody saw."""
        return tuple(one.code for one in self.items if one.combined is None)


class NothingObserved(ValueError):
    """Not one item was seen by anybody: there is no score."""


def mean(points: Iterable[Decimal], most: int) -> Fraction:
    """Return the mean of evaluators' points, exactly. Raises: ValueError for none, or for points out of range."""
    given = [Fraction(one) for one in points]
    if not given or any(not 0 <= one <= most for one in given):
        raise ValueError("points of an item lie between 0 and its maximum")
    return sum(given, Fraction(0)) / len(given)


def ratio(numerator: int, denominator: int, most: int) -> Fraction | None:
    """Return the points of a share the system computed; None when there was nothing to count."""
    if denominator <= 0:
        return None
    return Fraction(most) * min(max(Fraction(numerator, denominator), Fraction(0)), Fraction(1))


def is_spread(points: Iterable[Decimal], most: int) -> bool:
    """Say whether evaluators are so far apart that they must discuss the item."""
    given = [Fraction(one) for one in points]
    return len(given) > 1 and max(given) - min(given) > SPREAD_SHARE * most


def score(
    maxima: Mapping[str, int],
    daily: Mapping[str, Fraction],
    central: Mapping[str, Fraction],
    weights: Weights,
    *,
    veto: bool,
) -> Result:
    """Return the result of an index (`maxima`: points by item) from what both sources gave.

    Raises: NothingObserved.
    """
    items = tuple(
        ItemScore(code, points, seen_daily := daily.get(code), seen_central := central.get(code),
                  _combined(seen_daily, seen_central, weights))
        for code, points in maxima.items()
    )  # fmt: skip
    seen = [one for one in items if one.combined is not None]
    if not seen:
        raise NothingObserved
    gained = sum((one.combined for one in seen if one.combined is not None), Fraction(0))
    total = rounded(100 * gained / sum(one.points for one in seen))
    capped = veto and total > VETO_CAP
    total = VETO_CAP if capped else total
    return Result(items, total, grade_of(total), capped)


def _combined(daily: Fraction | None, central: Fraction | None, weights: Weights) -> Fraction | None:
    seen = [
        (one, Fraction(weight))
        for one, weight in ((daily, weights.daily), (central, weights.central))
        if one is not None
    ]
    whole = sum((weight for _, weight in seen), Fraction(0))
    return sum((one * weight for one, weight in seen), Fraction(0)) / whole if whole else None


def rounded(value: Fraction) -> Decimal:
    """Round half up to one decimal: the one place where a score is rounded."""
    tenths = value * 10
    whole, rest = divmod(tenths.numerator, tenths.denominator)
    return (Decimal(whole + (2 * rest >= tenths.denominator)) * TENTH).quantize(TENTH, ROUND_HALF_UP)


def grade_of(total: Decimal) -> Grade:
    """Return the grade of a total. Rule: chapter 8, point 7."""
    return next(grade for least, grade in GRADES if total >= least)
