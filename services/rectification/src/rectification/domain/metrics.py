"""What the system counts for ratio items, from the records behind each metric. Pure.

A metric is how many of its records count, of how many. Where the service has no record of a metric, its item is not
observable: openly, never as full points.

Rule: chapter 8, point 3; 18.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rectification.domain.evaluation import Counted
from rectification.domain.evaluation_index import EvaluationIndex


@dataclass(frozen=True, slots=True)
class Found:
    """One record behind a metric, and whether it counts."""

    metric: str
    record: str
    counts: bool


def counted(index: EvaluationIndex, found: Iterable[Found]) -> tuple[Counted, ...]:
    """Return what was counted for each ratio item of an index, with the records that were looked at."""
    by_metric: dict[str, list[Found]] = {}
    for one in found:
        by_metric.setdefault(one.metric, []).append(one)
    return tuple(
        Counted(
            item.code,
            item.metric,
            sum(one.counts for one in by_metric.get(item.metric, ())),
            len(by_metric.get(item.metric, ())),
            tuple(sorted({one.record for one in by_metric.get(item.metric, ())})),
        )
        for item in index.items()
        if item.metric
    )
