"""What belongs to a clue or a joint task goes to another office together with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.db import Transaction
from shared.db.engine import Row


async def hand_over(
    tx: Transaction, rows: Iterable[Any], of: str, whole_id: UUID, to: str
) -> list[tuple[sa.FromClause, Row]]:
    """Make an office the holder of the rows that name the whole in column `of`; return them by table."""
    await tx.flush()
    moved: list[tuple[sa.FromClause, Row]] = []
    for row in rows:
        table: Any = row.__table__
        going = sa.update(row).where(table.c[of] == whole_id).values(holder_path=to, version=row.version + 1)
        moved += [(table, one) for one in await tx.all(going.returning(*table.c))]
    return moved
