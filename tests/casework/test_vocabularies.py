"""The lists casework owns: the counts that are fixed, and the codes the service decides with."""

from __future__ import annotations

from casework.domain.clue import CaseType, ClueSource, Way
from casework.domain.truth import CloseGround, TruthGrade
from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("casework")


def codes(name: str) -> set[str]:
    return {entry.code for entry in LISTS[name].entries}


def test_the_lists_have_the_counts_that_regulations_fix() -> None:
    counts = {
        "party_sanction": 5,
        "government_sanction": 6,
        "organisational_handling": 5,
        "clearing_way": 4,
        "supervisee_kind": 6,
        "four_forms": 4,
        "linkage_matter": 10,
        "case_report_kind": 3,
        "four_checks": 4,
        "two_looks": 2,
    }

    assert {name: len(LISTS[name].entries) for name in counts} == counts


def test_codes_the_service_decides_with_are_those_of_the_lists() -> None:
    assert codes("clue_source") == set(ClueSource)
    assert codes("disposal_way") == set(Way)
    assert codes("case_type") == set(CaseType)
    assert codes("close_reason") == set(CloseGround)
    assert codes("truth_grade") == {*TruthGrade, "false_accusation"}
