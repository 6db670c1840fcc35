"""The lists rectification owns have the counts the reform describes."""

from __future__ import annotations

from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("rectification")


def test_thirteen_measures_four_mechanisms_three_focuses() -> None:
    counts = {
        "supervision_measure": 13,
        "supervision_mechanism": 4,
        "supervision_focus": 3,
        "integration_theme": 4,
        "coordination_mechanism": 3,
        "reviewing_body": 3,
        "evaluation_grade": 4,
        "poor_grade_follow_up": 3,
        "inspection_kind": 5,
        "livelihood_field": 12,
        "problem_type": 28,
    }

    assert {name: len(LISTS[name].entries) for name in counts} == counts


def test_four_measures_are_named_by_the_reform_and_come_first() -> None:
    assert [entry.code for entry in LISTS["supervision_measure"].entries][:4] == [
        "sit_in_meeting",
        "periodic_report",
        "focused_verification",
        "field_research",
    ]
