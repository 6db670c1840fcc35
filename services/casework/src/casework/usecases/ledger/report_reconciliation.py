"""C10: the quarter's reconciliation is brought to the principal leader."""

from typing import Annotated

from pydantic import Field

from casework.domain.reconciliation import Reconciliation
from casework.store.reconciliations import OVERDUE, items_of
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportReconciliation(Command):
    """报告 · what the figures mean, and what shall be done about it."""

    summary: Annotated[str, Text(0, 10000), Field(description="汇总核对情况，省略时取意见 · summary")] = ""


async def report_reconciliation(step: Step[Reconciliation, ReportReconciliation]) -> Changes:
    """Keep the report; others are told how many there are, never which.

    Rule: C10, ENF Art 25.
    """
    one = step.subject
    await write(step, "clue_reconciliation", "report")
    late = len(await items_of(step.tx, one, OVERDUE))
    return Changes(
        event={
            "year": one.year,
            "quarter": one.quarter,
            "by_state": dict(one.figures.get("state", {})),
            "overdue": late,
        }
    )
