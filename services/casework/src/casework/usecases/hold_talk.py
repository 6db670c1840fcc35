"""T-4: a talk is held, by two officers at least."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Line, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class HoldTalk(Command):
    """谈话 · where, by whom, and the transcript."""

    participants: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(max_length=30, description="谈话人员，不少于二人 · at least two officers"),
    ] = []
    place: Annotated[str, Line(0, 200), Field(description="地点 · place")] = ""
    transcript: Annotated[str, Text(0, 10000), Field(description="谈话笔录 · transcript")] = ""


async def hold_talk(step: Step[TalkInquiry, HoldTalk]) -> Changes:
    """Keep the transcript; the month for the report begins.

    Rule: T-3, T-4, DL-11.
    """
    await write(step, "talk_inquiry", "transcript")
    return Changes(columns={"form": "talk"})
