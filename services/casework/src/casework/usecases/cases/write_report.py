"""D9: one of the three reports of a case is written; a correction is its next version."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case, ReportKind
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class WriteReport(Command):
    """撰写报告 · which of the three, and its text."""

    kind: Annotated[ReportKind, Field(description="报告种类 · kind of report")] = ReportKind.INVESTIGATION
    report: Annotated[str, Text(0, 30000), Field(description="报告内容，省略时取意见 · the text")] = ""


async def write_report(step: Step[Case, WriteReport]) -> Changes:
    """Keep the report; an investigation report belongs to the round it was written in.

    Rule: D9, 1.8.
    """
    kind = step.command.kind
    await write(step, "case", f"report_{kind}")
    is_first_duty = kind is ReportKind.INVESTIGATION
    return Changes(columns={"reported_round": step.subject.round} if is_first_duty else {})
