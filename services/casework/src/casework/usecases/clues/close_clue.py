"""C8: a clue ends without a case."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import Clue, Way
from casework.domain.truth import CloseReason, closing
from casework.usecases.clues.bodies import Minutes
from casework.usecases.clues.concluding import Grade, concluded, verified
from casework.usecases.writing import write
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class CloseClue(Command):
    """予以了结 · the ground and the truth grade; what is left out follows from the verification."""

    ground: Annotated[CloseReason | None, Field(description="了结理由 · ground")] = None
    meeting: Minutes = None
    truth_grade: Grade = None


async def close_clue(step: Step[Clue, CloseClue]) -> Changes:
    """Conclude the clue on a ground from the list.

    Rule: C8, 2.4.
    """
    command = step.command
    ground, grade = closing(command.ground, command.truth_grade, await verified(step))
    await write(step, "clue", "conclusion")
    return await concluded(step, grade, way=Way.CLOSED, ground=ground)
