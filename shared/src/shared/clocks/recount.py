"""Count running clocks again when a calendar year has come in. What is closed is never judged anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.calendar.days import Calendar
from shared.clocks.changes import state_after_recount
from shared.clocks.counting import PAUSE, day_of
from shared.clocks.deadline_clock import OPEN, DeadlineClock, Limits, limits
from shared.clocks.rules import Unit
from shared.clocks.store import COLUMNS, of
from shared.clocks.tables import clock_segments, clocks
from shared.db import Reader, Transaction

Which = Literal["provisional", "running"]
_RUNNING = sa.and_(
    clocks.c.state.in_([state.value for state in OPEN]), ~clocks.c.fixed, clocks.c.unit != Unit.HOUR.value
)
_SELECT = {
    "provisional": sa.select(*COLUMNS).where(_RUNNING, clocks.c.provisional).order_by(clocks.c.id),
    "running": sa.select(*COLUMNS).where(_RUNNING).order_by(clocks.c.id),
}
_PAUSES = sa.select(clock_segments.c.clock_id, clock_segments.c.from_at, clock_segments.c.to_at).where(
    clock_segments.c.clock_id == sa.func.any(sa.bindparam("ids", type_=ARRAY(sa.Uuid))),
    clock_segments.c.kind == "paused",
    clock_segments.c.to_at.is_not(None),
)


def _unnested(name: str, kind: sa.types.TypeEngine[Any], label: str) -> sa.ColumnElement[Any]:
    return sa.func.unnest(sa.bindparam(name, type_=ARRAY(kind))).label(label)


_NEW = sa.select(
    _unnested("ids", sa.Uuid(), "id"),
    _unnested("due", sa.Date(), "due_on"),
    _unnested("soon", sa.DateTime(timezone=True), "soon_at"),
    _unnested("ends", sa.DateTime(timezone=True), "ends_at"),
    _unnested("states", sa.Text(), "state"),
    _unnested("unsure", sa.Boolean(), "provisional"),
    _unnested("versions", sa.Text(), "calendar_version"),
).subquery("new")
_WRITE = (
    sa.update(clocks)
    .where(clocks.c.id == _NEW.c.id)
    .values({column.name: column for column in _NEW.c if column.name != "id"})
)
"""All changed clocks in one statement: a year that comes in may move thousands."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A clock whose last day is another one, or is now certain."""

    clock: DeadlineClock
    limits: Limits

    @property
    def was_due_on(self) -> date:
        """The last day before the recount."""
        return self.clock.due_on


async def recompute_provisional(tx: Transaction, calendar: Calendar, *, at: datetime) -> list[Moved]:
    """Recount every open clock that rested on a missing year; return those that changed.

    A clock that still rests on a missing year stays provisional. Written dates and hours never move.
    """
    return await _recompute(tx, calendar, "provisional", at)


async def recompute_running(tx: Transaction, calendar: Calendar, *, at: datetime) -> list[Moved]:
    """Recount every open clock, for a year whose notice was corrected; return those that changed."""
    return await _recompute(tx, calendar, "running", at)


async def preview(reader: Reader, calendar: Calendar, which: Which) -> list[Moved]:
    """Say which open clocks another calendar would move, and write nothing."""
    return await _changes(reader, [of(row) for row in await reader.all(_SELECT[which])], calendar)


async def _recompute(tx: Transaction, calendar: Calendar, which: Which, at: datetime) -> list[Moved]:
    rows = await tx.all(_SELECT[which].with_for_update())
    moved = await _changes(tx, [of(row) for row in rows], calendar)
    if moved:
        states = [state_after_recount(one.clock, one.limits, at) for one in moved]
        await tx.run(
            _WRITE,
            ids=[one.clock.id for one in moved],
            due=[one.limits.due.on for one in moved],
            soon=[one.limits.soon_at for one in moved],
            ends=[one.limits.ends_at for one in moved],
            states=[state.value for state in states],
            unsure=[one.limits.due.provisional for one in moved],
            versions=[one.limits.due.calendar_version for one in moved],
        )
    return moved


async def _changes(reader: Reader, open_clocks: list[DeadlineClock], calendar: Calendar) -> list[Moved]:
    pauses: dict[UUID, list[PAUSE]] = {}
    for row in await reader.all(_PAUSES, ids=[clock.id for clock in open_clocks]):
        pauses.setdefault(row["clock_id"], []).append((day_of(row["from_at"]), day_of(row["to_at"])))
    counted = (
        Moved(clock, limits(clock.trigger_on, clock.amount, clock.unit, calendar,
                            pauses=tuple(pauses.get(clock.id, ()))))
        for clock in open_clocks
    )  # fmt: skip
    return [one for one in counted if _differs(one)]


def _differs(one: Moved) -> bool:
    clock, due = one.clock, one.limits.due
    return (due.on, due.provisional, due.calendar_version) != (
        clock.due_on, clock.provisional, clock.calendar_version,
    )  # fmt: skip
