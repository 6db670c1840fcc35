"""Record, end and read recusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.db import Fixed, Reader, Transaction
from shared.db.which import Which, among
from shared.ids import uuid4
from shared.recusal.tables import recusals

_rows = recusals.c


def recuse(
    tx: Transaction,
    object_id: UUID,
    officer_id: str,
    *,
    ground: str,
    decided_by: str,
    at: datetime,
    until: datetime | None = None,
) -> UUID:
    """Queue a recusal: from `at` on, the officer no longer knows of the object."""
    recusal_id = uuid4()
    tx.add(
        recusals,
        id=recusal_id,
        object_id=object_id,
        officer_id=officer_id,
        ground=ground,
        decided_by=decided_by,
        at=at,
        until=until,
    )
    return recusal_id


async def inherit(tx: Transaction, parent_id: UUID, object_id: UUID, *, at: datetime) -> None:
    """Queue for something that hangs on a matter the recusals that hold from the matter now."""
    holding = sa.or_(_rows.until.is_(None), _rows.until > at)
    known = sa.select(recusals).where(_rows.object_id == parent_id, holding)
    for one in await tx.all(known):
        again = {name: one[name] for name in ("ground", "decided_by", "until")}
        recuse(tx, object_id, one["officer_id"], at=at, **again)


async def lift(tx: Transaction, object_id: UUID, officer_id: str, *, at: datetime) -> int:
    """End an officer's recusals from an object; say how many held or were to begin."""
    await tx.flush()
    holding = sa.or_(_rows.until.is_(None), _rows.until > at)
    lifted = sa.update(recusals).where(_rows.object_id == object_id, _rows.officer_id == officer_id, holding)
    return await tx.run(lifted.values(until=sa.func.greatest(sa.literal(at), _rows.at)))


async def recused_from(tx: Reader, object_id: UUID, at: datetime) -> frozenset[str]:
    """Return the officers recused from one object at that instant."""
    return (await recused_from_many(tx, [object_id], at)).get(object_id, frozenset())


async def recused_from_many(
    tx: Reader, object_ids: Iterable[UUID], at: datetime
) -> dict[UUID, frozenset[str]]:
    """Return the recused officers of several objects in one statement; objects without any are left out."""
    return by_object(await tx.all(_OF_MANY, object_ids=list(object_ids), at=at))


def by_object(rows: Iterable[Sequence[Any]]) -> dict[UUID, frozenset[str]]:
    """Return the officers in rows of `select_recused`, by object."""
    found: dict[UUID, set[str]] = {}
    for object_id, officer_id in rows:
        found.setdefault(object_id, set()).add(officer_id)
    return {object_id: frozenset(officers) for object_id, officers in found.items()}


_at = sa.bindparam("at", type_=sa.DateTime(timezone=True))


def select_recused(which: Which) -> sa.Select[Any]:
    """Select the recusals from some objects that hold at the instant bound as `at`."""
    return sa.select(_rows.object_id, _rows.officer_id).where(
        which(_rows.object_id), _rows.at <= _at, sa.or_(_rows.until.is_(None), _rows.until > _at)
    )


def select_recused_officer(which: Which) -> sa.Select[Any]:
    """Select the same of the one officer bound as `officer_id`: much less to read where only the caller matters."""
    return select_recused(which).where(_rows.officer_id == sa.bindparam("officer_id", type_=sa.Text))


_OF_MANY = Fixed(select_recused(among))
