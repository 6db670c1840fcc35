"""D4: a special meeting under the principal leader fixes the plan of the investigation and its measures."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.sign_bodies import MeetingRecord


class ApprovePlan(Command):
    """审批审查调查方案 · the plan, and the minutes of the meeting that fixed it."""

    plan: Annotated[str, Text(0, 20000), Field(description="审查调查方案 · the plan")] = ""
    measures: Annotated[str, Text(0, 5000), Field(description="拟采取的措施 · measures")] = ""
    meeting: Annotated[MeetingRecord | None, Field(description="专题会议记录 · minutes")] = None


async def approve_plan(step: Step[Case, ApprovePlan]) -> Changes:
    """Keep plan and minutes.

    Rule: D4, SL Art 42, ENF Art 39.
    """
    await write(step, "case", "plan")
    return Changes()
