from __future__ import annotations

from casework.domain.gate import FOUR_CHECKS, QUESTIONS, TWO_LOOKS, is_complete


def test_the_gate_has_four_checks_and_two_looks() -> None:
    assert (len(FOUR_CHECKS), len(TWO_LOOKS)) == (4, 2)


def test_the_gate_is_complete_when_every_question_has_an_answer_be_it_no() -> None:
    answers = {question: {"answer": False, "notes": ""} for question in QUESTIONS}
    assert is_complete(answers)


def test_one_question_left_open_keeps_the_gate_incomplete() -> None:
    for question in QUESTIONS:
        assert not is_complete({other: {} for other in QUESTIONS if other != question})


def test_a_gate_nobody_began_is_incomplete() -> None:
    assert not is_complete(None)
