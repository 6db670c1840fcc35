"""Approved measures of a verification, and property in custody."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.measures import CustodyItemRow, MeasureRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.sealing.seals import Seals

HELD = "held"
_PLACE = ("custody_items", "description")


def add_measure(
    tx: Transaction,
    verification_id: UUID,
    measure: str,
    participants: list[str],
    *,
    sign_off_id: UUID | None,
    at: datetime,
) -> None:
    """Queue an approved measure."""
    tx.add(
        MeasureRow, id=uuid7(), verification_id=verification_id, measure=measure, participants=participants,
        sign_off_id=sign_off_id, approved_at=at,
    )  # fmt: skip


async def measures_of(reader: Reader, verification_id: UUID) -> list[Row]:
    """Return the approved measures, oldest first."""
    of = MeasureRow.verification_id == verification_id
    return await reader.all(
        sa.select(MeasureRow.__table__).where(of).order_by(MeasureRow.approved_at, MeasureRow.id)
    )


async def add_items(
    tx: Transaction, seals: Seals, verification_id: UUID, items: list[tuple[str, int | None]], on: date
) -> None:
    """Queue items taken into custody, numbered on."""
    count = sa.select(sa.func.count()).where(CustodyItemRow.verification_id == verification_id)
    before = int(await tx.scalar(count))
    for number, (description, amount) in enumerate(items, before + 1):
        identity = uuid7()
        sealed = seals.seal_text(description, _PLACE[0], identity, _PLACE[1])
        tx.add(
            CustodyItemRow, id=identity, verification_id=verification_id, number=number, description=sealed,
            amount=amount, state=HELD, received_on=on,
        )  # fmt: skip


async def custody_of(reader: Reader, verification_id: UUID) -> list[Row]:
    """Return everything that is or was held, in order of its numbers."""
    of = CustodyItemRow.verification_id == verification_id
    return await reader.all(sa.select(CustodyItemRow.__table__).where(of).order_by(CustodyItemRow.number))


async def settle_items(tx: Transaction, item_ids: list[UUID], state: str, on: date) -> None:
    """Say what became of items."""
    await tx.run(
        sa.update(CustodyItemRow)
        .where(CustodyItemRow.id.in_(item_ids), CustodyItemRow.state == HELD)
        .values(state=state, settled_on=on)
    )


def opened_item(seals: Seals, row: Any) -> str:
    """Open what an item is."""
    return seals.open_text(row["description"], _PLACE[0], row["id"], _PLACE[1])
