"""Special meetings on clues, and which clues were spoken about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from casework.domain.clue_meeting import NEXT_MEETING, ClueMeeting, ClueMeetingState
from casework.store.tables.stock import ClueMeetingClueRow, ClueMeetingRow, ReconciliationRow
from shared.clocks.deadline_clock import OPEN
from shared.clocks.tables import clocks
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.paging import Sorting
from shared.process.aggregate import columns_of

table: Any = ClueMeetingRow.__table__
SORTING = Sorting({"held_on": table.c.held_on}, default="-held_on", last=table.c.id)
_NAMES = tuple(one.name for one in fields(ClueMeeting))


def meeting_of(row: Row) -> ClueMeeting:
    values = {name: row[name] for name in _NAMES}
    return ClueMeeting(**{**values, "fields": tuple(values["fields"])})


def meeting_columns(meeting: ClueMeeting, created_at: datetime) -> dict[str, Any]:
    """Return the row of a new meeting."""
    return {**columns_of(meeting), "fields": list(meeting.fields), "created_at": created_at}


async def last_held_on(reader: Reader, meeting: ClueMeeting) -> date | None:
    """Return the day of the last of the other confirmed meetings of the same ledger."""
    c = table.c
    last: date | None = await reader.scalar(
        sa.select(sa.func.max(c.held_on)).where(
            c.holder_path == meeting.holder_path,
            c.state == ClueMeetingState.CONFIRMED.value,
            c.id != meeting.id,
        )
    )
    return last


async def meeting_awaited_at(reader: Reader, holder_path: str) -> UUID | None:
    """Return the object at which the clock of a ledger's next meeting runs: its last meeting, or what it began with."""
    c, of_ledger = clocks.c, ReconciliationRow.holder_path == holder_path
    meetings = sa.select(table.c.id).where(table.c.holder_path == holder_path)
    found: UUID | None = await reader.scalar(
        sa.select(c.object_id).where(
            c.object_id.in_(meetings.union_all(sa.select(ReconciliationRow.id).where(of_ledger))),
            c.rule == NEXT_MEETING,
            c.state.in_([state.value for state in OPEN]),
        )
    )
    return found


async def add_clues(tx: Transaction, meeting_id: UUID, clue_ids: Iterable[UUID]) -> None:
    """Add clues that were spoken about; the meeting's row must be written."""
    rows = [{"meeting_id": meeting_id, "clue_id": one} for one in clue_ids]
    if rows:
        await tx.run(insert(ClueMeetingClueRow).values(rows).on_conflict_do_nothing())


async def clues_of(reader: Reader, meeting_id: UUID) -> list[UUID]:
    """Return the clues that were spoken about."""
    rows = await reader.all(
        sa.select(ClueMeetingClueRow.clue_id)
        .where(ClueMeetingClueRow.meeting_id == meeting_id)
        .order_by(ClueMeetingClueRow.clue_id)
    )
    return [row["clue_id"] for row in rows]
