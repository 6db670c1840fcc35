"""D21: the quality of a case is looked at; of guidance and replay there is one each."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case, QualityForm
from casework.store.cases.records import add_quality
from casework.usecases.cases.days import not_in_future
from casework.usecases.writing import write
from shared.http.models import Day, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RecordQuality(Command):
    """案件质量评查 · in which form, by whom, what was found, and the score."""

    form: Annotated[QualityForm, Field(description="评查形式 · form")]
    score: Annotated[int | None, Field(ge=0, le=100, description="得分 · score out of 100")] = None
    findings: Annotated[str, Text(0, 20000), Field(description="评查发现的问题 · findings")] = ""
    reviewers: Annotated[
        list[Annotated[str, Line(1, 100)]], Field(max_length=30, description="评查人员 · who took part")
    ] = []
    held_on: Annotated[Day | None, Field(description="评查日期，默认当日 · day")] = None


async def record_quality(step: Step[Case, RecordQuality]) -> Changes:
    """Keep the record.

    Raises: Problem `invalid_input` for a day to come.
    Rule: D21.
    """
    command = step.command
    held_on = not_in_future(command.held_on, "/held_on", step.today)
    version = await write(step, "case", f"quality_{command.form}")
    add_quality(
        step.tx, case_id=step.subject.id, form=command.form.value, score=command.score, held_on=held_on,
        paper_version=version, recorded_by=step.actor.id, at=step.at,
    )  # fmt: skip
    return Changes(event={"form": command.form, "score": command.score})
