"""Decisions on jurisdiction."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.linkage import JurisdictionRow as Row
from shared.db import Reader, Transaction
from shared.ids import uuid7


def add_jurisdiction(
    tx: Transaction, task_id: UUID, form: str, organ_path: str, on: date, *, disputed: bool
) -> None:
    """Queue a decision."""
    tx.add(
        Row, id=uuid7(), task_id=task_id, form=form, organ_path=organ_path, is_disputed=disputed, decided_on=on
    )  # fmt: skip


async def jurisdictions_of(reader: Reader, task_id: UUID) -> list[Any]:
    """Return the decisions about a task, oldest first."""
    return await reader.all(
        sa.select(Row.form, Row.organ_path, Row.is_disputed, Row.decided_on)
        .where(Row.task_id == task_id)
        .order_by(Row.decided_on, Row.id)
    )
