from __future__ import annotations

import pytest

from casework.domain.deadlines import DEADLINES
from casework.domain.verification import Proposal, proposal_for
from casework.domain.verification_lifecycle import VERIFICATION, VerificationFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

HANDLER = "handler+cadre_supervisor"
OFFICE = "handler+office_head+cadre_supervisor"
MEMBERS = (
    "handler office_head stationed_group district_commission town_commission case_reviewer cadre_supervisor"
)
MEMBER = "+".join(f"{role}@member" for role in MEMBERS.split())
BY_HAND = (
    """
plan_drafted:      submit_plan>approved/HANDLER/S2
approved:          form_team>team_formed/OFFICE/ extend_deadline>approved/OFFICE/S3
team_formed:       form_team>team_formed/OFFICE/ begin>verifying/OFFICE/ extend_deadline>team_formed/OFFICE/S3
verifying:         change_team>verifying/office_head/ take_measure>verifying/HANDLER/S2 take_custody>verifying/HANDLER/ \
 settle_custody>verifying/HANDLER/S2 extend_deadline>verifying/OFFICE/S3 draft_report>report_drafted/HANDLER/
report_drafted:    draft_report>report_drafted/HANDLER/ sign_report>report_drafted/MEMBER/ \
 change_team>report_drafted/office_head/ \
 review_collectively>collective_review/OFFICE/ settle_custody>report_drafted/HANDLER/S2 \
 extend_deadline>report_drafted/OFFICE/S3
collective_review: return_report>verifying/OFFICE/ report>reported/OFFICE/ settle_custody>collective_review/HANDLER/S2 \
 extend_deadline>collective_review/OFFICE/S3
reported:          return_report>verifying/OFFICE/ decide>decided/OFFICE/S3 settle_custody>reported/HANDLER/S2
decided:
""".replace("\\\n", "")
    .replace("HANDLER", HANDLER)
    .replace("OFFICE", OFFICE)
    .replace("MEMBER", MEMBER)
)

READY = VerificationFacts(team_size=2, has_report=True)
BROKEN = {
    "team_too_small": VerificationFacts(team_size=1),
    "two_participants_needed": VerificationFacts(participants=1),
    "officer_unknown": VerificationFacts(team_size=2, unknown_officers=1),
    "recusal_conflict": VerificationFacts(team_size=2, conflicted=1),
    "report_missing": VerificationFacts(),
    "not_a_member": VerificationFacts(is_member=False),
    "report_already_signed": VerificationFacts(has_signed=True),
    "report_not_signed_by_all": VerificationFacts(team_size=2, missing_signatures=1),
    "minutes_missing": VerificationFacts(team_size=2, has_minutes=False),
    "participant_not_member": VerificationFacts(strangers=1),
    "custody_not_approved": VerificationFacts(custody_is_approved=False),
    "item_not_held": VerificationFacts(item_is_held=False),
    "custody_open": VerificationFacts(held_items=1),
    "clock_not_extendable": VerificationFacts(may_extend=False),
}


def test_the_table_allows_exactly_what_4_5_says() -> None:
    assert as_table(VERIFICATION) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in VERIFICATION.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        VERIFICATION.check(row, BROKEN[code])


def test_every_guard_of_the_table_was_broken_above() -> None:
    assert {guard.code for row in VERIFICATION.rows for guard in row.needs} == set(BROKEN)


def test_a_move_whose_guards_hold_is_not_refused() -> None:
    for row in VERIFICATION.rows:
        VERIFICATION.check(row, READY)


def test_the_two_months_run_from_the_approved_plan_to_the_report_to_the_leaders() -> None:
    starts = {row.action.value for row in VERIFICATION.rows if "DL-12" in row.starts}
    stops = {row.action.value for row in VERIFICATION.rows if "DL-12" in row.stops}
    assert (starts, stops) == ({"submit_plan"}, {"report"})
    assert "DL-12" in DEADLINES


@pytest.mark.parametrize(
    ("grade", "proposal"),
    [
        ("true", Proposal.FILE_CASE),
        ("partly_true", Proposal.FILE_CASE),
        ("basically_true", Proposal.FILE_CASE),
        ("untrue", Proposal.CLOSE),
        ("cannot_be_proved", Proposal.CLOSE),
        ("misreport", Proposal.CLOSE),
        (None, Proposal.CLOSE),
    ],
)
def test_without_another_word_the_proposal_follows_from_the_truth_grade(
    grade: str | None, proposal: Proposal
) -> None:
    assert proposal_for(grade) is proposal
