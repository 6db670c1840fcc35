"""Chapter 8: evaluators mark items with written reasons, each alone, until they say that they have finished."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from rectification.domain.evaluation import Evaluation, Mark
from rectification.store.evaluations import add_marks
from rectification.store.tables import EvaluationSubmissionRow
from shared.http.models import Input, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

ItemCode = Annotated[
    str, Field(pattern=r"^[A-Z][0-9]{1,2}\.[0-9]{1,2}$", description="指标代码 · item", examples=["A1.1"])
]
SourceCode = Annotated[
    Literal["daily", "central"], Field(description="日常评估或集中评估 · source of the evaluation")
]
Points = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]


class MarkIn(Input):
    """One item: the points given, or nothing where it could not be observed; why, in either case."""

    item: ItemCode
    points: Annotated[
        Points | None, Field(description="得分；扣分项为满分减扣分；无法观察的为空 · points, or none")
    ] = None
    reason: Annotated[str, Text(2, 2000), Field(description="评分理由及依据 · reason and evidence")]


class GiveMarks(Command):
    """评分 · marks in one source."""

    source: SourceCode
    marks: Annotated[list[MarkIn], Field(min_length=1, max_length=200, description="评分 · marks")]


class SubmitMarks(Command):
    """提交评分 · the source whose marks are finished."""

    source: SourceCode


async def give_marks(step: Step[Evaluation, GiveMarks]) -> Changes:
    """Keep the marks beside earlier ones; the newest of each evaluator counts. Rule: chapter 8, points 3 and 4."""
    command = step.command
    given = (Mark(command.source, one.item, step.actor.id, one.points, one.reason) for one in command.marks)
    add_marks(step.tx, step.subject.id, given, step.at)
    return Changes()


async def submit_marks(step: Step[Evaluation, SubmitMarks]) -> Changes:
    """Close the evaluator's marks; when everybody has, each sees the others'. Rule: chapter 8, point 4."""
    step.tx.add(
        EvaluationSubmissionRow, evaluation_id=step.subject.id, source=step.command.source,
        evaluator=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes()
