"""D9: where a case gives nothing to analyse or to put right, that is said with a reason instead of a report."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Waivable = Literal["analysis", "remedial_proposal"]


class WaiveReport(Command):
    """免予撰写报告 · which of the two, and why. The investigation report is never waived."""

    kind: Annotated[Waivable, Field(description="报告种类 · kind of report")]
    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reason")] = ""


async def waive_report(step: Step[Case, WaiveReport]) -> Changes:
    """Keep the reason in the report's place.

    Rule: D9.
    """
    await write(step, "case", f"waiver_{step.command.kind}")
    return Changes()
