from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.demand_lifecycle import DEMAND, DemandFacts, DemandState
from intake.domain.receipt_states import DEMAND_STATES, NOTICES
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

OFFICER = "petition_officer"
DEPARTMENT = "competent_department@competent"
OVERSEER = "handler@supervising"
REVIEWER = "competent_department@reviewing"
HOLDER = "receipt_holder"
BY_HAND = f"""
received:       register>registered/{OFFICER}/
registered:     classify>classified/{OFFICER}/ split_to_report>split_to_report/{OFFICER}/
classified:     merge>merged/{OFFICER}/S1 split_to_report>split_to_report/{OFFICER}/ decline>not_accepted/{OFFICER}/S1 forward>forwarded/{OFFICER}/S1 supervise>supervised/{OFFICER}+{OVERSEER}/S2
forwarded:      extend>forwarded/{DEPARTMENT}/S1 supervise>supervised/{OFFICER}+{OVERSEER}/S2 object_jurisdiction>objected/{DEPARTMENT}/S1 sign_for>in_progress/{DEPARTMENT}/ answer>answered/{DEPARTMENT}/S1 work_reminder>supervised/{OFFICER}/S2
merged:         unmerge>classified/{OFFICER}/S1 answer_merged>answered/{OFFICER}/S1
supervised:     extend>supervised/{DEPARTMENT}/S1 object_jurisdiction>objected/{DEPARTMENT}/S1 sign_for>in_progress/{DEPARTMENT}/ answer>answered/{DEPARTMENT}/S1 work_reminder>supervised/{OFFICER}/S2
objected:       forward>forwarded/{OFFICER}/S1 rule>forwarded/{OFFICER}/S2
in_progress:    extend>in_progress/{DEPARTMENT}/S1 supervise>supervised/{OFFICER}+{OVERSEER}/S2 answer>answered/{DEPARTMENT}/S1 work_reminder>supervised/{OFFICER}/S2
answered:       rate>rated/{HOLDER}/ object>reopened/{HOLDER}/ request_review>reviewed/{HOLDER}/ request_final_review>final_reviewed/{HOLDER}/ close>closed/{OFFICER}/S1
rated:          object>reopened/{HOLDER}/ request_review>reviewed/{HOLDER}/ request_final_review>final_reviewed/{HOLDER}/ close>closed/{OFFICER}/S1
reopened:       extend>reopened/{DEPARTMENT}/S1 forward>forwarded/{OFFICER}/S1 answer>answered/{DEPARTMENT}/S1
reviewed:       assign_review>reviewed/{OFFICER}/S1 answer_review>answered/{REVIEWER}/S1
final_reviewed: assign_review>final_reviewed/{OFFICER}/S1 begin_hearing>final_reviewed/{REVIEWER}/ end_hearing>final_reviewed/{REVIEWER}/ answer_review>answered/{REVIEWER}/S1
closed:         request_review>reviewed/{HOLDER}/ request_final_review>final_reviewed/{HOLDER}/
split_to_report:
not_accepted:
"""

WELL = {
    "hearing_still_open": DemandFacts(True, False, False),
    "hearing_not_begun": DemandFacts(True, False, False, hearing_is_open=True),
    "answer_missing": DemandFacts(True, False, False),
    "receiver_not_competent": DemandFacts(True, False, False, receiver_is_competent=True),
    "report_is_quoted": DemandFacts(True, False, False),
    "lead_not_open": DemandFacts(True, False, False),
    "others_are_merged": DemandFacts(True, False, False),
    "lead_not_answered_yet": DemandFacts(True, False, False),
    "reviewer_not_above": DemandFacts(True, False, False),
    "review_window_over": DemandFacts(True, False, False),
    "rating_window_over": DemandFacts(True, False, False),
    "review_already_requested": DemandFacts(True, False, False),
    "review_comes_first": DemandFacts(True, True, False),
    "final_review_already_requested": DemandFacts(True, True, False),
    "objection_too_late": DemandFacts(True, False, False),
    "ruling_binds": DemandFacts(True, False, False),
    "ruling_comes_first": DemandFacts(True, False, False),
    "ruling_not_due": DemandFacts(True, False, False, needs_ruling=True),
    "competent_body_missing": DemandFacts(True, False, False),
    "department_not_declared": DemandFacts(True, False, False),
    "final_review_not_given": DemandFacts(True, False, False),
    "facts_not_alike": DemandFacts(True, False, False),
}
BROKEN = {
    "hearing_still_open": DemandFacts(True, False, False, hearing_is_open=True),
    "hearing_not_begun": DemandFacts(True, False, False),
    "answer_missing": DemandFacts(False, False, False),
    "receiver_not_competent": DemandFacts(True, False, False, receiver_is_competent=False),
    "report_is_quoted": DemandFacts(True, False, False, is_quoted=True),
    "lead_not_open": DemandFacts(True, False, False, lead_is_open=False),
    "others_are_merged": DemandFacts(True, False, False, leads_others=True),
    "lead_not_answered_yet": DemandFacts(True, False, False, lead_has_answer=False),
    "reviewer_not_above": DemandFacts(True, False, False, reviewer_is_right=False),
    "review_window_over": DemandFacts(True, False, False, is_in_time=False),
    "rating_window_over": DemandFacts(True, False, False, is_in_time=False),
    "review_already_requested": DemandFacts(True, True, False),
    "review_comes_first": DemandFacts(True, False, False),
    "final_review_already_requested": DemandFacts(True, True, True),
    "objection_too_late": DemandFacts(True, False, False, objection_is_in_time=False),
    "ruling_binds": DemandFacts(True, False, False, is_ruled=True),
    "ruling_comes_first": DemandFacts(True, False, False, needs_ruling=True),
    "ruling_not_due": DemandFacts(True, False, False),
    "competent_body_missing": DemandFacts(True, False, False, tells_where_to_turn=False),
    "department_not_declared": DemandFacts(True, False, False, department_is_known=False),
    "final_review_not_given": DemandFacts(True, False, False, final_review_stands=False),
    "facts_not_alike": DemandFacts(True, False, False, tells_the_same=False),
}


def test_the_table_allows_exactly_what_chapter_3_says() -> None:
    assert as_table(DEMAND) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_guard_refuses_by_its_code_and_lets_pass_what_is_well(code: str) -> None:
    row = next(row for row in DEMAND.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        DEMAND.check(row, BROKEN[code])
    DEMAND.check(row, WELL[code])


def test_every_guard_of_the_table_was_broken_above() -> None:
    assert {guard.code for row in DEMAND.rows for guard in row.needs} == set(BROKEN)


def test_every_deadline_the_table_names_is_in_the_deadline_table() -> None:
    assert {rule for row in DEMAND.rows for rule in (*row.starts, *row.stops)} <= set(DEADLINES)


def test_the_petitioner_is_told_something_for_every_state() -> None:
    assert {state.value for state in DemandState} == {str(state) for state in DEMAND_STATES}
    assert set(DEMAND_STATES.values()) <= set(NOTICES)
