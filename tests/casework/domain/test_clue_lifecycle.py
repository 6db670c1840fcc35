from __future__ import annotations

import pytest

from casework.domain.clue_lifecycle import CLUE, ClueAction, ClueFacts, ClueState
from casework.domain.deadlines import DEADLINES
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

HANDLER, KEEPER = "handler+cadre_supervisor", "case_manager+cadre_supervisor"
BY_HAND = (
    """
registered:               designate>allocated/system/ split>registered/KEEPER/ propose_allocation>allocation_proposed/KEEPER/ merge>merged/KEEPER/S3 \
 return>returned/system/
allocation_proposed:      designate>allocated/system/ split>allocation_proposed/KEEPER/ propose_allocation>allocation_proposed/KEEPER/ \
 allocate>allocated/KEEPER/S3 merge>merged/KEEPER/S3 return>returned/system/
allocated:                designate>allocated/system/ split>allocated/SPLITTER/ report_up>allocated/HANDLER/S3 reallocate>allocated/case_manager@ledger/S3 sign_for>allocated/HANDLER/ assess>under_assessment/HANDLER/S1 \
 merge>merged/LEDGERS/S3
under_assessment:         designate>allocated/system/ split>under_assessment/SPLITTER/ report_up>under_assessment/HANDLER/S3 reallocate>allocated/case_manager@ledger/S3 sign_for>under_assessment/HANDLER/ assess>under_assessment/HANDLER/S1 \
 merge>merged/LEDGERS/S3 \
 propose_disposal>disposal_proposed/HANDLER/S2 hold>on_hold/HANDLER/S2 close>closed/HANDLER/S2 \
 transfer>transferred/HANDLER/S2 transfer_within>allocated/HANDLER/S2
disposal_proposed:        approve_disposal>disposal_approved/system/
disposal_approved:        designate>allocated/system/ split>disposal_approved/SPLITTER/ report_up>disposal_approved/HANDLER/S3 begin_talk_inquiry>talk_inquiry/system/ \
 begin_verification>preliminary_verification/system/ hold>on_hold/HANDLER/S2 close>closed/HANDLER/S2 \
 transfer>transferred/HANDLER/S2 transfer_within>allocated/HANDLER/S2
talk_inquiry:             designate>allocated/system/ split>talk_inquiry/SPLITTER/ report_up>talk_inquiry/HANDLER/S3 propose_disposal>disposal_proposed/HANDLER/S2 hold>on_hold/HANDLER/S2 \
 close>closed/HANDLER/S2 transfer>transferred/HANDLER/S2 transfer_within>allocated/HANDLER/S2 dispose>disposed/HANDLER/S2
preliminary_verification: designate>allocated/system/ split>preliminary_verification/SPLITTER/ report_up>preliminary_verification/HANDLER/S3 propose_disposal>disposal_proposed/HANDLER/S2 hold>on_hold/HANDLER/S2 \
 close>closed/HANDLER/S2 transfer>transferred/HANDLER/S2 transfer_within>allocated/HANDLER/S2 dispose>disposed/HANDLER/S2 \
 propose_filing>case_filed/HANDLER/S3+S5
on_hold:                  designate>allocated/system/ split>on_hold/SPLITTER/ report_up>on_hold/HANDLER/S3 propose_disposal>disposal_proposed/HANDLER/S2 hold>on_hold/HANDLER/S2 \
 close>closed/HANDLER/S2 transfer>transferred/HANDLER/S2 transfer_within>allocated/HANDLER/S2 look_again>under_assessment/system/
closed:                   report_up>closed/HANDLER/S3 consider_clearing>closed/HANDLER/ archive>archived/HANDLER/
transferred:              report_up>transferred/HANDLER/S3 archive>archived/HANDLER/
disposed:                 report_up>disposed/HANDLER/S3 archive>archived/HANDLER/
case_filed:
archived:
merged:                   unmerge>registered/KEEPER/S3
returned:
""".replace("\\\n", "")
    .replace("SPLITTER", f"case_manager@ledger+{HANDLER}")
    .replace("HANDLER", HANDLER)
    .replace("KEEPER", KEEPER)
    .replace("LEDGERS", "case_manager@ledger+cadre_supervisor")
)

DISPOSABLE = ["gate_incomplete", "branch_not_decided", "superior_not_told"]
GUARDS = {
    "propose_allocation": ["office_missing", "receiver_not_competent", "own_staff_kept_apart"],
    "allocate": [
        "office_missing",
        "receiver_not_competent",
        "own_staff_kept_apart",
        "officer_unknown",
        "recusal_conflict",
    ],
    "reallocate": [
        "receiver_not_competent",
        "office_unchanged",
        "own_staff_kept_apart",
        "officer_unknown",
        "recusal_conflict",
    ],
    "sign_for": ["clue_signed_for"],
    "merge": ["merge_target_unknown", "merge_with_itself", "merge_target_ended"],
    "unmerge": ["merge_target_merged"],
    "split": ["report_not_of_clue"],
    "propose_disposal": [*DISPOSABLE, "minutes_missing"],
    "hold": [*DISPOSABLE, "minutes_missing", "next_look_too_late"],
    "close": [*DISPOSABLE, "minutes_missing"],
    "transfer": [*DISPOSABLE, "receiver_in_own_organ"],
    "transfer_within": [*DISPOSABLE, "receiver_not_competent", "office_unchanged", "own_staff_kept_apart"],
    "dispose": DISPOSABLE,
    "propose_filing": DISPOSABLE,
    "consider_clearing": ["clearing_not_asked"],
    "report_up": ["superior_not_asked_for"],
    "archive": ["deadline_still_open", "clearing_not_considered"],
    "designate": ["receiver_not_competent", "office_unchanged", "own_staff_kept_apart", "branch_not_decided"],
}
BROKEN = {
    "office_missing": ClueFacts(has_office=False),
    "receiver_not_competent": ClueFacts(office_is_competent=False),
    "own_staff_kept_apart": ClueFacts(stays_with_supervisors=False),
    "office_unchanged": ClueFacts(office_is_new=False),
    "clue_signed_for": ClueFacts(is_signed_for=True),
    "officer_unknown": ClueFacts(unknown_officers=1),
    "recusal_conflict": ClueFacts(conflicted=1),
    "gate_incomplete": ClueFacts(gate_is_needed=True, gate_is_complete=False),
    "branch_not_decided": ClueFacts(has_open_branch=True),
    "deadline_still_open": ClueFacts(has_open_clocks=True),
    "merge_target_unknown": ClueFacts(target_is_known=False),
    "merge_with_itself": ClueFacts(target_is_another=False),
    "merge_target_ended": ClueFacts(target_is_open=False),
    "merge_target_merged": ClueFacts(target_is_unmerged=False),
    "next_look_too_late": ClueFacts(next_look_is_in_time=False),
    "minutes_missing": ClueFacts(has_minutes=False),
    "superior_not_told": ClueFacts(superior_is_told=False),
    "superior_not_asked_for": ClueFacts(superior_is_asked_for=False),
    "receiver_in_own_organ": ClueFacts(receiver_is_outside=False),
    "report_not_of_clue": ClueFacts(sources_are_linked=False),
    "clearing_not_asked": ClueFacts(clearing_is_asked=False),
    "clearing_not_considered": ClueFacts(clearing_is_considered=False),
}


def test_the_table_allows_exactly_what_chapter_4_says() -> None:
    assert as_table(CLUE) == written(BY_HAND)


def test_every_move_has_exactly_its_guards() -> None:
    found = {row.action.value: [guard.code for guard in row.needs] for row in CLUE.rows if row.needs}
    assert found == GUARDS


@pytest.mark.parametrize(("action", "code"), [(a, code) for a, codes in GUARDS.items() for code in codes])
def test_a_broken_guard_refuses_by_its_code(action: str, code: str) -> None:
    row = CLUE.rows_of(action)[0]
    with pytest.raises(Refused, match=code):
        CLUE.check(row, BROKEN[code])


def test_a_move_whose_guards_hold_is_not_refused() -> None:
    for row in CLUE.rows:
        CLUE.check(row, ClueFacts(gate_is_needed=True, gate_is_complete=True))


def test_every_deadline_of_the_table_is_a_deadline_of_the_service() -> None:
    named = {rule for row in CLUE.rows for rule in (*row.starts, *row.stops)}
    assert named == {"DL-09", "DL-40", "DL-45", "P-R-A2", "P-R-A5"}
    assert named <= set(DEADLINES)


def test_the_clock_of_a_clue_on_hold_begins_with_every_holding() -> None:
    row = CLUE.find(ClueState.ON_HOLD, ClueAction.HOLD)
    assert row.starts == ("DL-45",)
    assert "DL-45" in row.stops


def test_whatever_ends_a_clue_tells_others_that_it_is_concluded() -> None:
    ends = {ClueState.CLOSED, ClueState.TRANSFERRED, ClueState.DISPOSED, ClueState.CASE_FILED}
    ending = [row for row in CLUE.rows if row.to in ends and row.to not in row.sources]
    assert {row.event for row in ending} == {"clue.concluded"}
    assert {row.to for row in CLUE.rows if row.event == "clue.concluded"} == ends


def test_every_state_that_is_not_final_has_a_way_out_for_people_but_the_one_signatures_pass_through() -> None:
    without = {
        state
        for state in CLUE.states
        if state not in CLUE.final and all(row.by_system for row in CLUE.from_state(state))
    }
    assert without == {ClueState.DISPOSAL_PROPOSED}


def test_nobody_who_signs_also_proposes() -> None:
    proposers = {party.role for row in CLUE.rows if row.signs for party in row.by}
    assert {role.value for role in proposers if role} == {"case_manager", "handler", "cadre_supervisor"}
