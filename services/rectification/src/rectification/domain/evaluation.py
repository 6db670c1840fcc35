"""An evaluation, its marks and its follow-ups, as the rest of the service sees them; pure questions about marks.

Rule: chapter 8.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from rectification.domain.evaluation_index import EvaluationIndex, Item, Method, Source
from rectification.domain.scoring import is_spread, mean
from rectification.domain.tracked import Tracked

Latest = Mapping[tuple[str, str, str], "Mark"]
"""The newest mark by source, item and evaluator."""


@dataclass(frozen=True, slots=True)
class Evaluation(Tracked):
    """The evaluation of one inspected organisation under one version of an index.

    `ratios` are what the system counted when the marks were moderated. `total` and `grade` stay empty until the
    leading group confirmed; `result_sha256` is the digest of everything the result was made of.
    """

    inspected_organization_id: UUID
    organisation_path: str
    index_code: str
    index_version: str
    daily_weight: Decimal
    central_weight: Decimal
    leader: str | None = None
    evaluators: tuple[str, ...] = ()
    ratios: tuple[dict[str, Any], ...] = ()
    draft_total: Decimal | None = None
    objected_on: date | None = None
    total: Decimal | None = None
    grade: str | None = None
    confirmed_on: date | None = None
    applied_on: date | None = None
    result_sha256: bytes | None = None

    def is_scored_by(self, source: str, evaluator: str) -> bool:
        """Say whether somebody's marks count in a source: centrally those of the team as it stands, of nobody who left it."""
        return source != Source.CENTRAL or evaluator in self.evaluators


@dataclass(frozen=True, slots=True)
class FollowUp(Tracked):
    """A consequence of the grade poor; `reminder_id` is the interview's own paper."""

    evaluation_id: UUID
    inspected_organization_id: UUID
    organisation_path: str
    kind: str
    reminder_id: UUID | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What one evaluator gave one item in one source; `points` is None where it could not be observed."""

    source: str
    item: str
    evaluator: str
    points: Decimal | None
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A ratio the system counted for an item, with the records behind it; a denominator of 0 is not observable."""

    item: str
    metric: str
    numerator: int
    denominator: int
    records: tuple[str, ...] = ()


def marked_items(index: EvaluationIndex, source: Source) -> tuple[Item, ...]:
    """Return the items evaluators mark in a source: those the system does not count."""
    return tuple(one for one in index.items() if one.method is not Method.RATIO and one.source.covers(source))


def newest(marks: Iterable[Mark]) -> dict[tuple[str, str, str], Mark]:
    """Return of marks in the order they were given the last one each evaluator gave each item."""
    return {(one.source, one.item, one.evaluator): one for one in marks}


def unmarked(index: EvaluationIndex, latest: Latest, source: Source, evaluator: str) -> list[str]:
    """Return the items an evaluator has still to mark, or to call not observable."""
    return [
        one.code for one in marked_items(index, source) if (source.value, one.code, evaluator) not in latest
    ]


def points_by_item(latest: Latest) -> dict[tuple[str, str], list[Decimal]]:
    """Return the points given, by source and item; what could not be observed is left out."""
    found: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for (source, item, _), one in sorted(latest.items()):
        if one.points is not None:
            found[source, item].append(one.points)
    return dict(found)


def spreads(index: EvaluationIndex, latest: Latest) -> set[tuple[str, str]]:
    """Return source and item of marks so far apart that they must be discussed. Rule: chapter 8, point 4."""
    most = {one.code: one.points for one in index.items()}
    return {key for key, points in points_by_item(latest).items() if is_spread(points, most[key[1]])}


def means(index: EvaluationIndex, latest: Latest, source: Source) -> dict[str, Fraction]:
    """Return the mean of the evaluators' points of each item they saw in a source."""
    most = {one.code: one.points for one in index.items()}
    return {
        item: mean(points, most[item])
        for (where, item), points in points_by_item(latest).items()
        if where == source.value
    }
