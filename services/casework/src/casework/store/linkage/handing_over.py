"""Everything of a task goes to another lead office together."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.consultations import ConsultationRow
from casework.store.tables.linkage import BoardTaskRow, ShareRow, UnitBookingRow
from casework.store.tables.secondments import SecondmentRow
from shared.db import Transaction


async def hand_over_parts(tx: Transaction, task_id: UUID, to: str) -> None:
    """Make an office the holder of a task's board, shares, consultations, secondments and booked units."""
    await tx.flush()
    for row in (BoardTaskRow, ShareRow, ConsultationRow, SecondmentRow):
        await tx.run(
            sa.update(row).where(row.task_id == task_id).values(holder_path=to, version=row.version + 1)
        )
    await tx.run(sa.update(UnitBookingRow).where(UnitBookingRow.task_id == task_id).values(lead_path=to))
