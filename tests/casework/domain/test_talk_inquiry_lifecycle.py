from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from casework.domain.deadlines import DEADLINES
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY, TalkInquiryFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
planned:              submit_plan>approved/handler+cadre_supervisor/S2
approved:             hold_talk>talk_held/handler+office_head+cadre_supervisor/ send_letter>letter_sent/handler+cadre_supervisor/
talk_held:            draft_report>report_drafted/handler+cadre_supervisor/
letter_sent:          record_delivery>letter_sent/handler+cadre_supervisor/ receive_explanation>explanation_received/handler+cadre_supervisor/
explanation_received: draft_report>report_drafted/handler+cadre_supervisor/
report_drafted:       draft_report>report_drafted/handler+cadre_supervisor/ start_second_round>approved/handler+cadre_supervisor/S2 \
 decide>decided/handler+office_head+cadre_supervisor/S2
decided:              check_sample>decided/office_head/ reopen>report_drafted/system/ record_meeting>decided/handler+cadre_supervisor/ \
 file>filed/handler+cadre_supervisor/
filed:                record_meeting>filed/handler+cadre_supervisor/
""".replace("\\\n", "")

GUARDS = {
    "submit_plan": ["plan_missing", "emergency_plan_missing"],
    "hold_talk": ["form_not_approved", "two_participants_needed", "officer_unknown", "recusal_conflict",
                  "talker_not_approved", "place_not_safe", "transcript_missing"],
    "send_letter": ["form_not_approved", "letter_missing", "copy_missing"],
    "record_delivery": ["letter_delivered_already"],
    "receive_explanation": ["countersignature_missing"],
    "draft_report": ["report_missing"],
    "start_second_round": ["reason_missing"],
    "decide": ["measure_missing", "reply_missing"],
    "check_sample": ["sample_check_not_due", "own_work"],
    "file": ["sample_check_open"],
}  # fmt: skip
BROKEN: dict[str, dict[str, Any]] = {
    "plan_missing": {"has_plan": False},
    "emergency_plan_missing": {"has_emergency_plan": False},
    "form_not_approved": {"form_is_approved": False},
    "two_participants_needed": {"participants": 1},
    "officer_unknown": {"unknown_officers": 1},
    "recusal_conflict": {"conflicted": 1},
    "talker_not_approved": {"talker_is_approved": False},
    "place_not_safe": {"place_is_safe": False},
    "transcript_missing": {"has_transcript": False},
    "letter_missing": {"has_letter": False},
    "copy_missing": {"has_copies": False},
    "letter_delivered_already": {"is_undelivered": False},
    "countersignature_missing": {"is_countersigned": False},
    "report_missing": {"has_report": False},
    "reason_missing": {"has_reason": False},
    "measure_missing": {"has_measure": False},
    "reply_missing": {"has_reply": False},
    "sample_check_not_due": {"sample_is_due": False},
    "own_work": {"checker_is_another": False},
    "sample_check_open": {"sample_is_due": True},
}


def whole(action: str) -> TalkInquiryFacts:
    """Return facts no guard of the action objects to: a sample is due when it is checked, and not when it is filed."""
    return TalkInquiryFacts(sample_is_due=action == "check_sample")


def test_the_table_allows_exactly_what_4_3_says() -> None:
    assert as_table(TALK_INQUIRY) == written(BY_HAND)


def test_every_move_has_exactly_its_guards() -> None:
    found = {row.action.value: [guard.code for guard in row.needs] for row in TALK_INQUIRY.rows if row.needs}
    assert found == GUARDS


@pytest.mark.parametrize(("action", "code"), [(a, code) for a, codes in GUARDS.items() for code in codes])
def test_a_broken_guard_refuses_by_its_code(action: str, code: str) -> None:
    row = TALK_INQUIRY.rows_of(action)[0]
    TALK_INQUIRY.check(row, whole(action))
    with pytest.raises(Refused, match=code):
        TALK_INQUIRY.check(row, replace(whole(action), **BROKEN[code]))


def test_a_letter_has_15_working_days_and_what_follows_it_or_a_talk_one_month() -> None:
    starts = {
        rule: [row.action.value for row in TALK_INQUIRY.rows if rule in row.starts]
        for rule in ("DL-10", "DL-11")
    }
    stops = {
        rule: [row.action.value for row in TALK_INQUIRY.rows if rule in row.stops]
        for rule in ("DL-10", "DL-11")
    }
    assert starts == {
        "DL-10": ["send_letter", "record_delivery"],
        "DL-11": ["hold_talk", "receive_explanation"],
    }
    assert stops == {"DL-10": ["receive_explanation"], "DL-11": ["draft_report"]}
    assert set(starts) <= set(DEADLINES)
