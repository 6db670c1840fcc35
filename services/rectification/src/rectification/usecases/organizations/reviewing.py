"""Open a joint review of a plan or of reports, and conclude it with what became of them."""

from __future__ import annotations

from typing import Any

from rectification.domain.joint_review_lifecycle import JOINT_REVIEW
from rectification.domain.joint_review_lifecycle import JointReviewAction as A
from rectification.domain.organization import InspectedOrganization, JointReview
from rectification.store.reviews import newest_verdicts, review_of
from rectification.usecases.creating import begin, fresh
from rectification.usecases.knowing import let_supervise, supervisors_of
from shared.process.bodies import Command
from shared.process.process import Process, Step
from shared.process.system import make_move

PLAN, REPORT = "plan", "report"
BODIES = 3


class Concluded(Command):
    """How a review ended."""

    outcome: str


async def open_review(step: Step[InspectedOrganization, Any], subject: str, version: int) -> None:
    """Begin the review of one version; inspection office and supervisors see it, the organisation does not."""
    process: Process[Any] = step.desk.processes[JOINT_REVIEW.name]
    organization = step.subject
    word = {PLAN: "P", REPORT: "R"}[subject]
    review = JointReview(
        **fresh(process, organization.holder_path, f"{organization.number}-{word}{version}"),
        inspected_organization_id=organization.id,
        subject=subject,
        paper_version=version,
    )
    let_supervise(step, supervisors_of(organization), [review.id])
    await begin(step.tx, step.desk, process, review, actor=step.actor, today=step.today, rule="7.1")


async def verdicts(step: Step[InspectedOrganization, Any], subject: str, version: int) -> tuple[int, int]:
    """Return how many of the three bodies have not spoken, and how many spoke against."""
    review = await review_of(step.tx, step.subject.id, subject, version)
    if review is None:
        return BODIES, 0
    said = await newest_verdicts(step.tx, review["id"])
    return BODIES - len(said), sum(verdict == "return" for verdict in said.values())


async def conclude_review(
    step: Step[InspectedOrganization, Any], subject: str, version: int, outcome: str
) -> None:
    """End the review with its outcome. Rule: 7.1."""
    process: Process[Any] = step.desk.processes[JOINT_REVIEW.name]
    row = await review_of(step.tx, step.subject.id, subject, version)
    if row is not None:
        await make_move(step.tx, step.desk, process, process.of(row), A.CONCLUDE, Concluded(outcome=outcome))
