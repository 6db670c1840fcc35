"""The verifier and the scoring agree on 300 random evaluations, and a changed document is told by name."""

from __future__ import annotations

import copy
import random
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from rectification.domain.evaluation import Counted, Evaluation, Mark, marked_items, newest
from rectification.domain.evaluation_index import Source
from rectification.domain.evaluation_result import digest, frozen, inputs_of, result_of
from rectification.domain.recomputing import differences, recompute
from rectification.store.indexes import shipped_indexes

INDEX = shipped_indexes()["default", "1"]


def evaluation(chance: random.Random) -> Evaluation:
    """Return an evaluation with random weights."""
    daily, central = (Decimal(chance.randint(1, 100)) / 100 for _ in range(2))
    return Evaluation(
        id=uuid4(), number=None, state="opinion_heard", version=1, holder_path="city", secrecy="work_secret",
        inspected_organization_id=uuid4(), organisation_path="party:one", index_code="default", index_version="1",
        daily_weight=daily, central_weight=central,
    )  # fmt: skip


def document(seed: int) -> dict[str, Any]:
    """Return a frozen document of random marks and ratios."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    marks = [
        Mark(source.value, item.code, evaluator, _points(chance, item.points), "理由")
        for source in (Source.DAILY, Source.CENTRAL)
        for item in marked_items(INDEX, source)
        for evaluator in ("a", "b", "c")
    ]
    ratios = []
    for item in INDEX.items():
        if item.metric:
            whole = chance.randint(0, 9)
            ratios.append(Counted(item.code, item.metric, chance.randint(0, whole), whole))
    one, latest, veto = evaluation(chance), newest(marks), chance.random() < 0.2
    result = result_of(one, INDEX, latest, ratios, veto=veto)
    return frozen(inputs_of(one, INDEX, latest, ratios, veto=veto), result)


def _points(chance: random.Random, most: int) -> Decimal | None:
    return None if chance.random() < 0.1 else Decimal(chance.randint(0, most * 100)) / 100


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_plain_arithmetic_over_the_frozen_inputs_gives_the_same_result(start: int) -> None:
    for seed in range(start, start + 100):
        one = document(seed)
        total, grade = recompute(one)
        assert (f"{float(total):.1f}", grade, differences(one)) == (
            f"{float(as_number(one['total'])):.1f}",
            one["grade"],
            [],
        )


def as_number(text: str) -> float:
    """Return the value of `numerator/denominator`."""
    top, _, bottom = text.partition("/")
    return int(top) / int(bottom or 1)


def test_a_changed_mark_total_or_grade_is_told_by_name_and_changes_the_digest() -> None:
    whole = document(7)
    first = next(place for place, one in enumerate(whole["marks"]) if one["points"] not in (None, "0"))
    item = whole["marks"][first]["item"]
    for where, key, value, name in (
        (("marks", first), "points", "0", f"items/{item}"),
        ((), "total", "99", "total"),
        ((), "grade", "nothing", "grade"),
    ):
        changed: Any = copy.deepcopy(whole)
        place = changed
        for step in where:
            place = place[step]
        place[key] = value
        assert name in differences(changed)
        assert digest(changed) != digest(whole)


def test_a_formula_nobody_knows_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="formula 2"):
        recompute({**document(1), "formula": "2"})
