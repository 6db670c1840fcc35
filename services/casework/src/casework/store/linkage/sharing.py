"""Whether a clue was shared inside a task before."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.linkage import CircleRow
from shared.db import Reader


async def is_enclosed(reader: Reader, task_id: UUID, object_id: UUID) -> bool:
    """Say whether an object belongs to a task already."""
    found = await reader.scalar(
        sa.select(CircleRow.object_id).where(CircleRow.task_id == task_id, CircleRow.object_id == object_id)
    )
    return found is not None
