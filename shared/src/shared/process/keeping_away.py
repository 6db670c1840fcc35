"""Shut a matter to an officer with everything that hangs on it, and open it again.

What an object hangs on is a column of its row, which its process names (`Process.hangs_on`), or several other rows
(`Process.hangs_on_each`); what hangs on nothing is a matter. Whoever must keep away from one part of a matter sees
none of it and leaves its teams (`Process.leave`). What is made later inherits as it is created.

Rule: 1.6, SL Art 67.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.auth.rls import past_sight
from shared.db import Reader, Transaction
from shared.process.desk import Desk
from shared.recusal.conflicts import Ground
from shared.recusal.store import Recusal, holding, lift_all, recuse, was_ever_recused

BY_SYSTEM = "system"


async def keep_away(tx: Transaction, desk: Desk, object_id: UUID, recusal: Recusal) -> UUID:
    """Shut the matter an object belongs to; return the id of the recusal from the matter itself."""
    (recusal_id,) = await _keep_all_away(tx, desk, object_id, [recusal])
    return recusal_id


async def let_back(tx: Transaction, desk: Desk, object_id: UUID, decision: Recusal) -> UUID:
    """Record that an officer need not keep away from a matter; what held until now ends, with all its parts."""
    matter = await matter_of(tx, desk, object_id)
    await lift_all(tx, await whole_of(tx, desk, matter), decision.officer_id, at=decision.at)
    return _recuse(tx, matter, decision, until=decision.at)


async def keep_namesakes_away(
    tx: Transaction, desk: Desk, object_id: UUID, officers: Iterable[str], at: datetime
) -> None:
    """Shut a matter to officers who bear the name of somebody it is about, until a leader says they are others.

    Whom a leader has decided about already is left alone.
    """
    undecided = [one for one in officers if not await was_ever_recused(tx, object_id, one)]
    recusals = [Recusal(one, Ground.IS_SUBJECT, BY_SYSTEM, at) for one in undecided]
    await _keep_all_away(tx, desk, object_id, recusals)


async def pass_on(tx: Transaction, desk: Desk, object_id: UUID, into: UUID, at: datetime) -> None:
    """Shut a matter to everybody who must keep away from another one that becomes one with it."""
    away = {one.officer_id for one in await holding(tx, into, at)}
    others = [one for one in await holding(tx, object_id, at) if one.officer_id not in away]
    await _keep_all_away(tx, desk, into, [replace(one, at=at) for one in others])


async def matter_of(reader: Reader, desk: Desk, object_id: UUID) -> UUID:
    """Return the id of what an object hangs on in the end; its own if that is nothing."""
    parts = _parts(desk)
    while parts is not None:
        async with past_sight(reader):
            above = await reader.scalar(sa.select(parts.c.above).where(parts.c.id == object_id))
        if above is None:
            break
        object_id = above
    return object_id


async def whole_of(reader: Reader, desk: Desk, matter: UUID) -> dict[UUID, str]:
    """Return the ids of a matter and of all that hangs on it, the matter first, each with its process's name.

    Parts held elsewhere, which whoever decides may not see, are among them.
    """
    known = sa.union_all(*(_named(process) for process in desk.processes.values())).subquery("known")
    below = sa.select(sa.literal(matter, sa.Uuid).label("id"), sa.literal(0).label("depth")).cte(
        "below", recursive=True
    )
    if (parts := _parts(desk)) is not None:
        below = below.union_all(sa.select(parts.c.id, below.c.depth + 1).where(parts.c.above == below.c.id))
    named = sa.select(known.c.id, known.c.name).join(below, below.c.id == known.c.id).order_by(below.c.depth)
    async with past_sight(reader):
        rows = await reader.all(named)
    return {row["id"]: row["name"] for row in rows}


async def _keep_all_away(tx: Transaction, desk: Desk, object_id: UUID, recusals: list[Recusal]) -> list[UUID]:
    """Shut the matter an object belongs to, which is looked up once, by each of some recusals."""
    if not recusals:
        return []
    await tx.flush()
    whole = await whole_of(tx, desk, await matter_of(tx, desk, object_id))
    return [await _shut(tx, desk, whole, one) for one in recusals]


async def _shut(tx: Transaction, desk: Desk, whole: dict[UUID, str], recusal: Recusal) -> UUID:
    await lift_all(tx, whole, recusal.officer_id, at=recusal.at)
    ids = [_recuse(tx, one, recusal) for one in whole]
    for one, name in whole.items():
        leave = desk.processes[name].leave
        if leave is not None:
            await leave(tx, one, recusal)
    return ids[0]


def _parts(desk: Desk) -> Any:
    """Return the rows of all processes that hang on something, each with the id of what that is."""
    selects = [
        sa.select(one.table.c.id, one.table.c[one.hangs_on].label("above"))
        for one in desk.processes.values()
        if one.hangs_on is not None
    ]
    selects += [one.hangs_on_each for one in desk.processes.values() if one.hangs_on_each is not None]
    return sa.union_all(*selects).subquery("parts") if selects else None


def _named(process: Any) -> sa.Select[Any]:
    return sa.select(process.table.c.id, sa.literal(process.name, sa.Text).label("name"))


def _recuse(tx: Transaction, object_id: UUID, recusal: Recusal, until: datetime | None = None) -> UUID:
    return recuse(
        tx, object_id, recusal.officer_id, ground=recusal.ground, decided_by=recusal.decided_by, at=recusal.at,
        until=until,
    )  # fmt: skip
