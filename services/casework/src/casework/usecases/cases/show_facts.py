"""D8: the facts are shown to every subject, whose view is heard; each signs, or the refusal is noted."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.cases.subjects import SubjectId
from casework.usecases.writing import write
from shared.http.models import Day, Input, Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ShownTo(Input):
    """与一名当事人见面的情况 · how one person received the facts."""

    subject_id: SubjectId
    is_signed: Annotated[bool, Field(description="本人是否签名 · signed")]
    refusal_note: Annotated[str, Text(0, 2000), Field(description="拒签说明 · note of refusal")] = ""
    view: Annotated[str, Text(0, 5000), Field(description="本人意见 · the person's view")] = ""


class ShowFacts(Command):
    """事实材料见面 · the facts paper, who was present, and how each person received it."""

    facts: Annotated[str, Text(0, 20000), Field(description="事实材料 · the facts paper")] = ""
    shown_on: Annotated[Day | None, Field(description="见面日期，默认当日 · day")] = None
    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=30, description="在场办案人员，不少于二人 · at least two officers"),
    ] = []
    shown: Annotated[
        list[ShownTo], Field(max_length=50, description="见面情况 · one entry for each person")
    ] = []


async def show_facts(step: Step[Case, ShowFacts]) -> Changes:
    """Keep the facts paper with what each person said to it.

    Rule: D8, SANC Art 43, SoD-6.
    """
    await write(step, "case", "facts")
    return Changes()
