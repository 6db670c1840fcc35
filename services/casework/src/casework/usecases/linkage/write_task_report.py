"""E8: one of the three reports of a joint task is written; a correction is the next version."""

from typing import Annotated

from pydantic import Field

from casework.domain.linkage.linkage_task import LinkageTask, Report
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class WriteTaskReport(Command):
    """提交报告 · which of the three, and the text."""

    kind: Annotated[Report, Field(description="报告种类 · kind")]
    report: Annotated[str, Text(4, 10000), Field(description="报告正文 · text")]


async def write_task_report(step: Step[LinkageTask, WriteTaskReport]) -> Changes:
    """Keep the report, sealed. Rule: E8, one case, three reports."""
    await write(step, "linkage_task", step.command.kind.paper)
    return Changes()
