"""What the guards of a verification's moves look at, and who signs its plan and its outcome."""

from dataclasses import replace
from typing import Any

from casework.domain.verification import Measure, Proposal, Verification
from casework.domain.verification_lifecycle import VerificationAction as A
from casework.domain.verification_lifecycle import VerificationFacts
from casework.store.measures import HELD, custody_of, measures_of
from casework.store.teams import Member, members_of, signers_of
from casework.usecases.verifications.extend_verification import RULE
from casework.usecases.verifications.report_verification import proposed
from casework.usecases.verifications.team_check import TeamCheck
from shared.clocks.store import of_object
from shared.process.process import Step


async def verification_facts(step: Step[Verification, Any]) -> VerificationFacts:
    """Gather them for the move at hand; a team is judged by what was found out before the transaction."""
    verification = step.subject
    members = await members_of(step.tx, verification.id)
    facts = VerificationFacts(team_size=len(members))
    match step.row.action:
        case A.FORM_TEAM | A.CHANGE_TEAM:
            team: TeamCheck = step.prepared
            return replace(
                facts,
                team_size=len(team.members),
                unknown_officers=len(team.unknown),
                conflicted=len(team.conflicted),
            )
        case A.TAKE_MEASURE:
            return _with_participants(step, facts, members)
        case A.TAKE_CUSTODY:
            approved = {row["measure"] for row in await measures_of(step.tx, verification.id)}
            facts = replace(facts, custody_is_approved=Measure.PROPERTY_CUSTODY.value in approved)
            return _with_participants(step, facts, members)
        case A.SETTLE_CUSTODY | A.DECIDE:
            return await _with_custody(step, facts)
        case A.EXTEND_DEADLINE:
            return await _with_clock(step, facts)
        case A.DRAFT_REPORT:
            return replace(facts, has_report=bool(step.command.report or step.command.opinion))
    if step.row.action == A.REVIEW_COLLECTIVELY:
        facts = replace(facts, has_minutes=step.command.meeting is not None)
    return await _with_signatures(step, facts, members)


def _with_participants(
    step: Step[Verification, Any], facts: VerificationFacts, members: list[Member]
) -> VerificationFacts:
    """Count who takes part, each once by whatever name; nobody named means the whole team."""
    known = {name: one.officer_id for one in members for name in (one.login, one.officer_id)}
    named = set(step.command.participants)
    taking_part = {known[name] for name in named if name in known}
    return replace(
        facts,
        participants=len(taking_part) if named else len(members),
        strangers=len(named - known.keys()),
    )


async def _with_custody(step: Step[Verification, Any], facts: VerificationFacts) -> VerificationFacts:
    held = {row["id"] for row in await custody_of(step.tx, step.subject.id) if row["state"] == HELD}
    if step.row.action == A.SETTLE_CUSTODY:
        return replace(facts, item_is_held=set(step.command.items) <= held)
    goes_on = proposed(step.subject, step.command.proposal) is Proposal.FILE_CASE
    return replace(facts, held_items=0 if goes_on else len(held))


async def _with_clock(step: Step[Verification, Any], facts: VerificationFacts) -> VerificationFacts:
    rule = step.desk.deadlines[RULE]
    clocks = [one for one in await of_object(step.tx, step.subject.id) if one.rule == RULE and one.is_open]
    times = rule.extension.times if rule.extension else 0
    may = any(step.at < one.ends_at and one.extensions < times for one in clocks)
    return replace(facts, may_extend=may)


async def _with_signatures(
    step: Step[Verification, Any], facts: VerificationFacts, members: list[Member]
) -> VerificationFacts:
    verification = step.subject
    signed = await signers_of(step.tx, verification.id, verification.report_version)
    present = {member.officer_id for member in members}
    return replace(
        facts,
        is_member=step.actor.id in present,
        has_signed=step.actor.id in signed,
        missing_signatures=len(present - signed),
    )


async def leader_signs(step: Step[Verification, Any]) -> tuple[str, ...]:
    """Return the row's own levels, and the Party principal where the subject heads a next-lower committee.

    Rule: V-2, V-5.
    """
    return (*step.row.signs, "S5") if step.subject.heads_lower_committee else step.row.signs
