from __future__ import annotations

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.item_lifecycle import ITEM, ItemFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
open:        start>in_progress/OWNER/ make_long_term>long_term/OWNER/S2
in_progress: report_progress>in_progress/OWNER/ make_long_term>long_term/OWNER/S2 submit>submitted/OWNER/S3
long_term:   reach_milestone>long_term/OWNER/ submit>submitted/OWNER/S3
submitted:   verify>verified/SUPERVISORS/S1 reject>rejected/SUPERVISORS/S1
verified:    close>closed/inspection_office/ report_rebound>rebound/SUPERVISORS/S1
rejected:    start>in_progress/OWNER/
rebound:     start>in_progress/OWNER/
closed:      report_rebound>rebound/SUPERVISORS/S1
"""
WORDS = {
    "OWNER": "inspected_organization@inspected",
    "SUPERVISORS": "handler@supervising+organization_department@supervising",
}


def test_the_table_allows_exactly_what_chapter_7_says_of_items() -> None:
    text = BY_HAND
    for word, meaning in WORDS.items():
        text = text.replace(word, meaning)
    assert as_table(ITEM) == written(text)


@pytest.mark.parametrize(
    ("state", "action", "code", "facts"),
    [
        ("in_progress", "submit", "evidence_missing", ItemFacts(evidence=0)),
        ("long_term", "submit", "evidence_missing", ItemFacts(evidence=0)),
        ("long_term", "submit", "milestone_open", ItemFacts(open_milestones=1)),
        ("long_term", "reach_milestone", "evidence_missing", ItemFacts(evidence=0)),
        ("open", "make_long_term", "milestone_missing", ItemFacts(milestones=0)),
    ],
)
def test_a_broken_guard_refuses_by_its_code(state: str, action: str, code: str, facts: ItemFacts) -> None:
    row = ITEM.find(state, action)
    with pytest.raises(Refused, match=code):
        ITEM.check(row, facts)
    ITEM.check(row, ItemFacts())


def test_a_long_term_item_stays_open_with_its_milestones() -> None:
    assert ITEM.find("long_term", "reach_milestone").to == "long_term"


def test_verification_has_ten_working_days() -> None:
    starts = {row.action.value for row in ITEM.rows if "P-F6" in row.starts}
    stops = {row.action.value for row in ITEM.rows if "P-F6" in row.stops}
    assert (starts, stops) == ({"submit"}, {"verify", "reject"})
    assert "P-F6" in DEADLINES
