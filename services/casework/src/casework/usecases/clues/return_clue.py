"""A12: a report goes back to the petition office; what it alone brought goes back with it, as far as nobody has it.

Before an office has the clue nothing has been disposed of, so it leaves the ledger by its own end state, and the
report makes a fresh clue should it ever be transferred again. Once an office has it, or leaders are asked about it, it
ends only as chapter 4 says, with their approval: then the return is a note that whoever holds it reads.

Rule: A12, RPT Art 17, SL Art 40.
"""

from __future__ import annotations

from uuid import UUID

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, ClueAction, ClueState
from casework.store.clues.clues import fed_by, is_fed, is_open, lock_clue, merged_into, unlink
from casework.store.papers import PAPERS
from casework.store.terms import end_terms
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.keeping_away import BY_SYSTEM
from shared.process.process import Changes, Step
from shared.process.system import make_move
from shared.signoff.store import waiting_for

_NOBODY_HAS_IT = (ClueState.REGISTERED, ClueState.ALLOCATION_PROPOSED)


async def give_back_with_report(tx: Transaction, desk: Desk, event: Event) -> None:
    """End the links of a returned report, and the clues that live by it alone; tell the holders of the others.

    Rule: A12, RPT Art 17.
    """
    report_id, at = UUID(event.subject), desk.clock.now()
    fed = [await lock_clue(tx, one.id) for one in await fed_by(tx, report_id)]
    await unlink(tx, report_id, at)
    for clue in fed:
        if clue is None or not is_open(clue):
            continue
        if await _goes_back(tx, clue):
            await make_move(tx, desk, desk.processes[CLUE.name], clue, ClueAction.RETURN, Command())
        else:
            said = {"report_id": str(report_id), "ground": event.data.get("ground")}
            await PAPERS.add(
                tx, desk.seals, (CLUE.name, clue.id), "report_returned", said, by=BY_SYSTEM, at=at
            )


async def return_clue(step: Step[Clue, Command]) -> Changes:
    """Let the clue be found among the ended ones from now on. Rule: A12."""
    await end_terms(step.tx, step.subject.id)
    return Changes(columns={"concluded_on": step.today})


async def _goes_back(tx: Transaction, clue: Clue) -> bool:
    """Say whether nothing but the report brought the clue, and nobody has begun to dispose of it."""
    if clue.state not in _NOBODY_HAS_IT or await waiting_for(tx, clue.id) is not None:
        return False
    if await is_fed(tx, clue.id) or await merged_into(tx, clue.id):
        return False
    return not await PAPERS.is_written(tx, clue.id, "facts")
