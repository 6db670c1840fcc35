"""What the guards of an evaluation's moves look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rectification.domain.evaluation import Evaluation, marked_items, points_by_item, spreads, unmarked
from rectification.domain.evaluation_index import EvaluationIndex, Source
from rectification.domain.evaluation_lifecycle import EvaluationAction as A
from rectification.domain.evaluation_lifecycle import EvaluationFacts
from rectification.domain.organization_lifecycle import OrganizationFacts
from rectification.domain.scoring import LEAST_EVALUATORS, Grade
from rectification.store.evaluations import (
    counting_marks,
    discussed_by_all,
    discussions_of,
    latest_marks,
    open_follow_ups,
    score_about,
    submissions_of,
)
from rectification.usecases.evaluations.form_team import Team
from rectification.usecases.evaluations.moderate_evaluation import count_ratios, under
from shared.clocks.store import of_object
from shared.process.process import Step

Moving = Step[Evaluation, Any]
WINDOW = "P-8.5"


async def evaluation_facts(step: Moving) -> EvaluationFacts:
    """Gather them for the move at hand."""
    evaluation = step.subject
    facts = EvaluationFacts(is_leader=step.actor.id == evaluation.leader)
    match step.row.action:
        case A.FORM_TEAM | A.CHANGE_TEAM:
            team: Team = step.prepared
            return replace(
                facts, evaluators=len(team.members), leader_is_in_team=team.leader is not None, recused=team.recused
            )  # fmt: skip
        case A.GIVE_MARKS | A.SUBMIT_MARKS:
            return await _marking(step, facts)
        case A.DISCUSS:
            source = Source(step.command.source)
            items = _is_marked(await under(step.tx, evaluation), source, [step.command.item])
            return replace(facts, items_are_scored=items, unfinished=await _unfinished(step))
        case A.MODERATE:
            return await _moderating(step, facts)
        case A.OBJECT | A.REOPEN_SCORING | A.HEAR_OPINION:
            return await _hearing(step, facts)
    return facts


async def _marking(step: Moving, facts: EvaluationFacts) -> EvaluationFacts:
    evaluation, command = step.subject, step.command
    source, index = Source(command.source), await under(step.tx, evaluation)
    facts = replace(facts, scores_here=_scores(step, source), recused=step.prepared or 0)
    submitted = (source.value, step.actor.id) in await submissions_of(step.tx, evaluation.id)
    if step.row.action == A.SUBMIT_MARKS:
        latest = await latest_marks(step.tx, evaluation.id)
        missing = unmarked(index, latest, source, step.actor.id)
        return replace(facts, may_still_mark=not submitted, unmarked=len(missing))
    items = [one.item for one in command.marks]
    most = {one.code: one.points for one in index.items()}
    discussed = {(one["source"], one["item"]) for one in await discussions_of(step.tx, evaluation.id)}
    return replace(
        facts,
        items_are_scored=_is_marked(index, source, items),
        points_in_range=all(
            one.points is None or one.points <= most.get(one.item, 0) for one in command.marks
        ),
        may_still_mark=not submitted or all((source.value, item) in discussed for item in items),
    )


def _scores(step: Moving, source: Source) -> bool:
    """Say whether the actor gives marks in this source: the team centrally, the supervising bodies from day to day."""
    in_team = step.actor.id in step.subject.evaluators
    if source is Source.CENTRAL:
        return in_team
    grantees = step.grantees.grantees if step.grantees else ()
    return any(one.capacity == "supervising" and one.grantee == step.actor.organisation for one in grantees)


def _is_marked(index: EvaluationIndex, source: Source, items: Iterable[str]) -> bool:
    return set(items) <= {one.code for one in marked_items(index, source)}


async def _unfinished(step: Moving) -> int:
    """Count who has still to finish: everybody of the team, and two in the daily evaluation."""
    submitted = await submissions_of(step.tx, step.subject.id)
    team = sum((Source.CENTRAL.value, one) not in submitted for one in step.subject.evaluators)
    daily = sum(source == Source.DAILY.value for source, _ in submitted)
    return team + max(0, LEAST_EVALUATORS - daily)


async def _moderating(step: Moving, facts: EvaluationFacts) -> EvaluationFacts:
    index = await under(step.tx, step.subject)
    latest = await counting_marks(step.tx, step.subject)
    discussed = await discussed_by_all(step.tx, step.subject.id)
    points = points_by_item(latest)
    ratios = await count_ratios(step.tx, step.subject, index)
    return replace(
        facts,
        unfinished=await _unfinished(step),
        thinly_marked=sum(len(given) < LEAST_EVALUATORS for given in points.values()),
        undiscussed=len(spreads(index, latest) - discussed),
        something_observed=bool(points) or any(one.denominator for one in ratios),
    )


async def _hearing(step: Moving, facts: EvaluationFacts) -> EvaluationFacts:
    window = [one for one in await of_object(step.tx, step.subject.id) if one.rule == WINDOW]
    is_open = any(one.is_open and step.at < one.ends_at for one in window)
    answers = bool(getattr(step.command, "answer", ""))
    objected = step.subject.objected_on is not None
    return replace(facts, window_is_open=is_open, has_objected=objected, answers_objection=answers)


async def grading_facts(step: Step[Any, Any], facts: OrganizationFacts) -> OrganizationFacts:
    """Add to an organisation's facts what its evaluation says."""
    result = await score_about(step.tx, step.subject.id)
    return replace(
        facts,
        has_grade=result is not None,
        is_poor=step.subject.grade == Grade.POOR,
        open_follow_ups=await open_follow_ups(step.tx, step.subject.id),
    )
