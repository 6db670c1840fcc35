"""A16: a reporter brought new evidence on a report that feeds an open clue, so whoever has the clue must hear of it.

What it says stays in intake, where the handler reads it for a purpose; here stands that it came, from whom and when.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, EVIDENCE, ClueState
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.verification_lifecycle import VERIFICATION
from casework.store.clues.clues import fed_by, is_open
from casework.store.papers import PAPERS
from shared.clocks import store as clocks
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.desk import Desk
from shared.process.keeping_away import BY_SYSTEM

_AT_THE_CLUE = (
    ClueState.ALLOCATED,
    ClueState.UNDER_ASSESSMENT,
    ClueState.DISPOSAL_APPROVED,
    ClueState.ON_HOLD,
)
"""States in which the clue itself is worked on: elsewhere a talk, a verification or a leader has a clock already."""


async def hear_evidence(tx: Transaction, desk: Desk, event: Event) -> None:
    """Note the evidence at every open clue of the report, and at its talk or verification.

    Where the handler works on the clue itself, five working days begin to look into it.

    Rule: A16, R-A2, RPT Art 27.
    """
    on = date.fromisoformat(event.data["on"])
    told = {"report_id": event.subject, "source": event.data["source"], "on": event.data["on"]}
    for clue in await fed_by(tx, UUID(event.subject)):
        if not is_open(clue):
            continue
        for about in _places(clue):
            await PAPERS.add(tx, desk.seals, about, "new_evidence", told, by=BY_SYSTEM, at=desk.clock.now())
        if clue.state in _AT_THE_CLUE and not await clocks.is_running(tx, clue.id, EVIDENCE):
            clocks.start(
                tx, desk.deadlines[EVIDENCE], object_type=CLUE.name, object_id=clue.id, trigger_on=on,
                held_by=clue.holder_path, calendar=await desk.calendar.current(tx), started_at=desk.clock.now(),
            )  # fmt: skip


def _places(clue: Clue) -> list[tuple[str, UUID]]:
    """Return where the note is read: at the clue, and at what is done about it now."""
    branch = {
        ClueState.TALK_INQUIRY: (TALK_INQUIRY.name, clue.talk_inquiry_id),
        ClueState.PRELIMINARY_VERIFICATION: (VERIFICATION.name, clue.verification_id),
    }.get(ClueState(clue.state))
    places = [(CLUE.name, clue.id)]
    if branch is not None and branch[1] is not None:
        places.append((branch[0], branch[1]))
    return places
