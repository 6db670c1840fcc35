"""Everything of a task goes to another lead office together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.consultations import ConsultationRow
from casework.store.tables.linkage import BoardTaskRow, ShareRow, UnitBookingRow
from casework.store.tables.secondments import SecondmentRow
from shared.db import Transaction
from shared.db.engine import Row


async def hand_over_parts(tx: Transaction, task_id: UUID, to: str) -> list[tuple[sa.FromClause, Row]]:
    """Make an office the holder of a task's board, shares, consultations, secondments and booked units.

    Returns the objects among these, by table.
    """
    await tx.flush()
    moved: list[tuple[sa.FromClause, Row]] = []
    for row in (BoardTaskRow, ShareRow, ConsultationRow, SecondmentRow):
        table: Any = row.__table__
        going = sa.update(row).where(row.task_id == task_id).values(holder_path=to, version=row.version + 1)
        moved += [(table, one) for one in await tx.all(going.returning(*table.c))]
    await tx.run(sa.update(UnitBookingRow).where(UnitBookingRow.task_id == task_id).values(lead_path=to))
    return moved
