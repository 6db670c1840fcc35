from __future__ import annotations

import pytest

from casework.domain.deadlines import DEADLINES
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY, TalkInquiryFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
planned:              submit_plan>approved/handler/S2
approved:             hold_talk>talk_held/handler+office_head/ send_letter>letter_sent/handler/
talk_held:            draft_report>report_drafted/handler/
letter_sent:          receive_explanation>explanation_received/handler/
explanation_received: draft_report>report_drafted/handler/
report_drafted:       draft_report>report_drafted/handler/ start_second_round>approved/handler/S2 \
 decide>decided/handler+office_head/S2
decided:              file>filed/handler/
filed:
""".replace("\\\n", "")

BROKEN = {
    "two_participants_needed": TalkInquiryFacts(participants=1),
    "countersignature_missing": TalkInquiryFacts(is_countersigned=False),
    "report_missing": TalkInquiryFacts(has_report=False),
}


def test_the_table_allows_exactly_what_4_3_says() -> None:
    assert as_table(TALK_INQUIRY) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in TALK_INQUIRY.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        TALK_INQUIRY.check(row, BROKEN[code])
    TALK_INQUIRY.check(row, TalkInquiryFacts())


def test_a_letter_has_15_working_days_and_what_follows_it_or_a_talk_one_month() -> None:
    starts = {
        rule: [row.action.value for row in TALK_INQUIRY.rows if rule in row.starts]
        for rule in ("DL-10", "DL-11")
    }
    stops = {
        rule: [row.action.value for row in TALK_INQUIRY.rows if rule in row.stops]
        for rule in ("DL-10", "DL-11")
    }
    assert starts == {"DL-10": ["send_letter"], "DL-11": ["hold_talk", "receive_explanation"]}
    assert stops == {"DL-10": ["receive_explanation"], "DL-11": ["draft_report"]}
    assert set(starts) <= set(DEADLINES)
