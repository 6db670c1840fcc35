"""Decisions on jurisdiction, and the line the ledger keeps of what was given away."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.ledger import DesignatedMatterRow
from casework.store.tables.linkage import JurisdictionRow as Row
from shared.auth.permissions import PermissionTable
from shared.auth.predicate import Protected, predicate
from shared.db import Reader, Transaction
from shared.db.engine import Row as Record
from shared.http.paging import Sorting, Window
from shared.ids import uuid7
from shared.process.desk import Call
from shared.recusal.store import inherit

lines: Any = DesignatedMatterRow.__table__
SORTING = Sorting({"created_at": lines.c.created_at}, default="-created_at", last=lines.c.id)


def add_jurisdiction(
    tx: Transaction,
    task_id: UUID,
    form: str,
    organ_path: str,
    on: date,
    *,
    disputed: bool,
    given: tuple[str, UUID] | None = None,
) -> None:
    """Queue a decision, and what it gave to the organ."""
    object_type, object_id = given or (None, None)
    tx.add(
        Row, id=uuid7(), task_id=task_id, form=form, organ_path=organ_path, is_disputed=disputed, decided_on=on,
        object_type=object_type, object_id=object_id,
    )  # fmt: skip


async def jurisdictions_of(reader: Reader, task_id: UUID) -> list[Any]:
    """Return the decisions about a task, oldest first."""
    return await reader.all(
        sa.select(Row.form, Row.organ_path, Row.is_disputed, Row.decided_on, Row.object_type)
        .where(Row.task_id == task_id)
        .order_by(Row.decided_on, Row.id)
    )


async def was_given_in(reader: Reader, task_id: UUID, object_id: UUID) -> bool:
    """Say whether a decision in this task gave an object to an organ before."""
    found = sa.exists().where(Row.task_id == task_id, Row.object_id == object_id)
    return bool(await reader.scalar(sa.select(found)))


async def add_line(tx: Transaction, object_id: UUID, *, at: datetime, **line: Any) -> None:
    """Queue the line about an object that was given away; who keeps away from the object keeps away from the line."""
    identity = uuid7()
    tx.add(DesignatedMatterRow, id=identity, created_at=at, **line)
    await inherit(tx, object_id, identity, at=at)


async def page_of_lines(
    reader: Reader, permissions: PermissionTable, window: Window, call: Call
) -> list[Record]:
    """Return the lines the caller may see, one more than the page holds when there is a next one."""
    seen = predicate(permissions, call.actor, "designated_matter:read", Protected.of(lines), call.at)
    return await reader.all(window.apply(sa.select(lines).where(seen)))
