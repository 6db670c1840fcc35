"""What the guards of a verification's moves look at, and who signs its plan and its outcome."""

from dataclasses import replace
from typing import Any

from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VerificationAction as A
from casework.domain.verification_lifecycle import VerificationFacts
from casework.store.teams import members_of, signers_of
from casework.usecases.team_check import TeamCheck
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
            return replace(facts, participants=len(step.command.participants) or len(members))
        case A.DRAFT_REPORT:
            return replace(facts, has_report=bool(step.command.report or step.command.opinion))
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
