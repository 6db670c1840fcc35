"""Chapter 8: the organisation is asked to assess itself, and does; from then on it knows of the evaluation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.evaluation import Evaluation
from rectification.domain.organization_lifecycle import INSPECTED
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitSelfAssessment(Command):
    """报送自评 · what the organisation says of its own rectification."""

    text: Annotated[str, Text(10, 50000), Field(description="自评情况 · the self-assessment")]


async def invite_self_assessment(step: Step[Evaluation, Command]) -> Changes:
    """Let the organisation know. Rule: chapter 8, point 5."""
    evaluation = step.subject
    grant(step.tx, evaluation.id, evaluation.organisation_path, INSPECTED, by=step.actor.id, since=step.at)
    return Changes(event={"organisation": evaluation.organisation_path})


async def submit_self_assessment(step: Step[Evaluation, SubmitSelfAssessment]) -> Changes:
    """Keep the self-assessment; scoring begins. Rule: chapter 8, point 5."""
    await write(step, "evaluation", "self_assessment")
    return Changes()
