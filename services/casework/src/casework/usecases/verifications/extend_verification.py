"""V-6: the principal leader gives a verification another month, once."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Verification
from casework.usecases.writing import write
from shared.clocks.changes import extend
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

RULE = "DL-12"


class ExtendVerification(Command):
    """延长核实期限 · why one month more is needed."""

    reason: Annotated[str, Text(2, 2000), Field(description="延长理由 · why")]


async def extend_verification(step: Step[Verification, ExtendVerification]) -> Changes:
    """Move the end of the clock by what the table of deadlines allows.

    Raises: Refused with what the clock refuses.
    Rule: V-6, DL-12.
    """
    rule = step.desk.deadlines[RULE]
    await write(step, "verification", "extension")
    if rule.extension is not None:
        await extend(
            step.tx, step.subject.id, rule, amount=rule.extension.amount, approver=rule.extension.approver,
            ground="complex_matter", at=step.at, calendar=await step.desk.calendar.current(step.tx),
            sign_off_id=step.sign_off_id,
        )  # fmt: skip
    return Changes()
