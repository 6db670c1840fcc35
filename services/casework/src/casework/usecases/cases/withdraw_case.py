"""D18: no violation is proved, so the case is withdrawn; whether the name needs clearing must be answered."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.store.cases.records import lift_restrictions
from casework.usecases.writing import write
from shared.clocks.store import cancel
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class WithdrawCase(Command):
    """撤销案件 · why, and whether the subject's name is to be cleared."""

    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reason")] = ""
    is_clearing_needed: Annotated[
        bool, Field(description="是否需要澄清正名，必须回答 · whether clearing is needed; must be answered")
    ]
    clearing_notes: Annotated[str, Text(0, 2000), Field(description="澄清考虑 · what was considered")] = ""
    unit_told_on: Annotated[Day | None, Field(description="告知所在单位日期 · when the unit was told")] = None


async def withdraw_case(step: Step[Case, WithdrawCase]) -> Changes:
    """Keep the reasons; every duty and restriction falls away.

    Rule: D18, SL Art 52, SANC Art 44.
    """
    case, needed = step.subject, step.command.is_clearing_needed
    await write(step, "case", "withdrawal")
    await cancel(step.tx, case.id, at=step.at)
    await lift_restrictions(step.tx, case.id, step.today)
    return Changes(
        columns={"is_clearing_needed": needed, "closed_on": step.today},
        event={"clue_id": str(case.clue_id), "is_clearing_needed": needed},
    )
