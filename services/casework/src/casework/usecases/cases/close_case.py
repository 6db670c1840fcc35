"""The case is closed: three reports are there or waived, and what was decided was carried out."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.case import Case
from casework.store.cases.records import executed
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class CloseCase(Command):
    """结案 · the closing report."""

    report: Annotated[str, Text(0, 10000), Field(description="结案报告，省略时取意见 · closing report")] = ""


async def close_case(step: Step[Case, CloseCase]) -> Changes:
    """Keep the closing report, and tell what was recovered.

    Rule: D17, D9.
    """
    await write(step, "case", "closing")
    return Changes(columns={"closed_on": step.today}, event=await _figures(step))


async def _figures(step: Step[Case, Any]) -> dict[str, Any]:
    money = (await executed(step.tx, step.subject.id)).values()
    return {
        "clue_id": str(step.subject.clue_id),
        "closed_on": step.today.isoformat(),
        "confiscated": sum(confiscated for confiscated, _ in money),
        "recovered": sum(recovered for _, recovered in money),
    }
