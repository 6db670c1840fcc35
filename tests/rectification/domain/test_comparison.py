"""Dimensions add up without what nobody saw; equals share a place; a look-back is measured against what it looks at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from rectification.domain.comparison import Compared, DimensionScore, dimension_scores, earlier_of, ranks
from rectification.store.indexes import shipped_indexes

INDEX = shipped_indexes()["default", "1"]
ROUND, LATER = UUID(int=1), UUID(int=2)


def one(number: int, total: str, rate: str | None = "50.0", **other: object) -> Compared:
    dimension = DimensionScore(
        "A", "责任落实", "Responsibility", 25, Decimal(1), (rate and Decimal(rate)) or None
    )
    made = Compared(
        UUID(int=number), UUID(int=100 + number), ROUND, None, "a", "default", "1", Decimal(total), "good",
        date(2026, 3, 1), (dimension,),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def test_a_dimension_is_of_what_somebody_saw_and_leaves_out_what_the_caller_may_not_know() -> None:
    half = [{"code": item.code, "combined": f"{item.points}/2"} for item in INDEX.items()]
    a, b, _, d = dimension_scores(INDEX, half, INDEX.items_of_clues())
    assert (a.points, a.gained, a.rate) == (25, Decimal("12.5"), Decimal("50.0"))
    assert (b.points, b.gained) == (32, Decimal("16.0"))

    nobody = [{**item, "combined": None} if item["code"].startswith("D") else item for item in half]
    assert dimension_scores(INDEX, nobody)[3] == replace(d, points=0, gained=Decimal("0.0"), rate=None)


def test_equals_share_a_place_and_the_next_one_is_left_free() -> None:
    compared = [one(1, "90"), one(2, "80", "60.0"), one(3, "80", None), one(4, "70", "99.0")]
    apart = one(5, "10", round_id=LATER)

    assert ranks([*compared, apart], None) == {
        UUID(int=1): (1, 4), UUID(int=2): (2, 4), UUID(int=3): (2, 4), UUID(int=4): (4, 4), UUID(int=5): (1, 1),
    }  # fmt: skip
    assert ranks(compared, "A") == {UUID(int=4): (1, 3), UUID(int=2): (2, 3), UUID(int=1): (3, 3)}
    assert ranks(compared, "Z") == {}


def test_the_earlier_one_is_what_a_look_back_looks_at_or_else_the_last() -> None:
    first = one(1, "60", confirmed_on=date(2024, 1, 1))
    second = one(2, "70", confirmed_on=date(2025, 1, 1))
    other = one(3, "99", confirmed_on=date(2025, 6, 1), organisation_path="b")
    now = one(4, "80")
    all_of_them = [first, second, other, now]

    assert earlier_of(now, all_of_them) == second
    assert earlier_of(replace(now, earlier_id=first.inspected_organization_id), all_of_them) == first
    assert earlier_of(first, all_of_them) is None
