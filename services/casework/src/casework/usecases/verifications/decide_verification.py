"""V-5: the leaders decide on a verification; with that the team's task is over."""

from casework.domain.verification import Verification
from casework.store.teams import dismiss, members_of
from casework.usecases.verifications.form_team import forget
from casework.usecases.verifications.report_verification import ReportVerification, proposed, told
from casework.usecases.writing import write
from shared.process.process import Changes, Step


class DecideVerification(ReportVerification):
    """作出决定 · the proposal the leaders decide on; the reported one if left out."""


async def decide_verification(step: Step[Verification, DecideVerification]) -> Changes:
    """Keep the decision; members of the team know of clue and verification no longer.

    Rule: V-5, SL Art 41.
    """
    proposal = proposed(step.subject, step.command.proposal)
    await write(step, "verification", "decision")
    members = await members_of(step.tx, step.subject.id)
    await dismiss(step.tx, step.subject.id, [member.officer_id for member in members], step.at)
    await forget(step)
    return Changes(columns={"proposal": proposal}, event=told(step.subject, proposal))
