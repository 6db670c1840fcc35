"""4.1: a talk or verification ends with a measure short of a case."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.truth import TruthGrade
from casework.usecases.clues.concluding import Grade, concluded, verified
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step

EducationMeasure = Literal[
    "reminder_talk", "warning_talk", "criticism_education", "ordered_self_examination", "admonition",
    "circular_criticism", "ordered_correction", "apology",
]  # fmt: skip


class DisposeClue(Command):
    """作出处理 · the measure that settles the matter without a case."""

    measure: Annotated[EducationMeasure, Field(description="教育处理措施 · measure")] = "reminder_talk"
    truth_grade: Grade = None


async def dispose_clue(step: Step[Clue, DisposeClue]) -> Changes:
    """Conclude the clue with the measure.

    Rule: 4.1, T-7, V-5, 18.6.
    """
    grade = step.command.truth_grade or await verified(step) or TruthGrade.BASICALLY_TRUE
    await write(step, "clue", "conclusion")
    return await concluded(step, grade, ground=step.command.measure)
