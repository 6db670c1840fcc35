"""7.1: each of the three bodies gives its own opinion on a plan or on reports."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from rectification.domain.joint_review_lifecycle import JointReviewFacts
from rectification.domain.organization import InspectedOrganization, JointReview
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.store.reviews import add_opinion
from rectification.usecases.knowing import body_of
from rectification.usecases.organizations.reviewing import Concluded
from shared.http.models import Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step

Verdict = Literal["agree", "return"]


class GiveOpinion(Command):
    """提出会审意见 · agree, or return it, and why."""

    verdict: Annotated[Verdict, Field(description="同意或退回 · agree or return")]
    text: Annotated[str, Text(2, 5000), Field(description="会审意见 · the opinion, with reasons")]


async def joint_review_facts(step: Step[JointReview, Command]) -> JointReviewFacts:
    """Say whether the officer speaks for one of the three bodies."""
    if not isinstance(step.command, GiveOpinion):
        return JointReviewFacts()
    try:
        await _body(step)
    except Refused:
        return JointReviewFacts(is_reviewing_body=False)
    return JointReviewFacts()


async def give_opinion(step: Step[JointReview, GiveOpinion]) -> Changes:
    """Add the body's opinion; one it gave before stays beside it.

    Rule: 7.1, F3, F7.
    """
    command = step.command
    body = await _body(step)
    add_opinion(step.tx, step.subject.id, body, command.verdict, command.text, by=step.actor.id, at=step.at)
    return Changes()


async def conclude_joint_review(step: Step[JointReview, Concluded]) -> Changes:
    """Write down how the review ended."""
    return Changes(columns={"outcome": step.command.outcome, "concluded_on": step.today})


async def _body(step: Step[JointReview, Any]) -> str:
    process = step.desk.processes[INSPECTED_ORGANIZATION.name]
    found: InspectedOrganization | None = await load_subject(
        step.tx, process, step.subject.inspected_organization_id, lock=False
    )
    if found is None:
        raise Refused("not_a_reviewing_body")
    return body_of(found, step.actor.organisation)
