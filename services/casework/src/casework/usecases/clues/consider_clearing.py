"""C8: a clue was closed without ground, so somebody asks whether a name must be cleared."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.clue import Clearing, Clue
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ConsiderClearing(Command):
    """研判是否澄清 · whether clearing is proposed, and why."""

    clearing: Annotated[Literal["proposed", "not_needed"], Field(description="是否提请澄清 · the answer")]
    reason: Annotated[str, Text(2, 2000), Field(description="理由 · why")]


async def consider_clearing(step: Step[Clue, ConsiderClearing]) -> Changes:
    """Keep the answer; a proposal is told to who clears names.

    Rule: C8, CLR.
    """
    await write(step, "clue", "clearing")
    answer = Clearing(step.command.clearing)
    return Changes(columns={"clearing": answer}, event={"clearing": answer})
