from __future__ import annotations

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.item_lifecycle import ITEM, ItemFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
open:        start>in_progress/OWNER/ make_long_term>long_term/OWNER/S2 extend>open/OFFICE/S1 CANCEL
in_progress: report_progress>in_progress/OWNER/ make_long_term>long_term/OWNER/S2 submit>submitted/OWNER/S3 \
 extend>in_progress/OFFICE/S1 CANCEL
long_term:   reach_milestone>long_term/OWNER/ submit>submitted/OWNER/S3 extend>long_term/OFFICE/S1 CANCEL
submitted:   verify>verified/SUPERVISORS/S1 reject>rejected/SUPERVISORS/S1 CANCEL
verified:    close>closed/OFFICE/ report_rebound>rebound/SUPERVISORS/S1 find_false>found_false/OFFICE/S2
rejected:    start>in_progress/OWNER/ extend>rejected/OFFICE/S1 CANCEL
rebound:     start>in_progress/OWNER/ extend>rebound/OFFICE/S1 CANCEL
found_false: start>in_progress/OWNER/ extend>found_false/OFFICE/S1 CANCEL
closed:      report_rebound>rebound/SUPERVISORS/S1 find_false>found_false/OFFICE/S2
cancelled:
""".replace("\\\n", "")
WORDS = {
    "CANCEL": "cancel>cancelled/system/",
    "OFFICE": "inspection_office",
    "OWNER": "inspected_organization@inspected+competent_department@inspected",
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
        ("submitted", "verify", "own_item_verified", ItemFacts(is_another_body=False)),
        ("submitted", "reject", "own_item_verified", ItemFacts(is_another_body=False)),
        ("verified", "close", "not_a_third_body", ItemFacts(is_third_body=False)),
        ("open", "extend", "date_not_later", ItemFacts(date_is_later=False)),
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
    assert (starts, stops) == ({"submit"}, {"verify", "reject", "cancel"})
    assert "P-F6" in DEADLINES


def test_while_an_item_is_owed_its_day_runs_and_not_while_another_body_looks() -> None:
    starts = {(row.action.value, rule) for row in ITEM.rows for rule in row.starts if rule != "P-F6"}
    stops = {(row.action.value, rule) for row in ITEM.rows for rule in row.stops if rule != "P-F6"}

    assert starts == {
        ("make_long_term", "P-F5"), ("make_long_term", "P-F5m"), ("reach_milestone", "P-F5m"), ("reject", "P-F5"),
        ("report_rebound", "P-F5"), ("find_false", "P-F5"), ("extend", "P-F5"),
    }  # fmt: skip
    assert stops == {
        ("submit", "P-F5"), ("reach_milestone", "P-F5m"), ("cancel", "P-F5"), ("cancel", "P-F5m"),
    }  # fmt: skip
