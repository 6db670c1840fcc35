"""Scores follow from facts on record, and from points somebody judged. Rule: E9."""

from __future__ import annotations

import pytest

from casework.domain.linkage.assessment import JUDGED_MOST, Dimension, Recorded, score

FULL = dict.fromkeys(Dimension, JUDGED_MOST)
NONE = dict.fromkeys(Dimension, 0)
BEST = Recorded(
    given=4, in_time=4, asked=2, answered_in_time=2, lent=2, called=3, spoke=3, credited=2, contributed=1
)


def points(facts: Recorded, judged: dict[Dimension, int]) -> dict[str, int]:
    return {one.dimension.value: one.points for one in score(facts, judged)}


def test_everything_done_well_and_judged_best_is_a_hundred() -> None:
    assert set(points(BEST, FULL).values()) == {100}


def test_without_judged_points_the_record_gives_at_most_seventy() -> None:
    assert set(points(BEST, NONE).values()) == {70}


def test_where_nothing_is_on_record_the_judged_points_stand_for_all() -> None:
    found = score(Recorded(), dict.fromkeys(Dimension, 15))
    assert {(one.recorded, one.points) for one in found} == {(None, 50)}


@pytest.mark.parametrize(
    ("facts", "dimension", "recorded"),
    [
        (Recorded(given=3, in_time=2), Dimension.TIMELINESS, 47),
        (Recorded(asked=2, answered_in_time=1), Dimension.TIMELINESS, 35),
        (Recorded(given=2, in_time=2, sent_back=1), Dimension.QUALITY, 35),
        (Recorded(given=1, sent_back=5), Dimension.QUALITY, 0),
        (Recorded(asked=2, lent=1, called=2, spoke=2), Dimension.COOPERATION, 53),
    ],
)
def test_the_share_of_what_was_done_well_gives_the_points(
    facts: Recorded, dimension: Dimension, recorded: int
) -> None:
    found = {one.dimension: one.recorded for one in score(facts, NONE)}
    assert found[dimension] == recorded
