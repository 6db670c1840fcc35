"""What the guards of a demand look at."""

from __future__ import annotations

from typing import Any

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandFacts
from intake.usecases.answering.quoting import is_quoted
from intake.usecases.demands.answer_merged import AnswerMerged, lead_has_answer
from intake.usecases.demands.forward_demand import ForwardDemand, SuperviseDemand
from intake.usecases.demands.hold_hearing import hearing_is_open
from intake.usecases.demands.object_jurisdiction import ObjectJurisdiction
from intake.usecases.demands.review_demand import is_in_time, reviewer_is_right
from intake.usecases.demands.reviewed_before import reviewed_facts
from intake.usecases.demands.where_to_turn import says_where_to_turn
from intake.usecases.matters.receiver import COMPETENT_KINDS, receiver
from intake.usecases.merging.merge_matters import merge_facts
from shared.clocks.store import of_object
from shared.process.process import Step


async def demand_facts(step: Step[Demand, Any]) -> DemandFacts:
    """Gather the facts for the move at hand."""
    demand = step.subject
    return DemandFacts(
        has_answer=demand.answered_on is not None,
        had_review=demand.had_review,
        had_final_review=demand.had_final_review,
        receiver_is_competent=await _receiver_is_competent(step),
        objection_is_in_time=await _objection_is_in_time(step),
        is_ruled=demand.is_ruled,
        needs_ruling=demand.refusal_count >= step.desk.settings.refusals_before_ruling,
        tells_where_to_turn=says_where_to_turn(step.command),
        department_is_known=_department_is_known(step),
        is_quoted=await is_quoted(step),
        lead_has_answer=not isinstance(step.command, AnswerMerged) or await lead_has_answer(step),
        reviewer_is_right=await reviewer_is_right(step),
        is_in_time=await is_in_time(step),
        hearing_is_open=await hearing_is_open(step),
        **await reviewed_facts(step),
        **await merge_facts(step),
    )


def _department_is_known(step: Step[Demand, Any]) -> bool:
    command = step.command
    return (
        not isinstance(command, ForwardDemand)
        or command.to is not None
        or step.subject.proposed_department_path is not None
    )


async def _receiver_is_competent(step: Step[Demand, Any]) -> bool:
    to = getattr(step.command, "to", None)
    if to is not None:
        return (await receiver(step.tx, to, None)).kind in COMPETENT_KINDS
    return not isinstance(step.command, SuperviseDemand) or step.subject.department_path is not None


async def _objection_is_in_time(step: Step[Demand, Any]) -> bool:
    """Say whether the five working days for objecting still run. Rule: DL-34."""
    if not isinstance(step.command, ObjectJurisdiction):
        return True
    return any(
        clock.rule == "DL-34" and clock.is_open and step.at < clock.ends_at
        for clock in await of_object(step.tx, step.subject.id)
    )
