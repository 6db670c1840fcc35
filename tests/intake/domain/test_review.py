from __future__ import annotations

import pytest

from intake.domain.review import may_review, superior_of

GOVERNMENT, HOUSING, HEALTH = "government", "government:housing", "government:health"


@pytest.mark.parametrize(
    ("body", "answered_by", "may"),
    [
        (GOVERNMENT, [HOUSING], True),
        (HEALTH, [HOUSING], False),  # a neighbour is not above
        (HOUSING, [HOUSING], False),
        (GOVERNMENT, [HOUSING, GOVERNMENT], False),  # answered before
        (HEALTH, [HOUSING, GOVERNMENT], False),  # stands below who answered
        ("province", [HOUSING, GOVERNMENT], True),  # the directory knows nobody above
        ("province", [], True),
    ],
)
def test_a_review_belongs_to_the_body_above_and_to_nobody_who_answered(
    body: str, answered_by: list[str], may: bool
) -> None:
    assert may_review(body, answered_by) is may


def test_the_superior_is_the_organ_above_the_own_one() -> None:
    assert [superior_of(path) for path in (HOUSING, "city:district-1/office", GOVERNMENT)] == [
        GOVERNMENT,
        "city",
        None,
    ]
