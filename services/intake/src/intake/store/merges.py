"""Which matters are handled together: the one that leads and those merged into it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables import ReportRow
from intake.store.tables.merging import MergeRow
from shared.db import Reader, Transaction
from shared.http.fields import on_the_wire
from shared.ids import uuid7
from shared.sealing.seals import Seals

_OPEN = MergeRow.ended_at.is_(None)


def add_merge(
    tx: Transaction, seals: Seals, object_type: str, lead_id: UUID, member_id: UUID, *, reason: str, by: str,
    at: datetime,
) -> None:  # fmt: skip
    identity = uuid7()
    tx.add(
        MergeRow, id=identity, object_type=object_type, lead_id=lead_id, member_id=member_id, merged_by=by,
        merged_at=at, reason=seals.seal_text(reason, "merges", identity, "reason"),
    )  # fmt: skip


async def end_merge(
    tx: Transaction, seals: Seals, member_id: UUID, *, reason: str, by: str, at: datetime
) -> None:
    """Say that a matter goes its own way again, and why."""
    row = await tx.one(sa.select(MergeRow.id).where(MergeRow.member_id == member_id, _OPEN))
    sealed = seals.seal_text(reason, "merges", row["id"], "end_reason")
    await tx.run(
        sa.update(MergeRow)
        .where(MergeRow.id == row["id"])
        .values(end_reason=sealed, ended_by=by, ended_at=at)
    )


async def members_of(reader: Reader, lead_id: UUID) -> list[UUID]:
    """Return the matters merged into one now, oldest merge first."""
    rows = await reader.all(
        sa.select(MergeRow.member_id).where(MergeRow.lead_id == lead_id, _OPEN).order_by(MergeRow.id)
    )
    return [row["member_id"] for row in rows]


async def told_together(reader: Reader, object_id: UUID) -> list[UUID]:
    """Return a matter and all that are handled or kept with it: what leaves about one must quote none of them."""
    rows = await reader.all(sa.select(MergeRow.lead_id).where(MergeRow.member_id == object_id, _OPEN))
    lead = rows[0]["lead_id"] if rows else object_id
    repeats = await reader.all(
        sa.select(ReportRow.id).where(ReportRow.is_duplicate_of.in_([lead, object_id]))
    )
    return list({object_id, lead, *(row["id"] for row in repeats), *await members_of(reader, lead)})


async def count_repeat(tx: Transaction, table: Any, lead_id: UUID, more: int) -> None:
    """Count one repeat more or less at the first matter. The figure is no part of what audit entries hash."""
    await tx.run(sa.update(table).where(table.c.id == lead_id).values(repeats=table.c.repeats + more))


async def merges_around(reader: Reader, seals: Seals, object_id: UUID) -> list[dict[str, Any]]:
    """Return every merge a matter had a part in, with reasons, oldest first."""
    rows = await reader.all(
        sa.select(MergeRow)
        .where(sa.or_(MergeRow.lead_id == object_id, MergeRow.member_id == object_id))
        .order_by(MergeRow.id)
    )
    return [_shown(seals, row) for row in rows]


def _shown(seals: Seals, row: Any) -> dict[str, Any]:
    ended = row["end_reason"]
    return {
        "lead_id": row["lead_id"],
        "member_id": row["member_id"],
        "reason": seals.open_text(row["reason"], "merges", row["id"], "reason"),
        "merged_by": row["merged_by"],
        "merged_at": on_the_wire(row["merged_at"]),
        "end_reason": seals.open_text(ended, "merges", row["id"], "end_reason") if ended else None,
        "ended_by": row["ended_by"],
        "ended_at": on_the_wire(row["ended_at"]) if row["ended_at"] else None,
    }
