"""C7: the day to look at a clue on hold again has come, so it is under assessment once more. Run by the worker."""

from __future__ import annotations

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, ClueAction, ClueState
from casework.store.clues.clues import due_for_a_look, lock_clue
from shared.feed.consume import WORKER
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.process import Changes, Step
from shared.process.system import make_move

AT_ONCE = 50


async def look_again(_: Step[Clue, Command]) -> Changes:
    """Forget the way it was disposed of; a month for a new opinion begins.

    Rule: C7, DL-45, DL-09, ENF Art 25.
    """
    return Changes(columns={"way": None, "next_look_on": None})


async def bring_back_clues(desk: Desk) -> bool:
    """Bring back the clues whose day has come, each in a transaction of its own; say whether there may be more."""
    async with desk.db.reader(WORKER) as reader:
        due = await due_for_a_look(reader, desk.clock.today(), limit=AT_ONCE)
    for clue_id in due:
        async with desk.db.transaction(WORKER) as tx:
            clue = await lock_clue(tx, clue_id)
            if clue is not None and clue.state == ClueState.ON_HOLD:
                await make_move(tx, desk, desk.processes[CLUE.name], clue, ClueAction.LOOK_AGAIN, Command())
    return len(due) == AT_ONCE
