from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.receipt_states import NOTICES, REPORT_STATES
from intake.domain.report_lifecycle import REPORT, ReportFacts, ReportState, evidence_is_decided
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

OFFICER = "petition_officer"
HANDLER = "handler@handling+cadre_supervisor@handling"
ORGAN = "petition_officer@assigned+district_commission@assigned+town_commission@assigned"
BY_HAND = f"""
received:           register>registered/{OFFICER}/
registered:         try_contact>registered/{OFFICER}/ verify_name>registered/{OFFICER}/ screen>screened/{OFFICER}/S1 split_to_demand>registered/{OFFICER}/ refer_up>referred_up/{OFFICER}/S3 retain_duplicate>retained_duplicate/{OFFICER}/S1
screened:           split_to_demand>screened/{OFFICER}/ merge>merged/{OFFICER}/S1 decline>not_accepted/{OFFICER}/S1 refer_up>referred_up/{OFFICER}/S3 refer_down>referred_down/{OFFICER}/S1 refer_out>referred_out/{OFFICER}/S1 assign_down>assigned_down/{OFFICER}/S2 retain_duplicate>retained_duplicate/{OFFICER}/S1 accept>accepted/{OFFICER}/S1 transfer>transferred/{OFFICER}/S1
assigned_down:      extend>assigned_down/{ORGAN}/S2 urge>urged/{OFFICER}/S2 report_result>result_reported/{ORGAN}/S4+S3
urged:              extend>urged/{ORGAN}/S2 urge>urged/{OFFICER}/S2 report_result>result_reported/{ORGAN}/S4+S3
result_reported:    conclude>concluded/{OFFICER}/S1
merged:             unmerge>screened/{OFFICER}/S1 conclude>concluded/system/
accepted:           merge>merged/{OFFICER}/S1 transfer>transferred/{OFFICER}/S1
transferred:        settle>concluded/handler@handling+cadre_supervisor@handling+case_reviewer@handling/S1 return>returned/{HANDLER}/S2 start_disposal>in_disposal/system/ conclude>concluded/system/
returned:           screen>screened/{OFFICER}/S1
in_disposal:        conclude>concluded/system/
concluded:          feed_back>concluded/{HANDLER}/ reopen>in_disposal/{HANDLER}/S2 rejoin>merged/system/ dismiss_evidence>concluded/{OFFICER}+{HANDLER}/S1 give_feedback>feedback_given/{OFFICER}+{HANDLER}/S1 archive>archived/{OFFICER}/
feedback_given:     feed_back>feedback_given/{HANDLER}/ reopen>in_disposal/{HANDLER}/S2 rejoin>merged/system/ dismiss_evidence>feedback_given/{OFFICER}+{HANDLER}/S1 archive>archived/{OFFICER}/
not_accepted:       reassess>screened/{OFFICER}/S1 dismiss_evidence>not_accepted/{OFFICER}/S1 archive>archived/{OFFICER}/
referred_up:        register>registered/{OFFICER}/ archive>archived/{OFFICER}/
referred_down:      register>registered/{OFFICER}/ archive>archived/{OFFICER}/
referred_out:       archive>archived/{OFFICER}/
retained_duplicate: archive>archived/{OFFICER}/
archived:
"""

WELL = ReportFacts(
    is_named=True, name_is_pending=False, has_open_clocks=False, has_new_evidence=True, makes_clue=False
)
BROKEN = {
    "reporter_is_anonymous": replace(WELL, is_named=False),
    "name_not_verified_yet": replace(WELL, name_is_pending=True),
    "deadline_still_open": replace(WELL, has_open_clocks=True),
    "new_evidence_missing": replace(WELL, has_new_evidence=False),
    "belongs_to_superior": replace(WELL, is_superiors=True),
    "not_passed_here": replace(WELL, was_passed_here=False),
    "already_split": replace(WELL, is_split=True),
    "clue_comes_first": replace(WELL, makes_clue=True),
    "new_evidence_undecided": replace(WELL, has_new_evidence=True),
    "receiver_has_not_registered": replace(WELL, waits_for_receiver=True),
    "feedback_comes_first": replace(WELL, owes_feedback=True),
    "competent_body_missing": replace(WELL, tells_where_to_turn=False),
    "own_staff_goes_to_cadre_supervision": replace(WELL, suits_own_staff=False),
    "lead_not_open": replace(WELL, lead_is_open=False),
    "others_are_merged": replace(WELL, leads_others=True),
    "lead_is_reopened_instead": replace(WELL, is_merged=True),
    "report_is_quoted": replace(WELL, is_quoted=True),
}


def test_the_table_allows_exactly_what_chapter_2_says() -> None:
    assert as_table(REPORT) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in REPORT.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        REPORT.check(row, BROKEN[code])


def test_every_guard_was_broken_and_none_refuses_when_all_is_well() -> None:
    assert {guard.code for row in REPORT.rows for guard in row.needs} == set(BROKEN)
    for row in REPORT.rows:
        decided = replace(WELL, has_new_evidence=False) if evidence_is_decided in row.needs else WELL
        REPORT.check(row, decided)


def test_every_deadline_the_table_names_is_in_the_deadline_table() -> None:
    assert {rule for row in REPORT.rows for rule in (*row.starts, *row.stops)} <= set(DEADLINES)


def test_the_reporter_is_told_something_for_every_state() -> None:
    assert {state.value for state in ReportState} == {str(state) for state in REPORT_STATES}
    assert set(REPORT_STATES.values()) <= set(NOTICES)
