"""The tables of evaluation and follow-up restated by hand, each guard refused and accepted."""

from __future__ import annotations

from typing import Any

import pytest

from rectification.domain.deadlines import DEADLINES
from rectification.domain.evaluation_lifecycle import EVALUATION, EvaluationFacts
from rectification.domain.follow_up_lifecycle import FOLLOW_UP, FollowUpFacts
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

TEAM = "evaluator@evaluating"
SCORERS = f"{TEAM}+handler@supervising+organization_department@supervising"
INSPECTED = "inspected_organization@inspected"
TEAM_CHANGES = "change_team>{0}/inspection_office/ lose_evaluator>{0}/system/"
BY_HAND: list[tuple[Lifecycle, str]] = [
    (EVALUATION, f"""
planned:         form_team>team_formed/inspection_office/
team_formed:     invite_self_assessment>self_assessment/inspection_office/ {TEAM_CHANGES.format('team_formed')}
self_assessment: submit_self_assessment>scoring/{INSPECTED}/S3 {TEAM_CHANGES.format('self_assessment')}
scoring:         give_marks>scoring/{SCORERS}/ submit_marks>scoring/{SCORERS}/ discuss>scoring/{TEAM}/ moderate>moderated/{TEAM}/ \
 {TEAM_CHANGES.format('scoring')}
moderated:       draft_report>draft_report/{TEAM}/ change_team>scoring/inspection_office/
draft_report:    object>draft_report/{INSPECTED}/ reopen_scoring>scoring/inspection_office/S1 \
 hear_opinion>opinion_heard/inspection_office/
opinion_heard:   confirm>confirmed/inspection_office/S1+S4
confirmed:       apply>applied/inspection_office/
applied:
""".replace("\\\n", "")),
    (FOLLOW_UP, f"""
open:      submit>submitted/{INSPECTED}/S3 complete>done/inspection_office/S1
submitted: return>open/inspection_office/ accept>done/inspection_office/S1
done:
"""),
]  # fmt: skip

BROKEN: list[tuple[Lifecycle, str, Any]] = [
    (EVALUATION, "two_evaluators_needed", EvaluationFacts(evaluators=1)),
    (EVALUATION, "leader_not_in_team", EvaluationFacts(leader_is_in_team=False)),
    (EVALUATION, "evaluator_recused", EvaluationFacts(recused=1)),
    (EVALUATION, "not_the_team_leader", EvaluationFacts(is_leader=False)),
    (EVALUATION, "not_an_evaluator_here", EvaluationFacts(scores_here=False)),
    (EVALUATION, "item_not_scored_here", EvaluationFacts(items_are_scored=False)),
    (EVALUATION, "points_out_of_range", EvaluationFacts(points_in_range=False)),
    (EVALUATION, "marks_already_submitted", EvaluationFacts(may_still_mark=False)),
    (EVALUATION, "item_without_mark", EvaluationFacts(unmarked=1)),
    (EVALUATION, "evaluator_not_finished", EvaluationFacts(unfinished=1)),
    (EVALUATION, "item_marked_by_one_only", EvaluationFacts(thinly_marked=1)),
    (EVALUATION, "spread_not_discussed", EvaluationFacts(undiscussed=1)),
    (EVALUATION, "nothing_observed", EvaluationFacts(something_observed=False)),
    (EVALUATION, "objection_too_late", EvaluationFacts(window_is_open=False)),
    (EVALUATION, "objection_still_possible", EvaluationFacts()),
    (EVALUATION, "objection_unanswered", EvaluationFacts(has_objected=True, answers_objection=False)),
    (EVALUATION, "no_objection", EvaluationFacts()),
    (FOLLOW_UP, "not_a_self_examination", FollowUpFacts(is_written=False)),
    (FOLLOW_UP, "follow_up_not_carried_out", FollowUpFacts(was_done=False)),
]


@pytest.mark.parametrize(("table", "text"), BY_HAND, ids=lambda one: getattr(one, "name", ""))
def test_the_table_allows_exactly_what_chapter_8_says(table: Lifecycle, text: str) -> None:
    assert as_table(table) == written(text)


@pytest.mark.parametrize(
    ("table", "code", "facts"), BROKEN, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_broken_guard_refuses_by_its_code(table: Lifecycle, code: str, facts: Any) -> None:
    row = next(row for row in table.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        table.check(row, facts)
    whole = FollowUpFacts() if table is FOLLOW_UP else EvaluationFacts(has_objected=True)
    table.check(row, whole)


def test_every_guard_of_these_tables_was_broken_above() -> None:
    guards = {(table.name, guard.code) for table, _ in BY_HAND for row in table.rows for guard in row.needs}
    assert guards == {(table.name, code) for table, code, _ in BROKEN}


def test_the_organisation_has_its_five_working_days_from_the_draft_report_on() -> None:
    rows = EVALUATION.rows
    assert {row.action.value for row in rows if "P-8.5" in row.starts} == {"draft_report"}
    assert {row.action.value for row in rows if "P-8.5" in row.stops} == {"hear_opinion", "reopen_scoring"}
    assert (DEADLINES["P-8.5"].amount, DEADLINES["P-8.5"].is_window) == (5, True)
