"""A deadline of a case is moved, once, as far as its rule allows, by the leader its rule names."""

from typing import Annotated, Any, Literal

from pydantic import Field

from casework.domain.case import Case
from casework.domain.deadlines import DEADLINES
from casework.usecases.writing import write
from shared.clocks.changes import extend
from shared.clocks.store import of_object
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Extendable = Literal["DL-13", "DL-14", "DL-22", "DL-24"]
Ground = Literal["major_or_complex", "evidence_outstanding", "formalities_outstanding"]


class ExtendDeadline(Command):
    """延长期限 · which, by how much of its own unit, and why."""

    rule: Annotated[Extendable, Field(description="期限规则 · the deadline")]
    amount: Annotated[int, Field(ge=1, le=12, description="延长数量，按该期限的单位 · how much")] = 1
    ground: Annotated[Ground, Field(description="延长事由 · ground")] = "major_or_complex"
    reason: Annotated[str, Text(0, 2000), Field(description="理由，省略时取意见 · reason")] = ""


async def extend_deadline(step: Step[Case, ExtendDeadline]) -> Changes:
    """Move the end of the clock.

    Raises: Refused with what the clock refuses.
    Rule: 1.3, DL-13, DL-14, DL-22, DL-24.
    """
    command = step.command
    (level,) = await extension_signs(step)
    await write(step, "case", "extension")
    await extend(
        step.tx, step.subject.id, step.desk.deadlines[command.rule], amount=command.amount, approver=level,
        ground=command.ground, at=step.at, calendar=await step.desk.calendar.current(step.tx),
        sign_off_id=step.sign_off_id,
    )  # fmt: skip
    return Changes()


async def extension_signs(step: Step[Case, Any]) -> tuple[str, ...]:
    """Return the level that the deadline's own rule names."""
    extension = DEADLINES[step.command.rule].extension
    return (extension.approver,) if extension else step.row.signs


async def extends(step: Step[Case, ExtendDeadline]) -> bool:
    """Say whether such a clock is open, and may still be moved so far."""
    command, extension = step.command, DEADLINES[step.command.rule].extension
    return extension is not None and any(
        clock.rule == command.rule
        and clock.is_open
        and step.at < clock.ends_at
        and clock.extensions < extension.times
        and command.amount <= extension.amount
        for clock in await of_object(step.tx, step.subject.id)
    )
