from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.work_reminder_lifecycle import WORK_REMINDER, WorkReminderFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

ISSUER = "petition_officer"
TO = "competent_department@addressed"
BY_HAND = f"""
drafted:     send>sent/{ISSUER}/S2 withdraw>withdrawn/{ISSUER}/
sent:        answer>answered/{TO}/S1 visit>followed_up/{ISSUER}/
answered:    visit>followed_up/{ISSUER}/ record_result>answered/{ISSUER}/
followed_up: answer>followed_up/{TO}/S1 visit>followed_up/{ISSUER}/ record_result>followed_up/{ISSUER}/ close>closed/{ISSUER}/
closed:
withdrawn:
"""
BROKEN = {
    "results_missing": WorkReminderFacts(has_every_result=False),
    "matter_not_in_reminder": WorkReminderFacts(matter_is_in_it=False),
}


def test_only_what_was_visited_is_closed() -> None:
    assert as_table(WORK_REMINDER) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code_and_none_when_all_is_well(code: str) -> None:
    row = next(row for row in WORK_REMINDER.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        WORK_REMINDER.check(row, BROKEN[code])
    WORK_REMINDER.check(row, WorkReminderFacts())


def test_every_deadline_the_table_names_is_in_the_deadline_table() -> None:
    assert {rule for row in WORK_REMINDER.rows for rule in (*row.starts, *row.stops)} <= set(DEADLINES)
