"""Screen clues that could not be screened when they were registered. Run by the worker. Rule: 1.6; T29."""

from __future__ import annotations

from typing import Any

from casework.clients.intake import Subject
from casework.domain.clue import Clue
from casework.store.clues.clues import lock_clue, mark_screened, unscreened
from casework.store.papers import PAPERS
from casework.store.tables.clues import ClueRow
from casework.store.terms import keep_terms
from casework.usecases.recusals.screening import About, look_into, sources_of, subjects_of
from shared.auth.actor import SYSTEM
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.process.keeping_away import keep_namesakes_away
from shared.process.record import record_rows

AT_ONCE = 20
TABLE: Any = ClueRow.__table__


async def screen_clues(desk: Desk) -> bool:
    """Screen some clues; say whether there may be more to do at once."""
    async with desk.db.reader(WORKER) as reader:
        waiting = await unscreened(reader, limit=AT_ONCE)
    for clue in waiting:
        about = await _about(desk, clue)
        if about is None:
            return False
        async with desk.db.transaction(WORKER) as tx:
            locked = await lock_clue(tx, clue.id)
            if locked is None or locked.is_screened:
                continue
            await keep_terms(tx, clue.id, about.terms)
            await keep_namesakes_away(tx, desk, locked.id, about.namesakes, desk.clock.now())
            row = await mark_screened(tx, clue.id)
            record_rows(tx, desk, [(TABLE, row)], SYSTEM, desk.clock.now(), "screen")
    return len(waiting) == AT_ONCE


async def _about(desk: Desk, clue: Clue) -> About | None:
    async with desk.db.reader(WORKER) as reader:
        paper = await PAPERS.newest(reader, desk.seals, clue.id, "facts")
        fed = await sources_of(reader, clue.id)
    told = paper.fields if paper else {}
    reported = await subjects_of(desk, fed)
    if reported is None:
        return None
    subjects = [Subject(**one) for one in told.get("subjects", [])] + reported
    return await look_into(
        desk, subjects=subjects, units=list(clue.subject_organisations), facts=told.get("facts", "")
    )
