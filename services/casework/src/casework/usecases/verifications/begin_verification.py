"""C6: an approved preliminary verification begins, its plan still to be written."""

from typing import Any

from casework.domain.clue import Clue
from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VERIFICATION
from casework.usecases.clues.branching import make, taken_from
from shared.process.process import Changes, Step


async def begin_verification(step: Step[Clue, Any]) -> Changes:
    """Make the verification.

    Rule: C6, V-1.
    """
    common = await taken_from(step, VERIFICATION.name)
    verification = Verification(state=VERIFICATION.initial.value, **common)
    await make(step, verification, VERIFICATION.name, rule="V-1")
    return Changes(
        columns={"verification_id": verification.id}, event={"verification_id": str(verification.id)}
    )
