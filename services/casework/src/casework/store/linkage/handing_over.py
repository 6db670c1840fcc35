"""Everything of a task goes to another lead office together."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.store.handing_over import hand_over
from casework.store.tables.consultations import ConsultationRow
from casework.store.tables.linkage import BoardTaskRow, ShareRow, UnitBookingRow
from casework.store.tables.secondments import SecondmentRow
from shared.db import Transaction
from shared.db.engine import Row


async def hand_over_parts(tx: Transaction, task_id: UUID, to: str) -> list[tuple[sa.FromClause, Row]]:
    """Make an office the holder of a task's board, shares, consultations, secondments and booked units.

    Returns the objects among these, by table.
    """
    parts = (BoardTaskRow, ShareRow, ConsultationRow, SecondmentRow)
    moved = await hand_over(tx, parts, "task_id", task_id, to)
    await tx.run(sa.update(UnitBookingRow).where(UnitBookingRow.task_id == task_id).values(lead_path=to))
    return moved
