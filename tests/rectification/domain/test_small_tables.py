"""The smaller tables of rectification, each restated by hand, and each of their guards refused and accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE
from rectification.domain.consultation_lifecycle import CONSULTATION, ConsultationFacts
from rectification.domain.deadlines import DEADLINES
from rectification.domain.joint_review_lifecycle import JOINT_REVIEW, JointReviewFacts
from rectification.domain.material_handover_lifecycle import MATERIAL_HANDOVER
from rectification.domain.planned_measure_lifecycle import PLANNED_MEASURE, PlannedMeasureFacts, next_day
from rectification.domain.re_feedback_lifecycle import RE_FEEDBACK
from rectification.domain.reminder_lifecycle import REMINDER
from rectification.domain.round_lifecycle import ROUND, RoundFacts
from rectification.domain.special_check_lifecycle import SPECIAL_CHECK, SpecialCheckFacts
from rectification.domain.system_built_lifecycle import SYSTEM_BUILT
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

BODIES = "inspection_office+handler+organization_department"
PLANNERS = "handler+organization_department+inspection_office"
RECEIVERS = "inspection_office@receiver+handler@receiver+organization_department@receiver"
REVIEWERS = "inspection_office+handler@supervising+organization_department@supervising"
CONFIRMERS = "handler@confirming+organization_department@confirming"
INSPECTED = "inspected_organization@inspected"
OWNER = f"{INSPECTED}+competent_department@inspected"
ISSUER = "handler+inspection_office"
ADDRESSEE = "competent_department@addressee+inspected_organization@addressee"

BY_HAND: list[tuple[Lifecycle, str]] = [
    (ROUND, """
open:   revise>open/inspection_office/S1 close>closed/inspection_office/S2
closed:
"""),
    (HANDED_CLUE, """
listed:      transfer>transferred/inspection_office/S2 withdraw>withdrawn/inspection_office/
transferred: conclude>concluded/system/
concluded:
withdrawn:
"""),
    (JOINT_REVIEW, f"""
open:      give_opinion>open/{REVIEWERS}/ conclude>concluded/system/
concluded:
"""),
    (PLANNED_MEASURE, f"""
planned:     reschedule>planned/{PLANNERS}/ carry_out>carried_out/system/ cancel>cancelled/{PLANNERS}/
carried_out:
cancelled:
"""),
    (SPECIAL_CHECK, f"""
planned:   begin>under_way/{BODIES}/S1
under_way: record_result>under_way/{BODIES}/ conclude>concluded/{BODIES}/S1
concluded:
"""),
    (RE_FEEDBACK, f"""
delivered: answer>answered/{INSPECTED}/S3
answered:  return_answer>delivered/inspection_office/S1 settle>settled/inspection_office/S1
settled:
"""),
    (CONSULTATION, f"""
held:     answer>answered/{INSPECTED}/ close>closed/{BODIES}/
answered: close>closed/{BODIES}/
closed:
"""),
    (MATERIAL_HANDOVER, f"""
handed_over: receive>received/{RECEIVERS}/ refuse>refused/{RECEIVERS}/
received:
refused:
"""),
    (REMINDER, f"""
drafted:   revise_draft>drafted/{ISSUER}/ deliver>delivered/{ISSUER}/S2 withdraw>withdrawn/{ISSUER}/
delivered: answer>answered/{ADDRESSEE}/
answered:  return_answer>delivered/{ISSUER}/ close>closed/{ISSUER}/S1
closed:
withdrawn:
"""),
    (SYSTEM_BUILT, f"""
registered:    confirm>confirmed/{CONFIRMERS}/S1 not_confirm>not_confirmed/{CONFIRMERS}/S1 amend>registered/{OWNER}/
not_confirmed: amend>registered/{OWNER}/
confirmed:
"""),
]  # fmt: skip

BROKEN: list[tuple[Lifecycle, str, Any]] = [
    (ROUND, "round_is_empty", RoundFacts(organizations=0)),
    (ROUND, "organization_unfinished", RoundFacts(unfinished=1)),
    (JOINT_REVIEW, "not_a_reviewing_body", JointReviewFacts(is_reviewing_body=False)),
    (PLANNED_MEASURE, "day_not_ahead", PlannedMeasureFacts(day_is_ahead=False)),
    (SPECIAL_CHECK, "two_inspectors_needed", SpecialCheckFacts(inspectors=1)),
    (SPECIAL_CHECK, "unit_not_on_list", SpecialCheckFacts(unit_is_checked_here=False)),
    (SPECIAL_CHECK, "unit_without_result", SpecialCheckFacts(units_without_result=1)),
    (CONSULTATION, "consultation_unanswered", ConsultationFacts(is_answered_or_none_asked=False)),
]


@pytest.mark.parametrize(("table", "text"), BY_HAND, ids=lambda one: getattr(one, "name", ""))
def test_the_table_allows_exactly_what_is_written_here(table: Lifecycle, text: str) -> None:
    assert as_table(table) == written(text)


@pytest.mark.parametrize(
    ("table", "code", "facts"), BROKEN, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_broken_guard_refuses_by_its_code(table: Lifecycle, code: str, facts: Any) -> None:
    row = next(row for row in table.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        table.check(row, facts)
    table.check(row, replace(facts, **{name: getattr(type(facts)(), name) for name in type(facts).__slots__}))


def test_every_guard_of_these_tables_was_broken_above() -> None:
    guards = {(table.name, guard.code) for table, _ in BY_HAND for row in table.rows for guard in row.needs}
    assert guards == {(table.name, code) for table, code, _ in BROKEN}


def test_every_deadline_these_tables_name_is_in_the_book() -> None:
    named = {rule for table, _ in BY_HAND for row in table.rows for rule in (*row.starts, *row.stops)}
    assert named == {"DL-40", "P-F10", "P-G8"}
    assert named <= set(DEADLINES)


@pytest.mark.parametrize(
    ("day", "recurrence", "anchor", "then"),
    [
        (date(2026, 1, 31), "monthly", 31, date(2026, 2, 28)),
        (date(2026, 2, 28), "monthly", 31, date(2026, 3, 31)),
        (date(2026, 11, 30), "quarterly", 30, date(2027, 2, 28)),
        (date(2026, 12, 15), "monthly", 15, date(2027, 1, 15)),
        (date(2026, 12, 28), "weekly", 28, date(2027, 1, 4)),
        (date(2026, 12, 28), "none", 28, None),
    ],
)
def test_a_recurring_measure_comes_again_on_the_day_it_began_on(
    day: date, recurrence: str, anchor: int, then: date | None
) -> None:
    assert next_day(day, recurrence, anchor) == then
