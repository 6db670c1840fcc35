from __future__ import annotations

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION, OrganizationFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

SUPERVISORS = "handler@supervising+organization_department@supervising"
BY_HAND = (
    """
round_opened:               deliver_feedback>feedback_delivered/inspection_office/S4
feedback_delivered:         transfer_clue>feedback_delivered/inspection_office/S2 \
 submit_plan>plan_submitted/INSPECTED/S4
plan_submitted:             review_plan>plan_approved/inspection_office/S2 \
 return_plan>feedback_delivered/inspection_office/S2
plan_approved:              begin_rectification>concentrated_rectification/INSPECTED/
concentrated_rectification: hold_thematic_meeting>concentrated_rectification/INSPECTED/ \
 supervise>concentrated_rectification/SUPERVISORS/S1 submit_report>report_submitted/INSPECTED/S4
report_submitted:           review_report>joint_review/inspection_office/
joint_review:               accept_report>daily_supervision/inspection_office/S2 \
 return_report>returned/inspection_office/S2
returned:                   submit_report>report_submitted/INSPECTED/S4
daily_supervision:          publish>daily_supervision/INSPECTED/S2 supervise>daily_supervision/SUPERVISORS/S1 \
 re_feedback>daily_supervision/inspection_office/S2 begin_evaluation>centralised_evaluation/inspection_office/
centralised_evaluation:     grade>graded/inspection_office/S1+S4
graded:                     close>closed/inspection_office/S2 look_back>look_back/inspection_office/S2
closed:
look_back:
""".replace("\\\n", "")
    .replace("INSPECTED", "inspected_organization@inspected")
    .replace("SUPERVISORS", SUPERVISORS)
)

BROKEN = {
    "findings_missing": OrganizationFacts(findings=0),
    "finding_without_item": OrganizationFacts(findings_without_item=1),
    "joint_opinion_missing": OrganizationFacts(opinions_missing=1),
    "principal_report_missing": OrganizationFacts(reports=1),
    "grade_missing": OrganizationFacts(has_grade=False),
    "grade_not_poor": OrganizationFacts(is_poor=False),
    "follow_up_open": OrganizationFacts(open_follow_ups=1),
}


def test_the_table_allows_exactly_what_chapter_7_says_of_organisations() -> None:
    assert as_table(INSPECTED_ORGANIZATION) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in INSPECTED_ORGANIZATION.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        INSPECTED_ORGANIZATION.check(row, BROKEN[code])
    INSPECTED_ORGANIZATION.check(row, OrganizationFacts(is_poor=True))


def test_every_guard_of_the_table_was_broken_above() -> None:
    assert {guard.code for row in INSPECTED_ORGANIZATION.rows for guard in row.needs} == set(BROKEN)


def test_every_rule_from_f1_to_f12_has_a_row_but_the_one_of_items() -> None:
    rules = {row.rule for row in INSPECTED_ORGANIZATION.rows}
    assert rules == {f"F{number}" for number in range(1, 13)} - {"F6"}


def test_deadlines_run_from_the_feedback_to_plan_and_report_and_from_the_windows_end_to_the_evaluation() -> (
    None
):
    rows = INSPECTED_ORGANIZATION.rows
    stops = {(row.action.value, rule) for row in rows for rule in row.stops}
    starts = {(row.action.value, rule) for row in rows for rule in row.starts}
    assert {("submit_plan", "DL-38"), ("submit_report", "DL-39"), ("begin_evaluation", "DL-41")} <= stops
    assert starts == {
        ("deliver_feedback", "DL-38"),
        ("deliver_feedback", "DL-39"),
        ("submit_plan", "P-F3"),
        ("return_plan", "DL-38"),
        ("accept_report", "DL-41"),
    }
    assert {rule for _, rule in starts | stops} <= set(DEADLINES)
