"""Questions about joint tasks, and what their lists are filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.linkage import LinkageTaskRow
from shared.auth.predicate import Visible
from shared.db import Reader


async def visible_tasks(reader: Reader, seen: Visible, ids: Iterable[UUID]) -> dict[UUID, str | None]:
    """Return the numbers of those tasks that a condition selects."""
    rows = await reader.all(
        sa.select(LinkageTaskRow.id, LinkageTaskRow.number).where(
            seen.condition, LinkageTaskRow.id.in_(sorted(set(ids)))
        ),
        **seen.values,
    )
    return {row["id"]: row["number"] for row in rows}
