"""A signed move may make another object that goes out at once, under the same signatures."""

from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.perform import carry_out
from shared.process.process import Process, Step


async def follow_with(step: Step[Any, Any], process: Process[Any], object_id: UUID, action: StrEnum) -> None:
    """Make the first move of an object just queued, in the name and under the sign-off of the move at hand."""
    await step.tx.flush()
    made: Any = await load_subject(step.tx, process, object_id, lock=True)
    row = process.lifecycle.find(made.state, action)
    following: Step[Any, Any] = replace(step, subject=made, row=row, command=Command())
    await carry_out(process, following)
