"""V-5: the office reports what it proposes, and the leaders decide; with that the team's task is over."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Proposal, Verification, proposal_for
from casework.store.teams import dismiss, members_of
from casework.usecases.form_team import forget
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportVerification(Command):
    """呈报 · what the office proposes; if left out, what the truth grade suggests."""

    proposal: Annotated[Proposal | None, Field(description="处理建议 · proposal")] = None


class DecideVerification(ReportVerification):
    """作出决定 · the proposal the leaders decide on."""


async def report_verification(step: Step[Verification, ReportVerification]) -> Changes:
    """Bring report and proposal to the leaders; the two months end.

    Rule: V-5, V-6, DL-12.
    """
    proposal = _proposal(step)
    return Changes(columns={"proposal": proposal}, event=_told(step, proposal))


async def decide_verification(step: Step[Verification, DecideVerification]) -> Changes:
    """Keep the decision; members of the team know of clue and verification no longer.

    Rule: V-5, SL Art 41.
    """
    proposal = _proposal(step)
    await write(step, "verification", "decision")
    members = await members_of(step.tx, step.subject.id)
    await dismiss(step.tx, step.subject.id, [member.officer_id for member in members], step.at)
    await forget(step)
    return Changes(columns={"proposal": proposal}, event=_told(step, proposal))


def _proposal(
    step: Step[Verification, ReportVerification] | Step[Verification, DecideVerification],
) -> Proposal:
    given = step.command.proposal or step.subject.proposal
    return Proposal(given) if given else proposal_for(step.subject.truth_grade)


def _told(
    step: Step[Verification, ReportVerification] | Step[Verification, DecideVerification], proposal: Proposal
) -> dict[str, object]:
    return {
        "clue_id": str(step.subject.clue_id),
        "proposal": proposal,
        "truth_grade": step.subject.truth_grade,
    }
