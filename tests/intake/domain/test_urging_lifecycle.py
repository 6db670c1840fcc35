from __future__ import annotations

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.urging_lifecycle import URGING, UrgingFacts
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

ISSUER = "petition_officer"
TO = "+".join(
    f"{role}@addressed"
    for role in (
        "competent_department",
        "handler",
        "petition_officer",
        "district_commission",
        "town_commission",
    )
)
BY_HAND = f"""
drafted:   issue>issued/{ISSUER}/S2 withdraw>withdrawn/{ISSUER}/
issued:    sign_for>read/{TO}/ answer>answered/{TO}/S1 escalate>escalated/{ISSUER}/S2 lapse>lapsed/system/
read:      answer>answered/{TO}/S1 escalate>escalated/{ISSUER}/S2 lapse>lapsed/system/
answered:  return>issued/{ISSUER}/ close>closed/{ISSUER}/
closed:
escalated:
lapsed:
withdrawn:
"""
BROKEN = {
    "level_must_rise": UrgingFacts(level_rises=False),
    "urging_not_overdue": UrgingFacts(is_overdue=False),
    "level_comes_first": UrgingFacts(next_is_right=False),
}


def test_an_urging_is_closed_only_from_its_answer() -> None:
    assert as_table(URGING) == written(BY_HAND)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_guard_refuses_by_its_code(code: str) -> None:
    row = next(row for row in URGING.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        URGING.check(row, BROKEN[code])


def test_every_guard_was_broken_and_none_refuses_when_all_is_well() -> None:
    assert {guard.code for row in URGING.rows for guard in row.needs} == set(BROKEN)
    for row in URGING.rows:
        URGING.check(row, UrgingFacts())


def test_every_deadline_the_table_names_is_in_the_deadline_table() -> None:
    assert {rule for row in URGING.rows for rule in (*row.starts, *row.stops)} <= set(DEADLINES)
