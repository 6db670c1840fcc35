from __future__ import annotations

import pytest

from casework.domain.truth import CloseReason as G
from casework.domain.truth import TruthGrade as T
from casework.domain.truth import altogether, closing


@pytest.mark.parametrize(
    ("ground", "grade", "verified", "expected"),
    [
        (None, None, None, (G.NO_FACT, T.UNTRUE)),
        (None, None, "untrue", (G.UNTRUE, T.UNTRUE)),
        (None, None, "misreport", (G.UNTRUE, T.MISREPORT)),
        (None, None, "cannot_be_proved", (G.NO_POSSIBILITY, T.CANNOT_BE_PROVED)),
        (None, None, "true", (G.ALREADY_HANDLED, T.TRUE)),
        (None, "partly_true", "untrue", (G.ALREADY_HANDLED, T.PARTLY_TRUE)),
        ("no_fact", None, None, (G.NO_FACT, T.UNTRUE)),
        ("untrue", None, None, (G.UNTRUE, T.UNTRUE)),
        ("already_handled", None, None, (G.ALREADY_HANDLED, T.BASICALLY_TRUE)),
        ("no_possibility", None, None, (G.NO_POSSIBILITY, T.CANNOT_BE_PROVED)),
        ("no_possibility", None, "partly_true", (G.NO_POSSIBILITY, T.PARTLY_TRUE)),
        ("already_handled", "true", None, (G.ALREADY_HANDLED, T.TRUE)),
    ],
)
def test_what_is_left_out_when_closing_follows_from_what_is_known(
    ground: str | None, grade: str | None, verified: str | None, expected: tuple[G, T]
) -> None:
    assert closing(ground, grade, verified) == expected


def test_false_accusation_is_not_for_a_clue_to_find() -> None:
    assert "false_accusation" not in {grade.value for grade in T}


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ([], None),
        (["true"], T.TRUE),
        (["untrue", "untrue"], T.UNTRUE),
        (["true", "basically_true"], T.BASICALLY_TRUE),
        (["true", "untrue"], T.PARTLY_TRUE),
        (["basically_true", "cannot_be_proved"], T.PARTLY_TRUE),
        (["partly_true", "true"], T.PARTLY_TRUE),
        (["untrue", "cannot_be_proved"], T.CANNOT_BE_PROVED),
        (["misreport", "cannot_be_proved", "untrue"], T.CANNOT_BE_PROVED),
        (["untrue", "misreport"], T.UNTRUE),
    ],
)
def test_a_report_of_several_matters_is_as_true_as_they_are_altogether(
    grades: list[str], expected: T | None
) -> None:
    assert altogether(grades) == altogether(reversed(grades)) == expected
