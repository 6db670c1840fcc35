"""The scoring against a plain second calculation, on a thousand random indexes and sets of marks."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest

from rectification.domain.scoring import (
    Grade,
    NothingObserved,
    Weights,
    grade_of,
    is_spread,
    mean,
    ratio,
    rounded,
    score,
)

Marks = dict[str, list[Decimal]]


def plainly(maxima: dict[str, int], daily: Marks, central: Marks, weights: Weights, *, veto: bool) -> str:
    """Work the total out as somebody would with a pocket calculator, in long decimals."""
    gained, possible = Decimal(0), Decimal(0)
    for code, most in maxima.items():
        parts, weight = Decimal(0), Decimal(0)
        for marks, share in ((daily, weights.daily), (central, weights.central)):
            if code in marks:
                parts += share * sum(marks[code], Decimal(0)) / len(marks[code])
                weight += share
        if weight:
            gained += parts / weight
            possible += most
    total = gained * 100 / possible
    text = f"{int(total * 10 + Decimal('0.5000000001')) / 10:.1f}"
    return "69.9" if veto and float(text) > 69.9 else text


def random_case(seed: int) -> tuple[dict[str, int], Marks, Marks, Weights, bool]:
    chance = random.Random(seed)  # noqa: S311 - a repeatable case, no secret
    maxima = {f"X{number}": chance.randint(1, 6) for number in range(chance.randint(1, 60))}

    def marks(share: float) -> Marks:
        return {
            code: [Decimal(chance.randint(0, 2 * most)) / 2 for _ in range(chance.randint(2, 4))]
            for code, most in maxima.items()
            if chance.random() < share
        }

    weights = Weights(*(Decimal(chance.randint(1, 9)) / 10 for _ in range(2)))
    return maxima, marks(chance.random()), marks(0.3 + chance.random()), weights, chance.random() < 0.2


def test_a_thousand_random_indexes_score_as_the_plain_calculation_says() -> None:
    compared = 0
    for seed in range(1000):
        maxima, daily, central, weights, veto = random_case(seed)
        by_day, by_team = (
            {code: mean(given, maxima[code]) for code, given in one.items()} for one in (daily, central)
        )
        if not daily and not central:
            with pytest.raises(NothingObserved):
                score(maxima, by_day, by_team, weights, veto=veto)
            continue
        result = score(maxima, by_day, by_team, weights, veto=veto)
        assert str(result.total) == plainly(maxima, daily, central, weights, veto=veto), seed
        assert set(result.unobserved) == set(maxima) - set(daily) - set(central)
        compared += 1
    assert compared > 900


def test_an_item_seen_in_one_source_counts_whole_and_one_unseen_not_at_all() -> None:
    maxima = {"A": 10, "B": 10, "C": 5}
    result = score(maxima, {"A": Fraction(10)}, {"B": Fraction(5)}, Weights(), veto=False)

    assert [one.combined for one in result.items] == [10, 5, None]
    assert (result.total, result.grade, result.unobserved) == (Decimal("75.0"), Grade.FAIR, ("C",))


def test_both_sources_are_weighed() -> None:
    result = score({"A": 10}, {"A": Fraction(5)}, {"A": Fraction(10)}, Weights(), veto=False)
    assert result.total == Decimal("80.0")


def test_a_proved_false_rectification_caps_the_total_just_below_fair() -> None:
    best = score({"A": 1}, {}, {"A": Fraction(1)}, Weights(), veto=True)
    worst = score({"A": 2}, {}, {"A": Fraction(1)}, Weights(), veto=True)

    assert (best.total, best.grade, best.capped) == (Decimal("69.9"), Grade.POOR, True)
    assert (worst.total, worst.capped) == (Decimal("50.0"), False)


@pytest.mark.parametrize(
    ("total", "grade"),
    [("100", "excellent"), ("90.0", "excellent"), ("89.9", "good"), ("80.0", "good"), ("79.9", "fair"),
     ("70.0", "fair"), ("69.9", "poor"), ("0", "poor")],
)  # fmt: skip
def test_the_borders_of_grades(total: str, grade: str) -> None:
    assert grade_of(Decimal(total)) == grade


@pytest.mark.parametrize(
    ("value", "shown"),
    [("89.95", "90.0"), ("89.949", "89.9"), ("0", "0.0"), ("100", "100.0"), ("69.95", "70.0")],
)
def test_rounding_is_half_up_to_one_decimal(value: str, shown: str) -> None:
    assert str(rounded(Fraction(value))) == shown


def test_evaluators_far_apart_must_talk() -> None:
    assert is_spread([Decimal(1), Decimal("3.1")], 5)
    assert not is_spread([Decimal(1), Decimal(3)], 5)
    assert not is_spread([Decimal(5)], 5)


def test_points_outside_the_item_and_shares_of_nothing_are_no_score() -> None:
    for points in ([], [Decimal(6)], [Decimal(-1)]):
        with pytest.raises(ValueError, match="between 0"):
            mean(points, 5)
    assert ratio(3, 0, 4) is None
    assert ratio(3, 4, 4) == 3
    assert ratio(9, 4, 4) == 4
