"""1.6: how an officer is kept away from a joint task and all that belongs to it, or found not to have to be."""

from datetime import datetime
from uuid import UUID

from casework.store.linkage.circle import dismiss, keep_away
from casework.store.linkage.team import remove_from_team
from shared.db import Transaction
from shared.ids import uuid7


async def keep_off_task(
    tx: Transaction, task_id: UUID, officer_id: str, *, ground: str, by: str, at: datetime, keeps_away: bool
) -> UUID:
    """Shut a task and its loans, board and papers to an officer, who leaves the team; return an id of the decision.

    Rule: 1.6, SL Art 67.
    """
    await keep_away(tx, task_id, officer_id, ground=ground, decided_by=by, at=at, keeps=keeps_away)
    if keeps_away:
        await remove_from_team(tx, task_id, officer_id, by=by, at=at)
        await dismiss(tx, task_id, officer_id, by=by, at=at)
    return uuid7()
