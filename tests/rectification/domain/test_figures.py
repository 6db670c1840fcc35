"""Rates are rounded once, half up, to one decimal; agreed with a calculation in whole numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.domain.figures import DEFINITIONS, rate


@pytest.mark.parametrize(
    ("done", "whole", "shown"),
    [(0, 0, None), (0, 7, 0.0), (7, 7, 100.0), (951, 1000, 95.1), (1, 3, 33.3), (2, 3, 66.7), (1, 2000, 0.1),
     (1, 2001, 0.0), (1999, 2000, 100.0), (9505, 10000, 95.1), (58, 61, 95.1)],
)  # fmt: skip
def test_a_rate_has_one_decimal_half_up(done: int, whole: int, shown: float | None) -> None:
    assert rate(done, whole) == shown


@given(st.integers(1, 100_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_it_agrees_with_whole_numbers(pair: tuple[int, int]) -> None:
    done, whole = pair
    tenths = (2000 * done + whole) // (2 * whole)
    assert rate(done, whole) == tenths / 10


def test_every_figure_says_what_it_means_in_both_languages() -> None:
    for name, one in DEFINITIONS.items():
        assert name == one.name
        assert one.definition_zh.endswith("。")
        assert one.definition_en.endswith(".")
