"""Chapter 8: the draft report goes to the organisation, which has five working days to object, and is answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.evaluation import Evaluation
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DraftReport(Command):
    """起草评估报告 · the draft that goes to the organisation."""

    text: Annotated[str, Text(10, 50000), Field(description="评估报告（征求意见稿） · the draft report")]


class ObjectToEvaluation(Command):
    """提出书面异议 · why the organisation does not agree."""

    reasons: Annotated[str, Text(5, 20000), Field(description="异议及理由 · objection and reasons")]


class HearOpinion(Command):
    """听取并答复意见 · what the objection is answered; empty where there was none."""

    answer: Annotated[str, Text(0, 20000), Field(description="异议答复 · the answer")] = ""


async def draft_report(step: Step[Evaluation, DraftReport]) -> Changes:
    """Give the organisation the draft; its time to object begins. Rule: chapter 8, points 5 and 6."""
    await write(step, "evaluation", "draft_report")
    return Changes(
        columns={"objected_on": None},
        event={"organisation": step.subject.organisation_path},
        clock_holder=step.subject.organisation_path,
    )


async def object_to_evaluation(step: Step[Evaluation, ObjectToEvaluation]) -> Changes:
    """Keep the objection. Rule: chapter 8, point 5."""
    await write(step, "evaluation", "objection")
    return Changes(columns={"objected_on": step.today})


async def hear_opinion(step: Step[Evaluation, HearOpinion]) -> Changes:
    """Keep the answer to an objection, or that there was none. Rule: chapter 8, point 5."""
    if step.subject.objected_on is not None:
        await write(step, "evaluation", "answer")
    return Changes()
