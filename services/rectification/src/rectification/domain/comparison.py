"""Confirmed evaluations set beside each other: points by dimension, ranks, and what changed since the round before.

What nobody could observe is left out of a dimension as it is of the total: shares are compared, not sums.

Rule: chapter 8, points 2 and 8.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from rectification.domain.evaluation_index import EvaluationIndex
from rectification.domain.scoring import rounded


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """What was reached in a dimension, of the points somebody saw; `rate` is per cent, None where nobody saw any."""

    code: str
    name_zh: str
    name_en: str
    points: int
    gained: Decimal
    rate: Decimal | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A confirmed evaluation with its dimensions."""

    evaluation_id: UUID
    inspected_organization_id: UUID
    round_id: UUID
    earlier_id: UUID | None
    organisation_path: str
    index_code: str
    index_version: str
    total: Decimal
    grade: str
    confirmed_on: date
    dimensions: tuple[DimensionScore, ...]

    def measure(self, dimension: str | None) -> Decimal | None:
        """Return what is compared: the total, or the per cent of one dimension."""
        if dimension is None:
            return self.total
        return next((one.rate for one in self.dimensions if one.code == dimension), None)


def dimension_scores(
    index: EvaluationIndex, items: Iterable[Mapping[str, Any]], without: Collection[str] = ()
) -> tuple[DimensionScore, ...]:
    """Return the dimensions of a frozen result (`items` of its document), leaving out some items."""
    reached = {
        one["code"]: Fraction(one["combined"])
        for one in items
        if one["combined"] is not None and one["code"] not in without
    }
    found = []
    for dimension in index.dimensions:
        seen = [item for content in dimension.contents for item in content.items if item.code in reached]
        points = sum(item.points for item in seen)
        gained = sum((reached[item.code] for item in seen), Fraction(0))
        rate = rounded(100 * gained / points) if points else None
        found.append(
            DimensionScore(
                dimension.code, dimension.name_zh, dimension.name_en, points, rounded(gained), rate
            )
        )
    return tuple(found)


def earlier_of(one: Compared, others: Iterable[Compared]) -> Compared | None:
    """Return the evaluation an organisation is measured against: of what its look-back looks back at, else its last."""
    before = [
        other
        for other in others
        if other.organisation_path == one.organisation_path
        and other.inspected_organization_id != one.inspected_organization_id
        and (other.confirmed_on, other.evaluation_id) < (one.confirmed_on, one.evaluation_id)
    ]
    named = next((other for other in before if other.inspected_organization_id == one.earlier_id), None)
    return named or max(before, key=lambda other: (other.confirmed_on, other.evaluation_id), default=None)


def ranks(compared: Sequence[Compared], dimension: str | None) -> dict[UUID, tuple[int, int]]:
    """Return place and number of places of each in its round, best first; equals share a place, and the next is free."""
    by_round: dict[UUID, list[tuple[Decimal, UUID]]] = {}
    for one in compared:
        value = one.measure(dimension)
        if value is not None:
            by_round.setdefault(one.round_id, []).append((value, one.evaluation_id))
    return {
        identity: (1 + sum(other > value for other, _ in found), len(found))
        for found in by_round.values()
        for value, identity in found
    }
