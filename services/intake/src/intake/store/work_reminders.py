"""Work reminders: the demands they speak of, the visits that followed, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from intake.domain.work_reminder_lifecycle import WorkReminder
from intake.store.tables import DemandRow
from intake.store.tables.chasing import RemindedMatterRow, VisitRow, WorkReminderRow
from intake.store.urgings import open_both
from shared.auth.predicate import Visible
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.sealing.seals import Seals

FIGURES = ("households_helped", "money_paid_back", "documents_issued")
_FIELDS = tuple(WorkReminder.__dataclass_fields__)
_matters: Any = RemindedMatterRow.__table__


def work_reminder_of(row: Row) -> WorkReminder:
    return WorkReminder(*(row[name] for name in _FIELDS))


def add_matters(tx: Transaction, reminder_id: UUID, demand_ids: list[UUID]) -> None:
    for demand_id in demand_ids:
        tx.add(RemindedMatterRow, reminder_id=reminder_id, object_id=demand_id)


async def matters_of(reader: Reader, reminder_id: UUID) -> list[dict[str, Any]]:
    """Return the demands of a reminder with what came of each."""
    rows = await reader.all(
        sa.select(_matters).where(_matters.c.reminder_id == reminder_id).order_by(_matters.c.object_id)
    )
    return [{name: row[name] for name in ("object_id", *FIGURES)} for row in rows]


async def lacks_results(reader: Reader, reminder_id: UUID) -> bool:
    """Say whether some demand of a reminder has no result yet."""
    none = sa.select(_matters.c.object_id).where(
        _matters.c.reminder_id == reminder_id, _matters.c.recorded_at.is_(None)
    )
    return bool(await reader.all(none))


async def record_result(
    tx: Transaction, reminder_id: UUID, demand_id: UUID, figures: dict[str, int], at: datetime
) -> None:
    """Keep what came of one demand, in place of what was recorded before."""
    await tx.run(
        sa.update(_matters)
        .where(_matters.c.reminder_id == reminder_id, _matters.c.object_id == demand_id)
        .values(recorded_at=at, **figures)
    )


async def demands_at(reader: Reader, demand_ids: list[UUID], to: str) -> set[UUID]:
    """Return which of some demands the caller sees and lie with that department."""
    rows = await reader.all(
        sa.select(DemandRow.id).where(DemandRow.id.in_(demand_ids), DemandRow.department_path == to)
    )
    return {row["id"] for row in rows}


def add_visit(
    tx: Transaction, seals: Seals, reminder_id: UUID, *, on: date, finding: str, by: str, at: datetime
) -> None:
    identity = uuid7()
    sealed = seals.seal_text(finding, "visits", identity, "finding")
    tx.add(
        VisitRow, id=identity, reminder_id=reminder_id, visited_on=on, finding=sealed, written_by=by, at=at
    )


async def visits_of(reader: Reader, seals: Seals, reminder_id: UUID) -> list[dict[str, Any]]:
    """Return the visits that followed a reminder, oldest first."""
    rows = await reader.all(
        sa.select(VisitRow)
        .where(VisitRow.reminder_id == reminder_id)
        .order_by(VisitRow.visited_on, VisitRow.id)
    )
    return [
        {
            "visited_on": row["visited_on"],
            "finding": seals.open_text(row["finding"], "visits", row["id"], "finding"),
            "by": row["written_by"],
        }
        for row in rows
    ]


async def open_letters(reader: Reader, seals: Seals, reminder_id: UUID) -> dict[str, str | None]:
    """Return the letter, and the reply once there is one."""
    row = await reader.one(
        sa.select(WorkReminderRow.letter, WorkReminderRow.reply).where(WorkReminderRow.id == reminder_id)
    )
    return open_both(seals, row, "work_reminders", reminder_id)


async def sum_results(
    reader: Reader, seen: Visible, conditions: list[sa.ColumnElement[bool]]
) -> dict[str, int]:
    """Sum what came of the demands of visible reminders; of a demand in several, the newest result counts once."""
    newest = (
        sa.select(_matters.c.object_id, *(_matters.c[name] for name in FIGURES))
        .join(WorkReminderRow, WorkReminderRow.id == _matters.c.reminder_id)
        .where(seen.condition, _matters.c.recorded_at.is_not(None), *conditions)
        .ext(distinct_on(_matters.c.object_id))
        .order_by(_matters.c.object_id, _matters.c.recorded_at.desc())
        .subquery()
    )
    sums = (
        sa.func.coalesce(sa.func.sum(newest.c[name]), 0).cast(sa.BigInteger).label(name) for name in FIGURES
    )
    row = await reader.one(
        sa.select(sa.func.count().label("matters"), *sums).select_from(newest), **seen.values
    )
    return dict(row)
