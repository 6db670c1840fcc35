"""D9: the team has studied the investigation report together, and its leader signs it."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.sign_bodies import MeetingRecord


class CompleteReport(Command):
    """完成审查调查报告 · the minutes of the team's study; the leader's move is the leader's signature."""

    meeting: Annotated[MeetingRecord | None, Field(description="集体研究记录 · minutes")] = None


async def complete_report(step: Step[Case, CompleteReport]) -> Changes:
    """Keep the minutes; the time for a Party case's report ends.

    Rule: D9, DL-13.
    """
    await write(step, "case", "collective_study")
    return Changes()
