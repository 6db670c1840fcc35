"""Declared relations and former posts."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from identity.store.tables.officers import FormerPostRow, RelationRow
from identity.store.tables.organisations import OrganisationRow
from shared.db import Reader, Transaction
from shared.db.engine import Row

relations: sa.Table = RelationRow.__table__  # type: ignore[assignment]
posts: sa.Table = FormerPostRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]


async def declared(
    reader: Reader, table: sa.Table, officer_id: UUID, *, with_ended: bool = False
) -> list[Row]:
    """Return an officer's relations or posts with the code of the organisation concerned."""
    statement = (
        sa.select(
            *table.c, organisations.c.code.label("organisation_code"), organisations.c.path.label("path")
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .where(table.c.officer_id == officer_id)
        .order_by(table.c.id)
    )
    return await reader.all(statement if with_ended else statement.where(table.c.ended_at.is_(None)))


def add_declaration(tx: Transaction, table: sa.Table, **columns: Any) -> None:
    """Queue a relation or post."""
    tx.add(table, **columns)


async def end_declaration(
    tx: Transaction, table: sa.Table, officer_id: UUID, row_id: UUID, at: datetime
) -> Any | None:
    """End one relation or post of an officer; None when there is none that has not ended."""
    return await tx.maybe(
        sa.update(table)
        .where(table.c.id == row_id, table.c.officer_id == officer_id, table.c.ended_at.is_(None))
        .values(ended_at=at)
        .returning(*table.c)
    )
