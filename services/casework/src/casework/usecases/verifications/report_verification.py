"""V-5: the office brings report and proposal to the leaders."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Proposal, Verification, proposal_for
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportVerification(Command):
    """呈报 · what the office proposes; if left out, what the truth grade suggests."""

    proposal: Annotated[Proposal | None, Field(description="处理建议 · proposal")] = None


async def report_verification(step: Step[Verification, ReportVerification]) -> Changes:
    """Keep the proposal; the two months end.

    Rule: V-5, V-6, DL-12.
    """
    proposal = proposed(step.subject, step.command.proposal)
    return Changes(columns={"proposal": proposal}, event=told(step.subject, proposal))


def proposed(verification: Verification, given: Proposal | None) -> Proposal:
    """Return what is proposed: now, earlier, or by the truth grade."""
    known = given or verification.proposal
    return Proposal(known) if known else proposal_for(verification.truth_grade)


def told(verification: Verification, proposal: Proposal) -> dict[str, object]:
    """Return what others are told of a proposal."""
    return {
        "clue_id": str(verification.clue_id),
        "proposal": proposal,
        "truth_grade": verification.truth_grade,
    }
