from __future__ import annotations

from datetime import date

import pytest

from intake.domain.quarters import Quarter, quarter_named, quarter_of
from intake.domain.trends import Dimension, Kind, Tally, findings, growth


@pytest.mark.parametrize(
    ("this", "last", "grown"),
    [(14, 9, 56), (176, 27, 552), (1, 0, None), (0, 4, -100), (9, 8, 13), (8, 8, 0)],
)
def test_growth_is_in_whole_per_cent_rounded_half_up(this: int, last: int, grown: int | None) -> None:
    assert growth(this, last) == grown


def test_what_many_write_of_is_typical_and_what_grows_is_rising() -> None:
    tallies = [
        Tally(Dimension.PROBLEM, "gifts", 8, 8),
        Tally(Dimension.PROBLEM, "banquets", 3, 2),
        Tally(Dimension.FIELD, "school", 3, 0),
        Tally(Dimension.REGION, "district-1", 2, 0),
    ]
    found = [(one.kind, one.code, one.growth) for one in findings(tallies, 20)]
    assert found == [
        (Kind.TYPICAL, "gifts", 0),
        (Kind.RISING, "school", None),
        (Kind.RISING, "banquets", 50),
    ]


def test_a_unit_many_complain_of_with_reason_is_recommended() -> None:
    (found,) = findings([Tally(Dimension.UNIT, "bureau", 6, 5, confirmed=3)], 100)
    assert (found.kind, found.share, found.recommend) == (Kind.CONCENTRATED, 6, True)
    (found,) = findings([Tally(Dimension.UNIT, "bureau", 6, 5, confirmed=2)], 100)
    assert not found.recommend


def test_quarters() -> None:
    assert quarter_of(date(2021, 12, 31)) == quarter_named("2021-Q4") == Quarter(2022, 1).before
    assert (Quarter(2021, 4).first_day, Quarter(2021, 4).last_day) == (date(2021, 10, 1), date(2021, 12, 31))
    assert str(Quarter(2021, 4).after) == "2022-Q1"
