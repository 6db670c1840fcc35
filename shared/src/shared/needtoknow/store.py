"""Grant, end and read need-to-know rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.auth.permissions import NeedToKnow
from shared.db import Fixed, Reader, Transaction
from shared.db.which import Which, among
from shared.ids import uuid4
from shared.needtoknow.tables import need_to_know

_rows = need_to_know.c


def grant(
    tx: Transaction,
    object_id: UUID,
    grantee: str,
    capacity: str,
    *,
    by: str,
    since: datetime,
    until: datetime | None = None,
) -> NeedToKnow:
    """Queue a right for an organisation (path) or an officer (id) to know about an object."""
    tx.add(
        need_to_know,
        id=uuid4(),
        object_id=object_id,
        grantee=grantee,
        capacity=capacity,
        since=since,
        until=until,
        granted_by=by,
    )
    return NeedToKnow(grantee, capacity, since, until)


async def end(
    tx: Transaction,
    object_id: UUID,
    *,
    by: str,
    at: datetime,
    grantee: str | None = None,
    capacity: str | None = None,
) -> int:
    """End the rights on an object that hold now or later, all or some of them; say how many.

    A right that was to begin later never begins.
    """
    which = [_rows.object_id == object_id]
    if grantee is not None:
        which.append(_rows.grantee == grantee)
    if capacity is not None:
        which.append(_rows.capacity == capacity)
    return await _end(tx, *which, by=by, at=at)


async def keep_to(
    tx: Transaction, object_id: UUID, grantees: Iterable[str], capacity: str, *, by: str, at: datetime
) -> None:
    """Let exactly these know about an object in a capacity from now on; who knows already goes on knowing."""
    await tx.flush()
    wanted = set(grantees)
    known = await grantees_of(tx, object_id)
    knowing = {one.grantee for one in known if one.capacity == capacity and one.is_live(at)}
    for grantee in sorted(knowing - wanted):
        await end(tx, object_id, by=by, at=at, grantee=grantee, capacity=capacity)
    for grantee in sorted(wanted - knowing):
        grant(tx, object_id, grantee, capacity, by=by, since=at)


async def end_all_of(tx: Transaction, grantee: str, *, by: str, at: datetime) -> int:
    """End whatever a grantee knows of now or later; say how many rights it were.

    Nobody inherits them: a right given in person rests on a look at that person.
    """
    return await _end(tx, _rows.grantee == grantee, by=by, at=at)


async def _end(tx: Transaction, *which: sa.ColumnElement[bool], by: str, at: datetime) -> int:
    await tx.flush()
    ended = sa.update(need_to_know).where(*which, sa.or_(_rows.until.is_(None), _rows.until > at))
    return await tx.run(ended.values(until=sa.func.greatest(sa.literal(at), _rows.since), ended_by=by))


async def grantees_of(tx: Reader, object_id: UUID) -> tuple[NeedToKnow, ...]:
    """Return every right on one object, past ones too; the decision looks at the dates."""
    return (await grantees_of_many(tx, [object_id])).get(object_id, ())


async def grantees_of_many(tx: Reader, object_ids: Iterable[UUID]) -> dict[UUID, tuple[NeedToKnow, ...]]:
    """Return the rights on several objects in one statement; objects without any are left out."""
    return by_object(await tx.all(_OF_MANY, object_ids=list(object_ids)))


def by_object(rows: Iterable[Sequence[Any]]) -> dict[UUID, tuple[NeedToKnow, ...]]:
    """Return the rights in rows of `select_rights`, by object."""
    found: dict[UUID, tuple[NeedToKnow, ...]] = {}
    for object_id, *right in rows:
        found[object_id] = (*found.get(object_id, ()), NeedToKnow(*right))
    return found


def select_rights(which: Which) -> sa.Select[Any]:
    """Select every right on some objects."""
    return (
        sa.select(_rows.object_id, _rows.grantee, _rows.capacity, _rows.since, _rows.until)
        .where(which(_rows.object_id))
        .order_by(_rows.object_id, _rows.since, _rows.id)
    )


_OF_MANY = Fixed(select_rights(among))
