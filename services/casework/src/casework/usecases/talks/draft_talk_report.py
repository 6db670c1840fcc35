"""T-7: the office reports on a talk or inquiry, with an opinion."""

from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import Outcome, TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DraftTalkReport(Command):
    """起草情况报告 · the report; the opinion if left out."""

    report: Annotated[str, Text(0, 10000), Field(description="情况报告 · report")] = ""
    outcome: Annotated[Outcome | None, Field(description="处置建议 · outcome")] = None


async def draft_talk_report(step: Step[TalkInquiry, DraftTalkReport]) -> Changes:
    """Keep the report as the next version.

    Rule: T-7, DL-11.
    """
    await write(step, "talk_inquiry", "report")
    return Changes(columns={"outcome": step.command.outcome or step.subject.outcome})
