"""D12: the reviewers talk with the subject, two of them at least."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.writing import write
from shared.http.models import Day, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class TalkWithSubject(Command):
    """审理谈话 · with whom, by whom, and the transcript."""

    subject_id: SubjectId
    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=20, description="谈话人员，不少于二人 · at least two officers"),
    ] = []
    held_on: Annotated[Day | None, Field(description="谈话日期，默认当日 · day")] = None
    transcript: Annotated[str, Text(0, 20000), Field(description="谈话笔录 · transcript")] = ""


async def talk_with_subject(step: Step[Case, TalkWithSubject]) -> Changes:
    """Keep the transcript.

    Rule: D12, SoD-6.
    """
    await write(step, "case", "review_talk")
    return Changes()
