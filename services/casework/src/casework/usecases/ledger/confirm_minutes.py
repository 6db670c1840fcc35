"""C11: meetings on clues are regular: the day the next one is due counts from the last."""

from casework.domain.clue_meeting import NEXT_MEETING, ClueMeeting
from casework.store.clues.meetings import last_held_on, meeting_awaited_at
from shared.clocks import store as clocks
from shared.process.bodies import Command
from shared.process.process import Changes, Step


async def confirm_minutes(step: Step[ClueMeeting, Command]) -> Changes:
    """Answer the clock that asked for this meeting, on the day it was held, and start the next one's.

    Minutes that are confirmed after those of a later meeting answer and start none.

    Rule: C11, P-C11, ENF Art 24.
    """
    meeting = step.subject
    last = await last_held_on(step.tx, meeting)
    if last is not None and last >= meeting.held_on:
        return Changes(no_clock=frozenset({NEXT_MEETING}))
    awaited_at = await meeting_awaited_at(step.tx, meeting.holder_path)
    if awaited_at is not None:
        await clocks.stop(step.tx, awaited_at, (NEXT_MEETING,), at=step.at, on=meeting.held_on)
    return Changes(starts_from={NEXT_MEETING: meeting.held_on})
