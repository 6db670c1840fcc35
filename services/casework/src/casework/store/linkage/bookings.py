"""When units are visited, whoever leads the task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.planning import Booking
from casework.store.tables.linkage import UnitBookingRow as Row
from shared.db import Reader, Transaction

_LOCK_SPACE = 0x6C6B  # "lk": advisory locks of this table, one for each unit


@dataclass(frozen=True, slots=True)
class Booked(Booking):
    """A booking, and whom to ask about it."""

    lead_path: str = ""


async def take_turns(tx: Transaction, units: Iterable[str]) -> None:
    """Let only one transaction at a time plan these units, so that two offices never book one of them at once."""
    for unit in sorted(set(units)):
        await tx.all(sa.select(sa.func.pg_advisory_xact_lock(_LOCK_SPACE, sa.func.hashtext(unit))))


async def bookings_of(reader: Reader, units: Iterable[str], from_on: date, to_on: date) -> list[Booked]:
    """Return the bookings of some units that touch a period."""
    return await _read(reader, Row.unit.in_(sorted(set(units))), from_on, to_on)


async def all_bookings(reader: Reader, from_on: date, to_on: date) -> list[Booked]:
    """Return every booking that touches a period."""
    return await _read(reader, sa.true(), from_on, to_on)


async def book(
    tx: Transaction, task_id: UUID, units: Iterable[str], from_on: date, to_on: date, lead_path: str
) -> None:
    """Replace what a task has booked."""
    await release(tx, task_id)
    for unit in units:
        tx.add(Row, task_id=task_id, unit=unit, from_on=from_on, to_on=to_on, lead_path=lead_path)


async def release(tx: Transaction, task_id: UUID) -> None:
    """Give back what a task has booked and not used."""
    await tx.run(sa.delete(Row).where(Row.task_id == task_id))


async def close(tx: Transaction, task_id: UUID, on: date) -> None:
    """Let the visits of a task end on the day it ended; those that never began are given back."""
    await tx.run(sa.delete(Row).where(Row.task_id == task_id, Row.from_on > on))
    await tx.run(sa.update(Row).where(Row.task_id == task_id).values(to_on=sa.func.least(Row.to_on, on)))


async def _read(reader: Reader, which: sa.ColumnElement[bool], from_on: date, to_on: date) -> list[Booked]:
    rows = await reader.all(
        sa.select(Row.__table__)
        .where(which, Row.from_on <= to_on, Row.to_on >= from_on)
        .order_by(Row.unit, Row.from_on)
    )
    return [
        Booked(row["task_id"], row["unit"], row["from_on"], row["to_on"], row["lead_path"]) for row in rows
    ]
