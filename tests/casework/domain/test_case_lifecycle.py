from __future__ import annotations

import pytest

from casework.domain.case_guards import CaseFacts
from casework.domain.case_lifecycle import CASE, CaseState
from casework.domain.deadlines import DEADLINES
from shared.lifecycle import Refused, Row

from tests.support.lifecycles import as_table, written

HANDLER = "handler+cadre_supervisor"
OFFICE = "handler+office_head+cadre_supervisor"
TEAM = "handler@member+office_head@member+stationed_group@member+district_commission@member+town_commission@member+cadre_supervisor@member"
REVIEW = "case_reviewer@review"
BOTH = f"{OFFICE}+{REVIEW}"
KEEPERS = f"case_manager@ledger+{REVIEW}+{TEAM}"
DECIDERS = f"{REVIEW}+case_reviewer@authority+handler@authority"

# What leads on.
ONWARD = f"""
filing_proposed:          file>filed/{HANDLER}/
filed:                    designate>filed/system/ approve_plan>plan_approved/{HANDLER}/S3 withdraw>withdrawn/{OFFICE}/S3
plan_approved:            designate>filed/system/ begin_investigation>investigating/{OFFICE}/ withdraw>withdrawn/{OFFICE}/S3
investigating:            designate>filed/system/ show_facts>facts_met_with_subject/{HANDLER}/S1 withdraw>withdrawn/{OFFICE}/S3
facts_met_with_subject:   designate>filed/system/ complete_report>report_done/{TEAM}/ withdraw>withdrawn/{OFFICE}/S3
report_done:              submit_to_review>to_review/{HANDLER}/S2 withdraw>withdrawn/{OFFICE}/S3
to_review:                accept_review>review_accepted/{REVIEW}/ refuse_review>report_done/{REVIEW}/
review_accepted:          begin_review>reviewing/{REVIEW}/
reviewing:                finish_review>review_done/{REVIEW}/ return_reinvestigate>returned_reinvestigate/{REVIEW}/S3 return_supplement>returned_supplement/{REVIEW}/S2
returned_reinvestigate:   reinvestigate>investigating/{HANDLER}/ withdraw>withdrawn/{OFFICE}/S3
returned_supplement:      supplement>report_done/{HANDLER}/ withdraw>withdrawn/{OFFICE}/S3
review_done:              decide>decided/{DECIDERS}/S3+S4 transfer_to_procuratorate>transferred_to_procuratorate/{BOTH}/S3+S4 withdraw>withdrawn/{OFFICE}/S3
decided:                  serve>served/{BOTH}/ transfer_to_procuratorate>transferred_to_procuratorate/{BOTH}/S3+S4
served:                   begin_execution>executing/{OFFICE}/ lodge_appeal>appealed/{BOTH}/ transfer_to_procuratorate>transferred_to_procuratorate/{BOTH}/S3+S4
executing:                close>closed/{HANDLER}/ lodge_appeal>appealed/{BOTH}/ transfer_to_procuratorate>transferred_to_procuratorate/{BOTH}/S3+S4
appealed:                 end_appeal>executing/system/ lodge_appeal>appealed/{BOTH}/
transferred_to_procuratorate: close>closed/{HANDLER}/ lodge_appeal>appealed/{BOTH}/
withdrawn:
closed:                   lodge_appeal>appealed/{BOTH}/
"""

# What leaves a case where it stands: who, who signs, and in which states.
STAYING = f"""
announce_filing/{HANDLER}/S3:           filed plan_approved investigating
permit_exception/{OFFICE}/S3:         filed plan_approved investigating facts_met_with_subject report_done to_review review_accepted reviewing returned_reinvestigate returned_supplement review_done
change_team/office_head/:             investigating facts_met_with_subject
write_report/{HANDLER}/:                investigating facts_met_with_subject report_done returned_supplement review_done decided served executing appealed transferred_to_procuratorate
waive_report/{HANDLER}/S2:              investigating facts_met_with_subject report_done returned_supplement review_done decided served executing appealed transferred_to_procuratorate
involve_review/{HANDLER}/S2:            investigating facts_met_with_subject
change_review_group/{REVIEW}/:        reviewing
talk_with_subject/{REVIEW}/:          reviewing
discuss_review/{REVIEW}/:             reviewing
designate_authority/{OFFICE}/S3:      investigating report_done review_done
record_opinion/{REVIEW}/:             review_done
announce_decision/{BOTH}/:            decided served executing appealed transferred_to_procuratorate
report_execution/{OFFICE}/:           executing appealed transferred_to_procuratorate
lodge_complaint/{OFFICE}/:            filed plan_approved investigating facts_met_with_subject report_done to_review review_accepted reviewing returned_reinvestigate returned_supplement review_done decided served executing appealed
record_quality/{KEEPERS}/:            report_done to_review review_accepted reviewing review_done decided served executing appealed transferred_to_procuratorate closed
draft_recommendation/{OFFICE}/:       report_done review_done decided served executing appealed transferred_to_procuratorate closed
extend_deadline/{BOTH}/:              filed plan_approved investigating facts_met_with_subject report_done to_review review_accepted reviewing returned_reinvestigate returned_supplement review_done decided served executing appealed
"""

GUARDS = {
    "file": "subjects_missing track_unfit",
    "permit_exception": "subject_unknown reason_missing",
    "approve_plan": "minutes_missing",
    "begin_investigation": "officer_unknown team_too_small recusal_conflict",
    "change_team": "officer_unknown team_too_small recusal_conflict",
    "show_facts": "filing_not_announced report_missing two_participants_needed subject_unknown subjects_left_out signature_or_note_missing",
    "write_report": "report_missing report_is_complete",
    "waive_report": "reason_missing",
    "complete_report": "not_team_leader team_too_small minutes_missing report_missing",
    "submit_to_review": "file_incomplete review_office_missing",
    "involve_review": "reason_missing review_office_missing",
    "accept_review": "reviewer_handled_case",
    "refuse_review": "reviewer_handled_case reason_missing",
    "begin_review": "reviewer_handled_case officer_unknown team_too_small recusal_conflict reviewer_handled_case",
    "change_review_group": "reviewer_handled_case officer_unknown team_too_small recusal_conflict reviewer_handled_case",
    "talk_with_subject": "not_in_review_group two_participants_needed subject_unknown",
    "discuss_review": "not_in_review_group minutes_missing",
    "finish_review": "not_in_review_group team_too_small review_talk_missing review_not_discussed report_missing",
    "return_reinvestigate": "not_in_review_group reason_missing",
    "return_supplement": "not_in_review_group reason_missing",
    "supplement": "report_missing",
    "record_opinion": "reason_missing",
    "decide": "reviewer_handled_case other_organ_decides subject_unknown subjects_left_out opinions_missing",
    "report_execution": "subject_unknown recovered_more_than_decided",
    "transfer_to_procuratorate": "subject_unknown",
    "withdraw": "reason_missing",
    "designate": "receiver_not_competent",
    "close": "three_reports_missing execution_not_reported deadline_still_open",
    "lodge_appeal": "subject_unknown appeal_kind_unfit appeal_already_open appeal_too_late receiver_not_competent",
    "lodge_complaint": "subject_unknown appeal_kind_unfit appeal_already_open appeal_too_late receiver_not_competent",
    "record_quality": "quality_already_recorded reviewer_handled_case",
    "extend_deadline": "clock_not_extendable reason_missing",
}
BROKEN = {
    "subjects_missing": [CaseFacts(subjects=0)],
    "track_unfit": [CaseFacts(track_fits=False)],
    "minutes_missing": [CaseFacts(has_minutes=False)],
    "officer_unknown": [CaseFacts(unknown_officers=1)],
    "team_too_small": [CaseFacts(team_size=1)],
    "recusal_conflict": [CaseFacts(conflicted=1)],
    "reviewer_handled_case": [CaseFacts(actor_handled=True), CaseFacts(handlers_among=1)],
    "two_participants_needed": [CaseFacts(participants=1)],
    "filing_not_announced": [CaseFacts(is_filing_announced=False)],
    "subject_unknown": [CaseFacts(subjects_unknown=1)],
    "subjects_left_out": [CaseFacts(subjects_left_out=1)],
    "signature_or_note_missing": [CaseFacts(subjects_unsigned=1)],
    "report_missing": [CaseFacts(has_text=False), CaseFacts(has_investigation_report=False)],
    "reason_missing": [CaseFacts(has_reason=False)],
    "report_is_complete": [CaseFacts(is_report_open=False)],
    "not_team_leader": [CaseFacts(is_leader=False)],
    "file_incomplete": [CaseFacts(file_gaps=1)],
    "review_office_missing": [CaseFacts(has_review_office=False)],
    "not_in_review_group": [CaseFacts(is_reviewer=False)],
    "review_talk_missing": [CaseFacts(has_talked=False)],
    "review_not_discussed": [CaseFacts(is_discussed=False)],
    "other_organ_decides": [CaseFacts(decides_here=False)],
    "opinions_missing": [CaseFacts(opinions_missing=1)],
    "recovered_more_than_decided": [CaseFacts(is_recovered_within=False)],
    "three_reports_missing": [CaseFacts(reports_missing=1)],
    "execution_not_reported": [CaseFacts(execution_missing=1)],
    "deadline_still_open": [CaseFacts(has_open_clocks=True)],
    "appeal_kind_unfit": [CaseFacts(appeal_fits=False)],
    "appeal_already_open": [CaseFacts(appeal_is_new=False)],
    "appeal_too_late": [CaseFacts(appeal_in_time=False)],
    "receiver_not_competent": [CaseFacts(office_is_competent=False)],
    "quality_already_recorded": [CaseFacts(quality_is_new=False)],
    "clock_not_extendable": [CaseFacts(deadline_extends=False)],
}


def by_hand() -> dict[tuple[str, str], str]:
    """Put both tables together."""
    moves = written(ONWARD)
    for line in STAYING.strip().splitlines():
        what, _, states = line.partition(":")
        action, who, signs = what.split("/")
        for state in states.split():
            assert (state, action) not in moves
            moves[state, action] = f"{state}/{who}/{signs}"
    return moves


def test_the_table_allows_exactly_what_chapter_5_says() -> None:
    assert as_table(CASE) == by_hand()


def test_every_move_has_exactly_its_guards_in_every_state() -> None:
    found = {
        (row.action.value, " ".join(guard.code for guard in row.needs)) for row in CASE.rows if row.needs
    }
    assert found == set(GUARDS.items())


@pytest.mark.parametrize(
    ("action", "code"), [(a, c) for a, codes in GUARDS.items() for c in sorted(set(codes.split()))]
)
def test_a_broken_guard_refuses_by_its_code(action: str, code: str) -> None:
    for row in CASE.rows_of(action):
        assert code in {refusal(row, facts) for facts in BROKEN[code]}


def refusal(row: Row, facts: CaseFacts) -> str | None:
    """Return the code a move is refused with."""
    try:
        CASE.check(row, facts)
    except Refused as refused:
        return refused.code
    return None


def test_a_move_whose_guards_hold_is_not_refused() -> None:
    for row in CASE.rows:
        CASE.check(row, CaseFacts())


def test_every_deadline_of_the_table_is_a_deadline_of_the_service() -> None:
    named = {rule for row in CASE.rows for rule in (*row.starts, *row.stops)}
    assert named == {"DL-13", "DL-14", "DL-22", "DL-23", "DL-24", "DL-25w", "DL-29w", "DL-30"}
    assert named <= set(DEADLINES)


def test_every_state_of_the_book_is_there() -> None:
    assert [state.value for state in CaseState] == [
        "filing_proposed", "filed", "plan_approved", "investigating", "facts_met_with_subject", "report_done",
        "to_review", "review_accepted", "reviewing", "returned_reinvestigate", "returned_supplement", "review_done",
        "decided", "served", "executing", "appealed", "transferred_to_procuratorate", "withdrawn", "closed",
    ]  # fmt: skip


def test_every_state_has_a_way_out_for_people_but_the_withdrawn() -> None:
    stuck = {state for state in CASE.states if all(row.by_system for row in CASE.from_state(state))}
    assert stuck == {CaseState.WITHDRAWN}


def test_a_closed_case_opens_again_by_an_appeal_only() -> None:
    assert {row.to for row in CASE.from_state("closed")} == {CaseState.CLOSED, CaseState.APPEALED}
