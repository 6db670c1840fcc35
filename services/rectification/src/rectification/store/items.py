"""Milestones, evidence and verdicts of rectification items."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import EvidenceRow, ItemRow, ItemVerificationRow, MilestoneRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7


def add_milestones(
    tx: Transaction, item_id: UUID, milestones: list[tuple[str, date]], after: int = 0
) -> None:
    """Queue milestones in their order, numbered on from `after`."""
    for ordinal, (title, due_on) in enumerate(milestones, start=after + 1):
        tx.add(
            MilestoneRow, id=uuid7(), item_id=item_id, ordinal=ordinal, title=title, due_on=due_on, reached_on=None
        )  # fmt: skip


async def milestones_of(reader: Reader, item_id: UUID) -> list[Row]:
    return await reader.all(
        sa.select(MilestoneRow.__table__)
        .where(MilestoneRow.item_id == item_id)
        .order_by(MilestoneRow.ordinal)
    )


async def reach(tx: Transaction, milestone_id: UUID, on: date) -> None:
    await tx.run(sa.update(MilestoneRow).where(MilestoneRow.id == milestone_id).values(reached_on=on))


async def evidence_of(reader: Reader, item_id: UUID) -> list[Row]:
    """Return every version of every piece, oldest first."""
    return await reader.all(
        sa.select(EvidenceRow.__table__)
        .where(EvidenceRow.item_id == item_id)
        .order_by(EvidenceRow.at, EvidenceRow.id)
    )


def add_evidence(tx: Transaction, **values: Any) -> UUID:
    """Queue one version of a piece of evidence; return its id."""
    identity: UUID = values.pop("id", None) or uuid7()
    tx.add(EvidenceRow, id=identity, **values)
    return identity


async def verifications_of(reader: Reader, item_id: UUID) -> list[Row]:
    """Return every verdict, oldest first; an acceptance stays when a later one says otherwise."""
    return await reader.all(
        sa.select(ItemVerificationRow.__table__)
        .where(ItemVerificationRow.item_id == item_id)
        .order_by(ItemVerificationRow.at, ItemVerificationRow.id)
    )


def add_verdict(
    tx: Transaction, item_id: UUID, result: str, text: str, *, method: str | None, body: str, officer: str,
    on: date, at: datetime,
) -> None:  # fmt: skip
    tx.add(
        ItemVerificationRow, id=uuid7(), item_id=item_id, result=result, method=method, text=text, body_path=body,
        officer_id=officer, done_on=on, at=at,
    )  # fmt: skip


async def state_of(reader: Reader, item_id: UUID | None) -> str | None:
    """Return the state of an item."""
    if item_id is None:
        return None
    state: str | None = await reader.scalar(sa.select(ItemRow.state).where(ItemRow.id == item_id))
    return state
