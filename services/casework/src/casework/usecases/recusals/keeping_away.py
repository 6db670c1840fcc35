"""How an officer is kept away from a clue and everything that belongs to it, and let back in.

A verification, a talk or a case of the clue is the same matter: whoever must keep away from one sees none of them,
and is no longer in its team.

Rule: 1.6, SL Art 67.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from casework.domain.clue import Clue
from casework.store.belongings import belongings_of
from casework.store.recusals import live_recusals, was_ever_recused
from casework.store.teams import dismiss
from shared.db import Transaction
from shared.recusal.conflicts import Ground
from shared.recusal.store import lift, recuse

BY_SYSTEM = "system"


async def keep_away(
    tx: Transaction, clue_id: UUID, officer_id: str, *, ground: str, by: str, at: datetime
) -> UUID:
    """Shut a clue and what belongs to it to an officer; return the id of the recusal from the clue."""
    recusal_id = recuse(tx, clue_id, officer_id, ground=ground, decided_by=by, at=at)
    for belonging in await belongings_of(tx, clue_id):
        recuse(tx, belonging, officer_id, ground=ground, decided_by=by, at=at)
        await dismiss(tx, belonging, [officer_id], at)
    return recusal_id


async def let_back(
    tx: Transaction, clue_id: UUID, officer_id: str, *, ground: str, by: str, at: datetime
) -> UUID:
    """Record that an officer need not keep away; earlier recusals from the matter end."""
    for belonging in await belongings_of(tx, clue_id):
        await lift(tx, belonging, officer_id, at=at)
    await lift(tx, clue_id, officer_id, at=at)
    return recuse(tx, clue_id, officer_id, ground=ground, decided_by=by, at=at, until=at)


async def keep_namesakes_away(tx: Transaction, clue: Clue, officers: Iterable[str], at: datetime) -> None:
    """Shut a clue to officers who bear the name of somebody it is about, until a leader says they are others.

    Whom a leader has decided about already is left alone.
    """
    for officer_id in officers:
        if not await was_ever_recused(tx, clue.id, officer_id):
            await keep_away(tx, clue.id, officer_id, ground=Ground.IS_SUBJECT, by=BY_SYSTEM, at=at)


async def inherit(tx: Transaction, clue_id: UUID, belonging: UUID, at: datetime) -> None:
    """Shut something new that belongs to a clue to everybody who must keep away from the clue."""
    for one in await live_recusals(tx, clue_id, at):
        recuse(tx, belonging, one.officer_id, ground=one.ground, decided_by=one.decided_by, at=at)


async def inherit_all(tx: Transaction, clue_id: UUID, into: UUID, at: datetime) -> None:
    """Shut a clue to everybody who must keep away from another one that goes into it."""
    away = {one.officer_id for one in await live_recusals(tx, into, at)}
    for one in await live_recusals(tx, clue_id, at):
        if one.officer_id not in away:
            await keep_away(tx, into, one.officer_id, ground=one.ground, by=one.decided_by, at=at)
