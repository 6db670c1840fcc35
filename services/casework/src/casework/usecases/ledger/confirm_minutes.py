"""C11: meetings on clues are regular: the day the next one is due counts from the last."""

from casework.domain.clue_meeting import ClueMeeting
from casework.store.clues.meetings import other_confirmed
from shared.clocks import store as clocks
from shared.process.bodies import Command
from shared.process.process import Changes, Step

NEXT = "P-C11"


async def confirm_minutes(step: Step[ClueMeeting, Command]) -> Changes:
    """Answer the clock of the meeting before, on the day this one was held, and start the next one's.

    Minutes that are confirmed after those of a later meeting start none.

    Rule: C11, P-C11, ENF Art 24.
    """
    held_on = step.subject.held_on
    others = await other_confirmed(step.tx, step.subject)
    if any(one["held_on"] >= held_on for one in others):
        return Changes(no_clock=frozenset({NEXT}))
    for one in others:
        await clocks.stop(step.tx, one["id"], (NEXT,), at=step.at, on=held_on)
    return Changes(starts_from={NEXT: held_on})
