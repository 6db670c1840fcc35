"""D12: the review ends with its report."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FinishReview(Command):
    """形成审理报告 · the review report."""

    report: Annotated[str, Text(0, 30000), Field(description="审理报告，省略时取意见 · review report")] = ""


async def finish_review(step: Step[Case, FinishReview]) -> Changes:
    """Keep the report; the month of the review ends.

    Rule: D12, DL-22.
    """
    await write(step, "case", "review_report")
    return Changes()
