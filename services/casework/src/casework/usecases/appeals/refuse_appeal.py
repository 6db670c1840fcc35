"""An appeal that cannot be heard is refused, with a reason."""

from typing import Annotated

from pydantic import Field

from casework.domain.appeal import Appeal
from casework.usecases.appeals.ending import case_goes_on
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RefuseAppeal(Command):
    """不予受理 · why."""

    reason: Annotated[str, Text(0, 5000), Field(description="理由，省略时取意见 · reason")] = ""


async def refuse_appeal(step: Step[Appeal, RefuseAppeal]) -> Changes:
    """Keep the reason; the case goes on.

    Rule: SL Art 56.
    """
    await write(step, "appeal", "refusal")
    await case_goes_on(step)
    return Changes(event={"case_id": str(step.subject.case_id), "kind": step.subject.kind, "result": None})
