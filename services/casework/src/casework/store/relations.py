"""Questions the picture of relations asks beside those of moves."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.domain.clue import Clue
from casework.store.tables.cases import CaseRow
from casework.store.tables.clues import ClueRow
from casework.store.tables.linkage import LinkageTaskRow
from casework.store.tables.secondments import SecondmentRow
from shared.db import Reader

MOST_ALIKE = 10


async def clues_alike(reader: Reader, clue: Clue) -> list[UUID]:
    """Return other clues about the same units in the same field, newest first. Says nothing about rights."""
    if not clue.subject_organisations:
        return []
    units = sa.literal(list(clue.subject_organisations), ClueRow.subject_organisations.type)
    rows = await reader.all(
        sa.select(ClueRow.id)
        .where(
            ClueRow.id != clue.id,
            ClueRow.subject_organisations.overlap(units),
            ClueRow.field.is_not_distinct_from(clue.field),
        )
        .order_by(ClueRow.received_on.desc(), ClueRow.id.desc())
        .limit(MOST_ALIKE)
    )
    return [row["id"] for row in rows]


async def cases_from(reader: Reader, clue_id: UUID) -> list[UUID]:
    """Return the cases a clue led to. Says nothing about rights."""
    rows = await reader.all(sa.select(CaseRow.id).where(CaseRow.clue_id == clue_id))
    return [row["id"] for row in rows]


async def tasks_triggered_by(reader: Reader, kind: str, object_id: UUID) -> list[UUID]:
    """Return the joint tasks that answer an object. Says nothing about rights."""
    rows = await reader.all(
        sa.select(LinkageTaskRow.id).where(
            LinkageTaskRow.trigger_type == kind, LinkageTaskRow.trigger_id == object_id
        )
    )
    return [row["id"] for row in rows]


async def secondments_to(reader: Reader, task_id: UUID) -> list[UUID]:
    """Return the secondments to a joint task. Says nothing about rights."""
    rows = await reader.all(sa.select(SecondmentRow.id).where(SecondmentRow.task_id == task_id))
    return [row["id"] for row in rows]
