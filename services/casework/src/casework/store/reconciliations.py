"""Count the ledger, find what is overdue, and keep what spot checks found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from casework.domain.receivers import CADRE_SUPERVISION_KIND
from casework.domain.reconciliation import Reconciliation
from casework.store.clues.clues import ENDED
from casework.store.tables.clues import ClueRow
from casework.store.tables.stock import ReconciliationItemRow, ReconciliationRow
from shared.clocks.deadline_clock import TICKING, ClockState
from shared.clocks.tables import clocks
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.directory.tables import directory
from shared.http.paging import Sorting
from shared.ids import uuid7

OVERDUE, SPOT_CHECK = "overdue", "spot_check"
COUNTED_BY = ("state", "source", "way", "office_path")
table: Any = ReconciliationRow.__table__
SORTING = Sorting({"created_at": table.c.created_at}, default="-created_at", last=table.c.id)
_NAMES = tuple(one.name for one in fields(Reconciliation))


class Late(NamedTuple):
    """A deadline of a clue that has passed."""

    clue_id: UUID
    number: str | None
    rule: str
    due_on: date
    held_by: str


def reconciliation_of(row: Row) -> Reconciliation:
    return Reconciliation(**{name: row[name] for name in _NAMES})


async def has_quarter(reader: Reader, holder_path: str, year: int, quarter: int) -> bool:
    """Say whether a quarter of a ledger is being reconciled, or has been."""
    found = sa.exists().where(
        ReconciliationRow.holder_path == holder_path,
        ReconciliationRow.year == year,
        ReconciliationRow.quarter == quarter,
    )
    return bool(await reader.scalar(sa.select(found)))


async def first_of(reader: Reader, holder_path: str) -> tuple[UUID, datetime]:
    """Return the first reconciliation of a ledger, and when it was opened: the day the ledger began."""
    row = await reader.one(
        sa.select(ReconciliationRow.id, ReconciliationRow.created_at)
        .where(ReconciliationRow.holder_path == holder_path)
        .order_by(ReconciliationRow.created_at, ReconciliationRow.id)
        .limit(1)
    )
    return row["id"], row["created_at"]


def _of_organ(organ: str) -> sa.ColumnElement[bool]:
    """Select an organ's clues, without those about its own staff. Rule: SoD-5."""
    below = ClueRow.holder_path.startswith(f"{organ}/", autoescape=True)
    office = directory.c
    apart = sa.exists().where(office.kind == CADRE_SUPERVISION_KIND, office.path == ClueRow.holder_path)
    return sa.and_(sa.or_(ClueRow.holder_path == organ, below), sa.not_(apart))


async def count_by(reader: Reader, organ: str, column: str) -> dict[str, int]:
    """Count an organ's clues by one of `COUNTED_BY`; what has none counts under the empty word."""
    by = ClueRow.__table__.c[column]
    rows = await reader.all(sa.select(by, sa.func.count()).where(_of_organ(organ)).group_by(by))
    return {row[0] or "": row[1] for row in rows}


async def overdue_in(reader: Reader, organ: str, at: datetime) -> list[Late]:
    """Return every deadline of an organ's clues that has passed and is still open, the oldest first."""
    late = [state.value for state in (*TICKING, ClockState.OVERDUE)]
    rows = await reader.all(
        sa.select(ClueRow.id, ClueRow.number, clocks.c.rule, clocks.c.due_on, clocks.c.held_by)
        .join(clocks, clocks.c.object_id == ClueRow.id)
        .where(_of_organ(organ), clocks.c.ends_at <= at, clocks.c.state.in_(late), ~clocks.c.is_window)
        .order_by(clocks.c.due_on, ClueRow.id)
    )
    return [Late(*row.values()) for row in rows]


async def open_clues_in(reader: Reader, organ: str) -> dict[UUID, str | None]:
    """Return the organ's open clues with their numbers: those spot checks are drawn from."""
    rows = await reader.all(
        sa.select(ClueRow.id, ClueRow.number).where(_of_organ(organ), ClueRow.state.not_in(ENDED))
    )
    return {row["id"]: row["number"] for row in rows}


def add_items(tx: Transaction, reconciliation_id: UUID, stock: int, items: Iterable[dict[str, Any]]) -> None:
    """Queue what was found when stock was taken."""
    for item in items:
        tx.add(ReconciliationItemRow, id=uuid7(), reconciliation_id=reconciliation_id, stock=stock, **item)


async def items_of(reader: Reader, one: Reconciliation, kind: str) -> list[Row]:
    """Return what was found when stock was last taken."""
    return await reader.all(
        sa.select(ReconciliationItemRow.__table__)
        .where(
            ReconciliationItemRow.reconciliation_id == one.id,
            ReconciliationItemRow.stock == one.stock,
            ReconciliationItemRow.kind == kind,
        )
        .order_by(ReconciliationItemRow.due_on, ReconciliationItemRow.number)
    )


async def record_result(tx: Transaction, one: Reconciliation, clue_id: UUID, result: str) -> None:
    """Write what a spot check came to."""
    drawn = sa.update(ReconciliationItemRow).where(
        ReconciliationItemRow.reconciliation_id == one.id,
        ReconciliationItemRow.stock == one.stock,
        ReconciliationItemRow.kind == SPOT_CHECK,
        ReconciliationItemRow.clue_id == clue_id,
    )
    await tx.run(drawn.values(result=result))
