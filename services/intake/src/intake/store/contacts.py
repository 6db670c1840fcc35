"""Attempts to reach reporters who gave a name."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables.routing import ContactAttemptRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid4

_OF = (
    sa.select(ContactAttemptRow.__table__)
    .where(ContactAttemptRow.object_id == sa.bindparam("of"))
    .order_by(ContactAttemptRow.on, ContactAttemptRow.at)
)


def add_attempt(
    tx: Transaction, object_id: UUID, *, method: str, on: date, outcome: str, by: str, at: datetime
) -> None:
    """Queue one attempt."""
    tx.add(
        ContactAttemptRow, id=uuid4(), object_id=object_id, method=method, on=on, outcome=outcome, by_id=by, at=at
    )  # fmt: skip


async def attempts_of(reader: Reader, object_id: UUID) -> list[Row]:
    """Return the attempts made for a report, oldest first."""
    return await reader.all(_OF, of=object_id)
