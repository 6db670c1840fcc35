"""C10: say what the look into a clue that was drawn came to."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from casework.domain.reconciliation import Reconciliation
from casework.domain.reconciliation_lifecycle import ReconciliationAction as A
from casework.domain.reconciliation_lifecycle import ReconciliationFacts
from casework.store.reconciliations import SPOT_CHECK, items_of, record_result
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Result = Literal["in_order", "improper", "overdue_without_reason"]


class RecordSpotCheck(Command):
    """登记抽查结果 · of which clue, and what was found."""

    clue_id: Annotated[UUID, Field(description="被抽查线索 · the clue that was drawn")]
    result: Annotated[Result, Field(description="抽查结果 · result")]
    note: Annotated[str, Text(0, 2000), Field(description="说明 · note")] = ""


async def record_spot_check(step: Step[Reconciliation, RecordSpotCheck]) -> Changes:
    """Keep the result beside the draw, and the note as a paper.

    Rule: C10.
    """
    command = step.command
    await record_result(step.tx, step.subject, command.clue_id, command.result)
    await write(step, "clue_reconciliation", "spot_check")
    return Changes()


async def reconciliation_facts(step: Step[Reconciliation, Command]) -> ReconciliationFacts:
    """Gather what the guards look at."""
    items = await items_of(step.tx, step.subject, SPOT_CHECK)
    if step.row.action == A.RECORD_SPOT_CHECK:
        wanted = getattr(step.command, "clue_id", None)
        return ReconciliationFacts(is_drawn=wanted in {item["clue_id"] for item in items})
    return ReconciliationFacts(open_spot_checks=sum(item["result"] is None for item in items))
