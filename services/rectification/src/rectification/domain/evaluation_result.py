"""The result of an evaluation with everything it was made of, so that anybody can make it again. Pure.

The frozen document names the formula, the index, the weights, every mark, every counted ratio and the veto; figures
are texts, fractions as `numerator/denominator`, so that the document has one spelling and one digest.

Rule: chapter 8, points 2 to 4, 6 and 7.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from rectification.domain.evaluation import Counted, Evaluation, Latest, means
from rectification.domain.evaluation_index import EvaluationIndex, Method, Source
from rectification.domain.scoring import Result, Weights, ratio, score

FORMULA = "1"
"""Raised whenever `scoring` would give the same inputs another score; the verifier knows every one."""


def result_of(
    evaluation: Evaluation, index: EvaluationIndex, latest: Latest, counted: Iterable[Counted], *, veto: bool
) -> Result:
    """Return the score of an evaluation. Raises: NothingObserved."""
    daily, central = means(index, latest, Source.DAILY), means(index, latest, Source.CENTRAL)
    ratios = {one.item: one for one in counted}
    for item in index.items():
        if item.method is not Method.RATIO or item.code not in ratios:
            continue
        points = ratio(ratios[item.code].numerator, ratios[item.code].denominator, item.points)
        for source, seen in ((Source.DAILY, daily), (Source.CENTRAL, central)):
            if points is not None and item.source.covers(source):
                seen[item.code] = points
    weights = Weights(evaluation.daily_weight, evaluation.central_weight)
    return score({one.code: one.points for one in index.items()}, daily, central, weights, veto=veto)


def inputs_of(
    evaluation: Evaluation, index: EvaluationIndex, latest: Latest, counted: Iterable[Counted], *, veto: bool
) -> dict[str, Any]:
    """Return everything the score depends on, in one order."""
    return {
        "index": {
            "code": index.code,
            "version": index.version,
            "items": [
                {
                    "code": one.code,
                    "points": one.points,
                    "method": one.method.value,
                    "source": one.source.value,
                }
                for one in index.items()
            ],
        },
        "weights": {"daily": _text(evaluation.daily_weight), "central": _text(evaluation.central_weight)},
        "marks": [
            {
                "source": one.source,
                "item": one.item,
                "evaluator": one.evaluator,
                "points": None if one.points is None else _text(one.points),
                "reason": one.reason,
            }
            for _, one in sorted(latest.items())
        ],
        "ratios": [
            {
                "item": one.item,
                "metric": one.metric,
                "numerator": one.numerator,
                "denominator": one.denominator,
                "records": list(one.records),
            }
            for one in counted
        ],
        "veto": veto,
    }


def frozen(inputs: dict[str, Any], result: Result) -> dict[str, Any]:
    """Return the document that is kept when the leading group confirmed."""
    return {
        "formula": FORMULA,
        **inputs,
        "items": [
            {
                "code": one.code,
                "daily": _text(one.daily),
                "central": _text(one.central),
                "combined": _text(one.combined),
            }
            for one in result.items
        ],
        "unobserved": list(result.unobserved),
        "capped": result.capped,
        "total": _text(result.total),
        "grade": result.grade.value,
    }


def spelled(document: dict[str, Any]) -> bytes:
    """Return the one spelling of a document."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: dict[str, Any]) -> bytes:
    """Return the digest that is written into the row and, with it, into the audit log."""
    return hashlib.sha256(spelled(document)).digest()


def _text(value: Any) -> str | None:
    if value is None:
        return None
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"
