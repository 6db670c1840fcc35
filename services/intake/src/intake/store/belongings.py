"""What hangs on a report or demand and is an object of its own: urgings and questions about quotations."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from intake.store.tables.answering import QuotationRow
from intake.store.tables.chasing import UrgingRow
from shared.db import Reader

BELONGINGS = (UrgingRow, QuotationRow)
"""Rows with the matter's `object_id`: whoever must keep away from the matter keeps away from these."""


async def belongings_of(reader: Reader, object_id: UUID) -> list[UUID]:
    """Return the ids of everything that hangs on a matter."""
    selects = [sa.select(row.id).where(row.object_id == object_id) for row in BELONGINGS]
    return [row["id"] for row in await reader.all(sa.union_all(*selects))]
