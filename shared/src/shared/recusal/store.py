"""Record, end and read recusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.db import Fixed, Reader, Transaction
from shared.db.which import Which, among
from shared.ids import uuid4
from shared.recusal.tables import recusals

_rows = recusals.c


@dataclass(frozen=True, slots=True)
class Recusal:
    """That an officer keeps away, why, by whose decision, and since when."""

    officer_id: str
    ground: str
    decided_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """Officers somebody has decided about. `away` must keep away; `free` need not, whatever they declared."""

    away: frozenset[str]
    free: frozenset[str]


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


async def inherit(tx: Transaction, object_id: UUID, heir_id: UUID, *, at: datetime) -> None:
    """Queue for a new object the recusals that hold now from the one it hangs on."""
    known = sa.select(recusals).where(_rows.object_id == object_id, _holding(at))
    for one in await tx.all(known):
        again = {name: one[name] for name in ("ground", "decided_by", "until")}
        recuse(tx, heir_id, one["officer_id"], at=at, **again)


async def inherit_all(tx: Transaction, object_ids: Iterable[UUID], heir_id: UUID, *, at: datetime) -> None:
    """Queue for a new object the recusals that hold now from any it hangs on: one for each officer, the longest."""
    known = sa.select(recusals).where(_rows.object_id.in_(list(object_ids)), _holding(at))
    longest = {
        one["officer_id"]: one
        for one in await tx.all(known.order_by(_rows.until.asc().nulls_last(), _rows.id))
    }
    for officer, one in longest.items():
        recuse(
            tx,
            heir_id,
            officer,
            ground=one["ground"],
            decided_by=one["decided_by"],
            until=one["until"],
            at=at,
        )


async def lift_all(tx: Transaction, object_ids: Iterable[UUID], officer_id: str, *, at: datetime) -> int:
    """End an officer's recusals from several objects; say how many held or were to begin."""
    await tx.flush()
    of_officer = sa.and_(_rows.object_id.in_(list(object_ids)), _rows.officer_id == officer_id)
    lifted = sa.update(recusals).where(of_officer, _holding(at))
    return await tx.run(lifted.values(until=sa.func.greatest(sa.literal(at), _rows.at)))


async def holding(reader: Reader, object_id: UUID, at: datetime) -> list[Recusal]:
    """Return who must keep away from an object, now or from a later instant on."""
    rows = await reader.all(
        sa.select(_rows.officer_id, _rows.ground, _rows.decided_by, _rows.at).where(
            _rows.object_id == object_id, _holding(at)
        )
    )
    return [Recusal(**row) for row in rows]


async def decided_about(reader: Reader, object_id: UUID, at: datetime) -> Decided:
    """Return the decisions on an object; a decision against recusal is a row that has ended."""
    rows = await reader.all(sa.select(_rows.officer_id, _rows.until).where(_rows.object_id == object_id))
    away = frozenset(row["officer_id"] for row in rows if row["until"] is None or row["until"] > at)
    return Decided(away, frozenset(row["officer_id"] for row in rows) - away)


async def was_ever_recused(reader: Reader, object_id: UUID, officer_id: str) -> bool:
    """Say whether recusal was ever decided about, either way."""
    found = sa.exists().where(_rows.object_id == object_id, _rows.officer_id == officer_id)
    return bool(await reader.scalar(sa.select(found)))


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


def _holding(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(_rows.until.is_(None), _rows.until > at)
