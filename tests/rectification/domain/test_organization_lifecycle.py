from __future__ import annotations

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION, OrganizationFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

SUPERVISORS = "handler@supervising+organization_department@supervising"
BY_HAND = (
    """
round_opened:               add_findings>round_opened/OFFICE/ withdraw_finding>round_opened/OFFICE/ \
 revise>round_opened/OFFICE/ deliver_feedback>feedback_delivered/OFFICE/S4
feedback_delivered:         revise>feedback_delivered/OFFICE/ submit_plan>plan_submitted/INSPECTED/S4
plan_submitted:             revise>plan_submitted/OFFICE/ review_plan>plan_approved/OFFICE/S2 \
 return_plan>feedback_delivered/OFFICE/S2
plan_approved:              revise>plan_approved/OFFICE/ begin_rectification>concentrated_rectification/INSPECTED/
concentrated_rectification: revise>concentrated_rectification/OFFICE/ \
 hold_thematic_meeting>concentrated_rectification/INSPECTED/ check_progress>concentrated_rectification/INSPECTED/ \
 link_demand>concentrated_rectification/OFFICE/ advise_handling>concentrated_rectification/OFFICE/S2 \
 carry_out_handling>concentrated_rectification/DEPARTMENT/S1 \
 supervise>concentrated_rectification/SUPERVISORS/S1 submit_report>report_submitted/INSPECTED/S4
report_submitted:           supervise>report_submitted/SUPERVISORS/S1 revise>report_submitted/OFFICE/ review_report>joint_review/OFFICE/
joint_review:               supervise>joint_review/SUPERVISORS/S1 revise>joint_review/OFFICE/ accept_report>daily_supervision/OFFICE/S2 \
 return_report>returned/OFFICE/S2
returned:                   supervise>returned/SUPERVISORS/S1 revise>returned/OFFICE/ check_progress>returned/INSPECTED/ link_demand>returned/OFFICE/ \
 advise_handling>returned/OFFICE/S2 carry_out_handling>returned/DEPARTMENT/S1 submit_report>report_submitted/INSPECTED/S4
daily_supervision:          revise>daily_supervision/OFFICE/ link_demand>daily_supervision/OFFICE/ \
 advise_handling>daily_supervision/OFFICE/S2 carry_out_handling>daily_supervision/DEPARTMENT/S1 publish>daily_supervision/INSPECTED/S2 \
 supervise>daily_supervision/SUPERVISORS/S1 re_feedback>daily_supervision/OFFICE/S2 \
 begin_evaluation>centralised_evaluation/OFFICE/
centralised_evaluation:     supervise>centralised_evaluation/SUPERVISORS/S1 grade>graded/OFFICE/S1+S4
graded:                     supervise>graded/SUPERVISORS/S1 close>closed/OFFICE/S2 look_back>look_back/OFFICE/S2
closed:
look_back:
""".replace("\\\n", "")
    .replace("INSPECTED", "inspected_organization@inspected")
    .replace("OFFICE", "inspection_office")
    .replace("SUPERVISORS", SUPERVISORS)
    .replace("DEPARTMENT", "organization_department@supervising")
)

BROKEN = {
    "findings_missing": OrganizationFacts(findings=0),
    "finding_without_item": OrganizationFacts(findings_without_item=1),
    "joint_opinion_missing": OrganizationFacts(opinions_missing=1),
    "joint_opinion_against": OrganizationFacts(opinions_against=1),
    "finding_unknown": OrganizationFacts(finding_exists=False),
    "day_in_future": OrganizationFacts(day_has_come=False),
    "item_unknown": OrganizationFacts(items_are_theirs=False),
    "unit_not_on_list": OrganizationFacts(was_checked=False),
    "demand_already_linked": OrganizationFacts(demand_is_new=False),
    "advice_not_open": OrganizationFacts(advice_is_open=False),
    "planned_measure_unknown": OrganizationFacts(plan_is_open=False),
    "reply_date_passed": OrganizationFacts(reply_date_is_ahead=False),
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


def test_every_rule_from_f1_to_f12_has_a_row_but_those_of_items_and_of_clues() -> None:
    rules = {row.rule for row in INSPECTED_ORGANIZATION.rows}
    assert rules == {f"F{number}" for number in range(1, 13)} - {"F6", "F11"} | {"7.1"}


def test_nothing_the_inspected_organisation_can_read_here_tells_of_a_clue() -> None:
    assert not [row for row in INSPECTED_ORGANIZATION.rows if "clue" in row.action or "clue" in row.event]


def test_deadlines_run_from_the_feedback_to_plan_and_report_and_from_the_windows_end_to_the_evaluation() -> (
    None
):
    rows = INSPECTED_ORGANIZATION.rows
    stops = {(row.action.value, rule) for row in rows for rule in row.stops}
    starts = {(row.action.value, rule) for row in rows for rule in row.starts}
    assert {("submit_plan", "DL-38"), ("submit_report", "DL-39"), ("begin_evaluation", "DL-41")} <= stops
    assert starts == {
        ("submit_report", "P-F7"),
        ("return_report", "P-F7r"),
        ("deliver_feedback", "DL-38"),
        ("deliver_feedback", "DL-39"),
        ("submit_plan", "P-F3"),
        ("return_plan", "DL-38"),
        ("accept_report", "DL-41"),
    }
    assert {rule for _, rule in starts | stops} <= set(DEADLINES)
