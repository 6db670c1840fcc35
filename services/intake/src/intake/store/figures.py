"""What officers see of a matter beside its own row: how often it was repeated, and what waits for a reply."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables import MessageRow
from shared.db import Reader


async def figures_of(reader: Reader, table: Any, object_id: UUID) -> dict[str, int]:
    """Return how many matters repeat one, and how many messages came since the office last wrote."""
    m = MessageRow
    last = sa.select(sa.func.max(m.inserted)).where(m.object_id == object_id, m.sender == "office")
    waiting = sa.select(sa.func.count()).where(
        m.object_id == object_id,
        m.sender == "reporter",
        m.kind != "rating",
        m.inserted > sa.func.coalesce(last.scalar_subquery(), 0),
    )
    row = await reader.one(
        sa.select(table.c.repeats, waiting.scalar_subquery().label("unanswered_messages")).where(
            table.c.id == object_id
        )
    )
    return dict(row)
