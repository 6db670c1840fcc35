"""Organisational handling that an inspection advised, sealed, and when it was carried out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import HandlingAdviceRow
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.sealing.seals import Seals

_t: Any = HandlingAdviceRow.__table__
_TABLE, _TEXT, _DONE = "handling_advices", "text", "done"


async def add_advice(
    tx: Transaction, seals: Seals, organization_id: UUID, text: str, by: str, on: date
) -> int:
    """Queue an advice and return its number among those about the organisation, whose row is locked."""
    last = await tx.scalar(
        sa.select(sa.func.max(_t.c.ordinal)).where(_t.c.inspected_organization_id == organization_id)
    )
    identity, ordinal = uuid7(), int(last or 0) + 1
    tx.add(
        HandlingAdviceRow, id=identity, inspected_organization_id=organization_id, ordinal=ordinal,
        text=seals.seal_text(text, _TABLE, identity, _TEXT), advised_by=by, advised_on=on,
    )  # fmt: skip
    return ordinal


async def is_open_advice(reader: Reader, organization_id: UUID, advice_id: UUID) -> bool:
    """Say whether an advice about the organisation waits to be carried out."""
    found = await reader.scalar(
        sa.select(_t.c.id).where(
            _t.c.id == advice_id,
            _t.c.inspected_organization_id == organization_id,
            _t.c.carried_out_on.is_(None),
        )
    )
    return found is not None


async def carry_out(tx: Transaction, seals: Seals, advice_id: UUID, text: str, by: str, on: date) -> None:
    """Write down what was done about an advice."""
    done = seals.seal_text(text, _TABLE, advice_id, _DONE)
    await tx.run(
        sa.update(_t).where(_t.c.id == advice_id).values(carried_out_on=on, carried_out_by=by, done=done)
    )


async def advices_of(reader: Reader, seals: Seals, organization_id: UUID) -> list[dict[str, Any]]:
    """Return every advice about an organisation, opened."""
    rows = await reader.all(
        sa.select(_t).where(_t.c.inspected_organization_id == organization_id).order_by(_t.c.ordinal)
    )
    return [
        {
            **{name: row[name] for name in ("id", "ordinal", "advised_on", "carried_out_on")},
            "text": seals.open_text(row["text"], _TABLE, row["id"], _TEXT),
            "done": seals.open_text(row["done"], _TABLE, row["id"], _DONE) if row["done"] else "",
        }
        for row in rows
    ]
