"""What the guards of an inspected organisation's moves look at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import OrganizationAction as A
from rectification.domain.organization_lifecycle import OrganizationFacts
from rectification.store.demands import is_linked
from rectification.store.handling import is_open_advice
from rectification.store.organizations import findings_of, item_ids
from rectification.store.supervision import is_planned, units_of
from rectification.usecases.evaluations.evaluation_facts import grading_facts
from rectification.usecases.organizations.reviewing import PLAN, REPORT, verdicts
from shared.process.process import Step

Moving = Step[InspectedOrganization, Any]
_DAYS = ("feedback_on", "held_on", "published_on")


async def organization_facts(step: Moving) -> OrganizationFacts:
    """Gather them for the move at hand."""
    organization = step.subject
    facts = OrganizationFacts(day_has_come=_day_has_come(step))
    match step.row.action:
        case A.DELIVER_FEEDBACK:
            facts = replace(facts, findings=len(await findings_of(step.tx, organization.id)))
        case A.ADD_FINDINGS:
            facts = replace(facts, finding_exists=await _come_back_to_theirs(step))
        case A.WITHDRAW_FINDING | A.SUBMIT_PLAN | A.LINK_DEMAND:
            facts = await _with_findings(step, facts)
        case A.CARRY_OUT_HANDLING:
            is_open = await is_open_advice(step.tx, organization.id, step.command.advice_id)
            facts = replace(facts, advice_is_open=is_open)
        case A.REVIEW_PLAN:
            facts = await _with_verdicts(step, facts, PLAN, organization.plan_version)
        case A.ACCEPT_REPORT:
            facts = await _with_verdicts(step, facts, REPORT, organization.report_version)
        case A.SUBMIT_REPORT:
            reports = (step.command.progress_report, step.command.principal_report)
            facts = replace(facts, reports=sum(bool(one) for one in reports))
        case A.SUPERVISE:
            facts = await _supervision(step, facts)
        case A.GRADE | A.CLOSE | A.LOOK_BACK:
            facts = await grading_facts(step, facts)
        case A.RETURN_REPORT:
            again_by = step.command.again_by
            facts = replace(facts, reply_date_is_ahead=again_by is None or again_by > step.today)
        case A.RE_FEEDBACK:
            facts = replace(facts, reply_date_is_ahead=step.command.reply_by > step.today)
            facts = replace(
                facts, items_are_theirs=await _are_theirs(step), was_checked=await _was_checked(step)
            )
    return facts


def _day_has_come(step: Moving) -> bool:
    days = [getattr(step.command, name, None) for name in _DAYS]
    return all(day is None or day <= step.today for day in days)


async def _come_back_to_theirs(step: Moving) -> bool:
    """Say whether the findings that a look-back comes back to were about the organisation in the earlier round."""
    named = {one.earlier_finding_id for one in step.command.findings} - {None}
    earlier = step.subject.earlier_id
    known = {one.id for one in await findings_of(step.tx, earlier)} if named and earlier else set()
    return named <= known


async def _was_checked(step: Moving) -> bool:
    """Say whether the special check that a renewed feedback comes from looked at the organisation."""
    check = step.command.special_check_id
    units = await units_of(step.tx, check) if check else []
    return check is None or any(one["inspected_organization_id"] == step.subject.id for one in units)


async def _are_theirs(step: Moving) -> bool:
    return set(step.command.item_ids) <= set(await item_ids(step.tx, step.subject.id))


async def _supervision(step: Moving, facts: OrganizationFacts) -> OrganizationFacts:
    planned = step.command.planned_measure_id
    is_open = planned is None or await is_planned(step.tx, planned, step.subject.id, step.actor.organisation)
    return replace(facts, items_are_theirs=await _are_theirs(step), plan_is_open=is_open)


async def _with_findings(step: Moving, facts: OrganizationFacts) -> OrganizationFacts:
    listed = {one.id for one in await findings_of(step.tx, step.subject.id)}
    if step.row.action == A.WITHDRAW_FINDING:
        return replace(facts, finding_exists=step.command.finding_id in listed)
    if step.row.action == A.LINK_DEMAND:
        new = not await is_linked(step.tx, step.subject.id, step.command.demand_id)
        return replace(facts, finding_exists=step.command.finding_id in listed, demand_is_new=new)
    answered = {item.finding_id for item in step.command.items}
    return replace(facts, findings_without_item=len(listed - answered), finding_exists=answered <= listed)


async def _with_verdicts(
    step: Moving, facts: OrganizationFacts, subject: str, version: int
) -> OrganizationFacts:
    missing, against = await verdicts(step, subject, version)
    return replace(facts, opinions_missing=missing, opinions_against=against)
