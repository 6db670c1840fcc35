"""Questions about clues that moves and hand-overs ask."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import ClueState
from casework.store.objects import clue_of
from casework.store.tables.clues import ClueOriginRow, ClueRow
from shared.db import Reader, Transaction

REPORT, FINDING = "report", "finding"
"""Types of what a clue comes from: a report in intake, a finding in rectification."""

_ENDED = [state.value for state in (ClueState.CLOSED, ClueState.TRANSFERRED, ClueState.DISPOSED,
                                    ClueState.CASE_FILED, ClueState.ARCHIVED)]  # fmt: skip
_OPEN = ClueRow.state.not_in(_ENDED)


def link(tx: Transaction, clue_id: UUID, object_type: str, object_id: UUID, at: datetime) -> None:
    """Queue the link between a clue and what it comes from."""
    tx.add(ClueOriginRow, clue_id=clue_id, object_type=object_type, object_id=object_id, linked_at=at)


async def origins(reader: Reader, clue_id: UUID, object_type: str) -> list[UUID]:
    """Return the ids of the objects of a type that feed a clue, oldest link first."""
    rows = await reader.all(
        sa.select(ClueOriginRow.object_id)
        .where(ClueOriginRow.clue_id == clue_id, ClueOriginRow.object_type == object_type)
        .order_by(ClueOriginRow.linked_at, ClueOriginRow.object_id)
    )
    return [row["object_id"] for row in rows]


async def fed_by(reader: Reader, object_id: UUID) -> list[Clue]:
    """Return the clues an object feeds, newest first."""
    rows = await reader.all(
        sa.select(ClueRow.__table__)
        .join(ClueOriginRow, ClueOriginRow.clue_id == ClueRow.id)
        .where(ClueOriginRow.object_id == object_id)
        .order_by(ClueRow.created_at.desc(), ClueRow.id.desc())
    )
    return [clue_of(row) for row in rows]


def is_open(clue: Clue) -> bool:
    return clue.state not in _ENDED


async def count_overlaps(reader: Reader, clue: Clue) -> int:
    """Count other open clues about the same units in the same field. Rule: C2."""
    if not clue.subject_organisations:
        return 0
    units = sa.literal(list(clue.subject_organisations), ClueRow.subject_organisations.type)
    same_field = ClueRow.field.is_not_distinct_from(clue.field)
    found: int = await reader.scalar(
        sa.select(sa.func.count())
        .select_from(ClueRow)
        .where(_OPEN, ClueRow.id != clue.id, ClueRow.subject_organisations.overlap(units), same_field)
    )
    return found
