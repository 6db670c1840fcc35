from __future__ import annotations

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.recommendation_lifecycle import RECOMMENDATION, RecommendationFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

BY_HAND = """
drafted:       revise_draft>drafted/handler/ check_legality>legal_checked/CHECKER/ return_draft>drafted/CHECKER/ WITHDRAW
legal_checked: return_draft>drafted/CHECKER/ approve>approved/handler/S2 WITHDRAW
approved:      issue>issued/handler/ WITHDRAW
issued:        deliver>delivered/handler/ WITHDRAW
delivered:     acknowledge>acknowledged/RECEIVER/ mark_overdue>overdue/system/ WITHDRAW
acknowledged:  object>objected/RECEIVER/ reply>replied/RECEIVER/ mark_overdue>overdue/system/ WITHDRAW
objected:      answer_objection>acknowledged/handler/S2 WITHDRAW
replied:       return_reply>acknowledged/handler/S1 begin_rectifying>rectifying/RECEIVER/ mark_overdue>overdue/system/ escalate>escalated/handler/S3 WITHDRAW
rectifying:    verify>verified/handler/S1 mark_overdue>overdue/system/
verified:      close>closed/handler/S2
overdue:       reply>replied/RECEIVER/ set_new_date>acknowledged/handler/S1 escalate>escalated/handler/S3
escalated:     reply>replied/RECEIVER/
withdrawn:
closed:
"""
WORDS = {
    "WITHDRAW": "withdraw>withdrawn/handler/S2",
    "CHECKER": "case_reviewer@checking",
    "RECEIVER": "competent_department@addressee+inspected_organization@addressee",
}
BROKEN = {
    "letter_incomplete": RecommendationFacts(parts_missing=1),
    "date_missing": RecommendationFacts(has_date=False),
    "reply_missing": RecommendationFacts(has_reply=False),
    "reply_date_passed": RecommendationFacts(date_is_ahead=False),
    "item_not_verified": RecommendationFacts(item_is_verified=False),
    "reply_does_not_refuse": RecommendationFacts(is_refused=False),
    "second_date_not_missed": RecommendationFacts(missed_dates=1),
}


def test_the_table_allows_exactly_what_chapter_10_says() -> None:
    text = BY_HAND
    for word, meaning in WORDS.items():
        text = text.replace(word, meaning)
    assert as_table(RECOMMENDATION) == written(text)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in RECOMMENDATION.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        RECOMMENDATION.check(row, BROKEN[code])
    RECOMMENDATION.check(row, RecommendationFacts())


def test_every_guard_of_the_table_was_broken_above() -> None:
    assert {guard.code for row in RECOMMENDATION.rows for guard in row.needs} == set(BROKEN)


def test_the_reply_runs_from_delivery_and_the_correction_from_the_signed_receipt() -> None:
    starts = {(row.action.value, rule) for row in RECOMMENDATION.rows for rule in row.starts}
    assert starts == {
        ("deliver", "DL-31"),
        ("acknowledge", "P-10"),
        ("set_new_date", "DL-31"),
        ("set_new_date", "P-10"),
        ("return_reply", "DL-31"),
    }
    assert {rule for _, rule in starts} <= set(DEADLINES)


def test_casework_hears_when_a_recommendation_is_closed() -> None:
    (row,) = RECOMMENDATION.rows_of("close")
    assert row.event == "recommendation.closed"
