"""Conflict checks on record: who was compared with a task, when, and whether something was found.

Rule: 1.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.linkage import ConflictCheckRow as Row
from shared.db import Reader, Transaction
from shared.ids import uuid7


@dataclass(frozen=True, slots=True)
class Checked:
    """An officer as the newest check knew them. `is_positive` says that some ground was found."""

    officer_id: str
    login: str
    organisation_path: str
    is_positive: bool


def record_check(
    tx: Transaction, task_id: UUID, checked: Checked, *, occasion: str, by: str, at: datetime
) -> None:
    tx.add(
        Row, id=uuid7(), task_id=task_id, occasion=occasion, officer_id=checked.officer_id, login=checked.login,
        organisation_path=checked.organisation_path, is_positive=checked.is_positive, asked_by=by, at=at,
    )  # fmt: skip


async def checked_officers(reader: Reader, task_id: UUID, names: Iterable[str]) -> dict[str, Checked]:
    """Return the newest check of each officer, by the login or id they are named by; unchecked ones are left out."""
    wanted = sorted(set(names))
    rows = await reader.all(
        sa.select(Row.__table__)
        .where(Row.task_id == task_id, sa.or_(Row.login.in_(wanted), Row.officer_id.in_(wanted)))
        .order_by(Row.at, Row.id)
    )
    found = [
        Checked(row["officer_id"], row["login"], row["organisation_path"], row["is_positive"]) for row in rows
    ]
    newest = {key: one for one in found for key in (one.login, one.officer_id)}
    return {name: newest[name] for name in wanted if name in newest}
