"""C3: the office that receives a clue signs the hand-over."""

from typing import Any

from casework.domain.clue import Clue
from shared.process.bodies import Command
from shared.process.process import Changes, Step


async def sign_for_clue(step: Step[Clue, Command]) -> Changes:
    """Keep who received the clue, and when.

    Rule: C3, ENF Art 23.
    """
    return Changes(columns=signed_for(step))


def signed_for(step: Step[Clue, Any]) -> dict[str, Any]:
    """Return what says that the actor received the clue now."""
    return {"signed_for_by": step.actor.id, "signed_for_at": step.at}
