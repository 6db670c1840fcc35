"""Questions about clues that moves and hand-overs ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import ClueState
from casework.store.objects import clue_of
from casework.store.tables.clues import ClueOriginRow, ClueRow
from shared.auth.permissions import PermissionTable
from shared.auth.predicate import Protected, visible
from shared.db import Reader, Transaction
from shared.db.compiler import Fixed
from shared.db.engine import Row
from shared.process.desk import Call

REPORT, FINDING, PROTECTION = "report", "finding", "protection_request"
"""Types of what a clue comes from: a report in intake, a finding in rectification, a reporter who suffered reprisal."""

ENDED = [state.value for state in (ClueState.CLOSED, ClueState.TRANSFERRED, ClueState.DISPOSED, ClueState.MERGED,
                                   ClueState.CASE_FILED, ClueState.ARCHIVED, ClueState.RETURNED)]  # fmt: skip


def link(tx: Transaction, clue_id: UUID, object_type: str, object_id: UUID, at: datetime) -> None:
    """Queue the link between a clue and what it comes from."""
    tx.add(ClueOriginRow, clue_id=clue_id, object_type=object_type, object_id=object_id, linked_at=at)


async def link_through(tx: Transaction, clue_id: UUID, to: UUID, at: datetime) -> None:
    """Let what feeds a clue also feed the one it is merged into; what feeds both already stays as it is."""
    source = sa.select(
        sa.literal(to),
        ClueOriginRow.object_type,
        ClueOriginRow.object_id,
        sa.literal(at),
        sa.literal(clue_id),
    ).where(ClueOriginRow.clue_id == clue_id, ClueOriginRow.ended_at.is_(None))
    columns = ["clue_id", "object_type", "object_id", "linked_at", "via_clue_id"]
    again = insert(ClueOriginRow).from_select(columns, source)
    ended = ClueOriginRow.ended_at.is_not(None)
    await tx.run(
        again.on_conflict_do_update(
            index_elements=["clue_id", "object_type", "object_id"],
            where=ended,
            set_={"ended_at": None, "via_clue_id": clue_id},
        )
    )


async def unlink_through(tx: Transaction, clue_id: UUID, to: UUID, at: datetime) -> None:
    """End the links a merged clue brought along."""
    brought = sa.update(ClueOriginRow).where(
        ClueOriginRow.clue_id == to, ClueOriginRow.via_clue_id == clue_id, ClueOriginRow.ended_at.is_(None)
    )
    await tx.run(brought.values(ended_at=at))


async def unlink(tx: Transaction, object_id: UUID, at: datetime) -> None:
    """End whatever an object feeds."""
    fed = sa.update(ClueOriginRow).where(
        ClueOriginRow.object_id == object_id, ClueOriginRow.ended_at.is_(None)
    )
    await tx.run(fed.values(ended_at=at))


async def is_fed(reader: Reader, clue_id: UUID) -> bool:
    """Say whether anything still feeds a clue."""
    feeds = sa.exists().where(ClueOriginRow.clue_id == clue_id, ClueOriginRow.ended_at.is_(None))
    return bool(await reader.scalar(sa.select(feeds)))


async def origins(reader: Reader, clue_id: UUID, object_type: str) -> list[UUID]:
    """Return the ids of the objects of a type that feed a clue, oldest link first."""
    rows = await reader.all(
        sa.select(ClueOriginRow.object_id)
        .where(
            ClueOriginRow.clue_id == clue_id,
            ClueOriginRow.object_type == object_type,
            ClueOriginRow.ended_at.is_(None),
        )
        .order_by(ClueOriginRow.linked_at, ClueOriginRow.object_id)
    )
    return [row["object_id"] for row in rows]


async def all_origins(reader: Reader, clue_id: UUID) -> dict[str, list[UUID]]:
    """Return the same for every type there is, in one question."""
    rows = await reader.all(
        sa.select(ClueOriginRow.object_type, ClueOriginRow.object_id)
        .where(ClueOriginRow.clue_id == clue_id, ClueOriginRow.ended_at.is_(None))
        .order_by(ClueOriginRow.linked_at, ClueOriginRow.object_id)
    )
    found: dict[str, list[UUID]] = {REPORT: [], FINDING: [], PROTECTION: []}
    for row in rows:
        found[row["object_type"]].append(row["object_id"])
    return found


async def fed_by(reader: Reader, object_id: UUID) -> list[Clue]:
    """Return the clues an object feeds, newest first."""
    rows = await reader.all(
        sa.select(ClueRow.__table__)
        .join(ClueOriginRow, ClueOriginRow.clue_id == ClueRow.id)
        .where(ClueOriginRow.object_id == object_id, ClueOriginRow.ended_at.is_(None))
        .order_by(ClueRow.created_at.desc(), ClueRow.id.desc())
    )
    return [clue_of(row) for row in rows]


def is_open(clue: Clue) -> bool:
    return clue.state not in ENDED


async def maybe_clue(reader: Reader, clue_id: UUID) -> Clue | None:
    row = await reader.maybe(sa.select(ClueRow.__table__).where(ClueRow.id == clue_id))
    return None if row is None else clue_of(row)


async def lock_clue(tx: Transaction, clue_id: UUID) -> Clue | None:
    row = await tx.maybe(sa.select(ClueRow.__table__).where(ClueRow.id == clue_id).with_for_update())
    return None if row is None else clue_of(row)


async def merged_into(reader: Reader, clue_id: UUID) -> list[UUID]:
    """Return the clues that are merged into one."""
    rows = await reader.all(sa.select(ClueRow.id).where(ClueRow.merged_into == clue_id).order_by(ClueRow.id))
    return [row["id"] for row in rows]


async def split_into(reader: Reader, clue_id: UUID, seen: sa.TextClause) -> list[UUID]:
    """Return those of the clues split off another one that are seen, oldest first."""
    rows = await reader.all(
        sa.select(ClueRow.id)
        .where(ClueRow.split_from == clue_id, seen)
        .order_by(ClueRow.created_at, ClueRow.id)
    )
    return [row["id"] for row in rows]


async def visible_clues(
    reader: Reader, permissions: PermissionTable, call: Call, clue_ids: Sequence[UUID]
) -> dict[UUID, Clue]:
    """Return those of some clues that the caller may read."""
    if not clue_ids:
        return {}
    seen = visible(permissions, call.actor, "clue:read", Protected.of(ClueRow), call.at)
    rows = await reader.all(_among(seen.condition), asked=list(clue_ids), **seen.values)
    return {row["id"]: clue_of(row) for row in rows}


@lru_cache(maxsize=200)
def _among(condition: sa.TextClause) -> Fixed:
    """Take the asked ones by their ids and then ask about each: OFFSET keeps PostgreSQL from reading all of an office."""
    asked = sa.any_(sa.bindparam("asked", type_=ARRAY(sa.Uuid)))
    taken = sa.select(ClueRow.__table__).where(ClueRow.id == asked).offset(sa.literal_column("0"))
    clues: Any = taken.subquery(ClueRow.__tablename__)
    return Fixed(sa.select(clues).where(condition))


async def unscreened(reader: Reader, *, limit: int) -> list[Clue]:
    """Return clues that could not be screened when they were registered, oldest first."""
    rows = await reader.all(
        sa.select(ClueRow.__table__)
        .where(sa.not_(ClueRow.is_screened))
        .order_by(ClueRow.created_at)
        .limit(limit)
    )
    return [clue_of(row) for row in rows]


async def mark_screened(tx: Transaction, clue_id: UUID) -> Row:
    """Say that a clue has been screened; no version of its own, nothing anybody sees has changed. Returns its row."""
    screened = sa.update(ClueRow).where(ClueRow.id == clue_id).values(is_screened=True)
    return await tx.one(screened.returning(*ClueRow.__table__.c))


async def due_for_a_look(reader: Reader, today: date, *, limit: int) -> list[UUID]:
    """Return clues on hold whose day to look again has come."""
    rows = await reader.all(
        sa.select(ClueRow.id)
        .where(ClueRow.state == sa.literal_column("'on_hold'"), ClueRow.next_look_on <= today)
        .order_by(ClueRow.next_look_on)
        .limit(limit)
    )
    return [row["id"] for row in rows]


async def numbers_of(reader: Reader, clue_ids: list[UUID]) -> dict[str, str]:
    """Return the numbers of clues by their ids, of those the caller's context shows."""
    rows = await reader.all(sa.select(ClueRow.id, ClueRow.number).where(ClueRow.id.in_(clue_ids)))
    return {str(row["id"]): row["number"] for row in rows}
