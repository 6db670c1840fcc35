"""The way of an evaluation (整改成效评估) from its plan to the use of its result, as one table.

Rule: chapter 8 of the book of rules, points 4 to 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by

EVALUATING = "evaluating"
"""Capacity of an officer of the team that evaluates; the right is the officer's own, not the office's."""


class EvaluationState(StrEnum):
    """Where an evaluation stands."""

    PLANNED = auto()
    TEAM_FORMED = auto()
    SELF_ASSESSMENT = auto()
    SCORING = auto()
    MODERATED = auto()
    DRAFT_REPORT = auto()
    OPINION_HEARD = auto()
    CONFIRMED = auto()
    APPLIED = auto()


class EvaluationAction(StrEnum):
    """What can be done in an evaluation."""

    FORM_TEAM = auto()
    CHANGE_TEAM = auto()
    LOSE_EVALUATOR = auto()
    INVITE_SELF_ASSESSMENT = auto()
    SUBMIT_SELF_ASSESSMENT = auto()
    GIVE_MARKS = auto()
    SUBMIT_MARKS = auto()
    DISCUSS = auto()
    MODERATE = auto()
    DRAFT_REPORT = auto()
    OBJECT = auto()
    REOPEN_SCORING = auto()
    HEAR_OPINION = auto()
    CONFIRM = auto()
    APPLY = auto()


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """What the guards look at."""

    evaluators: int = 2
    leader_is_in_team: bool = True
    recused: int = 0
    is_leader: bool = True
    scores_here: bool = True
    items_are_scored: bool = True
    points_in_range: bool = True
    may_still_mark: bool = True
    unmarked: int = 0
    unfinished: int = 0
    thinly_marked: int = 0
    undiscussed: int = 0
    something_observed: bool = True
    window_is_open: bool = True
    has_objected: bool = False
    answers_objection: bool = True


two_evaluators = Guard("two_evaluators_needed", lambda f: f.evaluators >= 2)
leader_is_in_team = Guard("leader_not_in_team", lambda f: f.leader_is_in_team)
nobody_is_recused = Guard("evaluator_recused", lambda f: f.recused == 0)
is_leader = Guard("not_the_team_leader", lambda f: f.is_leader)
scores_here = Guard("not_an_evaluator_here", lambda f: f.scores_here)
items_are_scored = Guard("item_not_scored_here", lambda f: f.items_are_scored)
points_in_range = Guard("points_out_of_range", lambda f: f.points_in_range)
may_still_mark = Guard("marks_already_submitted", lambda f: f.may_still_mark)
every_item_is_marked = Guard("item_without_mark", lambda f: f.unmarked == 0)
all_have_submitted = Guard("evaluator_not_finished", lambda f: f.unfinished == 0)
two_marks_each = Guard("item_marked_by_one_only", lambda f: f.thinly_marked == 0)
spread_is_discussed = Guard("spread_not_discussed", lambda f: f.undiscussed == 0)
something_observed = Guard("nothing_observed", lambda f: f.something_observed)
window_is_open = Guard("objection_too_late", lambda f: f.window_is_open)
window_is_over = Guard("objection_still_possible", lambda f: f.has_objected or not f.window_is_open)
objection_is_answered = Guard("objection_unanswered", lambda f: not f.has_objected or f.answers_objection)
has_objected = Guard("no_objection", lambda f: f.has_objected)

S, A = EvaluationState, EvaluationAction
OFFICE = by(Role.INSPECTION_OFFICE)
TEAM = by(Role.EVALUATOR, capacity=EVALUATING)
SCORERS = (*TEAM, *by(Role.HANDLER, Role.ORGANIZATION_DEPARTMENT, capacity=SUPERVISING))
TEAM_FITS = (two_evaluators, leader_is_in_team, nobody_is_recused)
UNTIL_SCORED = (S.TEAM_FORMED, S.SELF_ASSESSMENT, S.SCORING)
ORGANISATION = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)

LABELS = {
    S.PLANNED: ("已列入计划", "Planned"),
    S.TEAM_FORMED: ("已组建评估组", "Team formed"),
    S.SELF_ASSESSMENT: ("党组织自评", "Self-assessment"),
    S.SCORING: ("评分中", "Scoring"),
    S.MODERATED: ("已合议", "Moderated"),
    S.DRAFT_REPORT: ("评估报告征求意见", "Draft report"),
    S.OPINION_HEARD: ("已听取意见", "Opinion heard"),
    S.CONFIRMED: ("已审定", "Confirmed"),
    S.APPLIED: ("结果已运用", "Applied"),
    A.FORM_TEAM: ("组建评估组", "Form the team"),
    A.CHANGE_TEAM: ("调整评估组", "Change the team"),
    A.LOSE_EVALUATOR: ("评估人员离岗退组", "An evaluator leaves the service"),
    A.INVITE_SELF_ASSESSMENT: ("通知自评", "Invite the self-assessment"),
    A.SUBMIT_SELF_ASSESSMENT: ("报送自评", "Submit the self-assessment"),
    A.GIVE_MARKS: ("评分", "Give marks"),
    A.SUBMIT_MARKS: ("提交评分", "Submit the marks"),
    A.DISCUSS: ("合议分歧", "Discuss a spread"),
    A.MODERATE: ("完成合议", "Moderate"),
    A.DRAFT_REPORT: ("起草评估报告", "Draft the report"),
    A.OBJECT: ("提出书面异议", "Object in writing"),
    A.REOPEN_SCORING: ("退回重新评分", "Reopen the scoring"),
    A.HEAR_OPINION: ("听取并答复意见", "Hear and answer the opinion"),
    A.CONFIRM: ("审定", "Confirm"),
    A.APPLY: ("运用结果", "Apply the result"),
}

# fmt: off
EVALUATION = Lifecycle(
    name="evaluation", title=("整改成效评估", "Evaluation of rectification"), initial=S.PLANNED,
    final=[S.APPLIED], labels=LABELS, rows=[
    Row("8.5", (S.PLANNED,),         A.FORM_TEAM,              S.TEAM_FORMED,     OFFICE,
        needs=TEAM_FITS),
    *(Row("8.4", (state,),           A.CHANGE_TEAM,            state,             OFFICE, needs=TEAM_FITS)
      for state in UNTIL_SCORED),
    Row("8.4", (S.MODERATED,),       A.CHANGE_TEAM,            S.SCORING,         OFFICE, needs=TEAM_FITS),
    *(Row("8.4", (state,),           A.LOSE_EVALUATOR,         state,             (SYSTEM,))
      for state in UNTIL_SCORED),
    Row("8.5", (S.TEAM_FORMED,),     A.INVITE_SELF_ASSESSMENT, S.SELF_ASSESSMENT, OFFICE,
        event="evaluation.self_assessment_invited"),
    Row("8.5", (S.SELF_ASSESSMENT,), A.SUBMIT_SELF_ASSESSMENT, S.SCORING,         ORGANISATION, ("S3",),
        documents=("自评报告",)),
    Row("8.3", (S.SCORING,),         A.GIVE_MARKS,             S.SCORING,         SCORERS,
        needs=(scores_here, nobody_is_recused, items_are_scored, points_in_range, may_still_mark)),
    Row("8.4", (S.SCORING,),         A.SUBMIT_MARKS,           S.SCORING,         SCORERS,
        needs=(scores_here, may_still_mark, every_item_is_marked)),
    Row("8.4", (S.SCORING,),         A.DISCUSS,                S.SCORING,         TEAM,
        needs=(is_leader, items_are_scored, all_have_submitted), documents=("合议记录",)),
    Row("8.4", (S.SCORING,),         A.MODERATE,               S.MODERATED,       TEAM,
        needs=(is_leader, all_have_submitted, two_marks_each, spread_is_discussed, something_observed)),
    Row("8.6", (S.MODERATED,),       A.DRAFT_REPORT,           S.DRAFT_REPORT,    TEAM,
        needs=(is_leader,), documents=("评估报告（征求意见稿）",), starts=("P-8.5",),
        event="evaluation.draft_report_delivered"),
    Row("8.5", (S.DRAFT_REPORT,),    A.OBJECT,                 S.DRAFT_REPORT,    ORGANISATION,
        needs=(window_is_open,), documents=("异议书",), event="evaluation.objected"),
    Row("8.5", (S.DRAFT_REPORT,),    A.REOPEN_SCORING,         S.SCORING,         OFFICE, ("S1",),
        needs=(has_objected,), stops=("P-8.5",)),
    Row("8.5", (S.DRAFT_REPORT,),    A.HEAR_OPINION,           S.OPINION_HEARD,   OFFICE,
        needs=(window_is_over, objection_is_answered), documents=("异议答复",), stops=("P-8.5",)),
    Row("8.6", (S.OPINION_HEARD,),   A.CONFIRM,                S.CONFIRMED,       OFFICE, ("S1", "S4"),
        documents=("评估报告",), event="evaluation.confirmed"),
    Row("8.8", (S.CONFIRMED,),       A.APPLY,                  S.APPLIED,         OFFICE,
        event="evaluation.applied"),
])
# fmt: on
