"""Start, stop, hand over and read clocks inside an open transaction. Pauses and extensions: `changes`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.calendar.days import Calendar
from shared.clocks.counting import day_begins, day_of
from shared.clocks.deadline_clock import OPEN, TICKING, ClockState, DeadlineClock, begin, state_now
from shared.clocks.rules import Deadline, Unit
from shared.clocks.tables import clock_segments, clocks
from shared.db import Reader, Transaction
from shared.db.which import Which

_COLUMNS = tuple(column.name for column in fields(DeadlineClock))
COLUMNS = tuple(clocks.c[name] for name in _COLUMNS)
_OPEN = clocks.c.state.in_([state.value for state in OPEN])
_RULES = sa.bindparam("rules", type_=ARRAY(sa.Text))
_ACTED_AT = sa.bindparam("acted_at", type_=sa.DateTime(timezone=True))
_CHOSEN = sa.or_(_RULES.is_(None), clocks.c.rule == sa.func.any(_RULES))
_OF_OBJECTS = (
    sa.select(*COLUMNS)
    .where(clocks.c.object_id == sa.func.any(sa.bindparam("objects", type_=ARRAY(sa.Uuid))))
    .order_by(clocks.c.trigger_on, clocks.c.rule)
)
_STOP = (
    sa.update(clocks)
    .where(clocks.c.object_id == sa.bindparam("object"), _OPEN, _CHOSEN)
    .values(
        state=sa.case(
            (clocks.c.state == ClockState.SUSPENDED.value, ClockState.MET.value),
            (clocks.c.ends_at > _ACTED_AT, ClockState.MET.value),
            else_=ClockState.MET_LATE.value,
        ),
        closed_on=sa.bindparam("acted_on", type_=sa.Date),
    )
    .returning(*COLUMNS)
)
_CANCEL = (
    sa.update(clocks)
    .where(clocks.c.object_id == sa.bindparam("object"), _OPEN, _CHOSEN)
    .values(state=ClockState.CANCELLED.value, closed_on=sa.bindparam("cancelled_on", type_=sa.Date))
)


def start(
    tx: Transaction,
    rule: Deadline,
    *,
    object_type: str,
    object_id: UUID,
    trigger_on: date,
    held_by: str,
    calendar: Calendar,
    written_due_on: date | None = None,
    started_at: datetime | None = None,
) -> DeadlineClock:
    """Queue a new clock with the transaction's other rows and return it.

    One open clock for each object and rule; a second one breaks the commit.
    """
    clock = begin(
        rule, object_type=object_type, object_id=object_id, trigger_on=trigger_on, held_by=held_by,
        calendar=calendar, written_due_on=written_due_on, started_at=started_at,
    )  # fmt: skip
    tx.add(clocks, **{name: getattr(clock, name) for name in _COLUMNS})
    return clock


async def stop(
    tx: Transaction, object_id: UUID, rules: Sequence[str], *, at: datetime, on: date | None = None
) -> list[DeadlineClock]:
    """End the object's open clocks of these rules: met, or met late. Does nothing where none is open.

    Clocks started in the same transaction are still queued and not seen, here and below.

    `on` is the day of the act when it is recorded later than it was done.
    """
    acted_at = at if on is None or on == day_of(at) else day_begins(on)
    rows = await tx.all(
        _STOP, object=object_id, rules=list(rules), acted_at=acted_at, acted_on=day_of(acted_at)
    )  # fmt: skip
    return [of(row) for row in rows]


async def cancel(
    tx: Transaction, object_id: UUID, *, at: datetime, rules: Sequence[str] | None = None
) -> int:
    """End open clocks whose duty fell away; all of the object's when no rules are named. Returns how many."""
    return await tx.run(
        _CANCEL, object=object_id, rules=None if rules is None else list(rules), cancelled_on=day_of(at)
    )


async def hand_over(
    tx: Transaction, object_id: UUID, to: str, *, at: datetime, rules: Sequence[str] | None = None
) -> int:
    """Charge open clocks to another holder from now on; the time so far stays with the one before."""
    return await tx.run(
        _HAND_OVER, object=object_id, rules=None if rules is None else list(rules), holder=to, handed_at=at
    )


async def of_objects(reader: Reader, object_ids: Sequence[UUID]) -> dict[UUID, list[DeadlineClock]]:
    """Return the clocks of many objects in one statement, each list in the order of the triggers."""
    found: dict[UUID, list[DeadlineClock]] = {object_id: [] for object_id in object_ids}
    for row in await reader.all(_OF_OBJECTS, objects=list(object_ids)):
        found[row["object_id"]].append(of(row))
    return found


async def of_object(reader: Reader, object_id: UUID) -> list[DeadlineClock]:
    """Return the clocks of one object in the order of the triggers."""
    return (await of_objects(reader, [object_id]))[object_id]


async def is_running(reader: Reader, object_id: UUID, rule: str) -> bool:
    """Say whether a clock of this rule is open at the object; a second one could not be started."""
    return any(clock.rule == rule and clock.is_open for clock in await of_object(reader, object_id))


def select_shown(which: Which) -> sa.Select[Any]:
    """Select what answers show of the clocks of some objects, in the order of the triggers."""
    c = clocks.c
    return (
        sa.select(
            c.object_id, c.rule, c.due_on, c.amount, c.unit, c.state, c.provisional, c.calendar_version,
            c.held_by, c.soon_at, c.ends_at, c.is_window,
        )
        .where(which(c.object_id))
        .order_by(c.trigger_on, c.rule)
    )  # fmt: skip


def shown_by_object(rows: Iterable[Sequence[Any]], now: datetime) -> dict[UUID, list[dict[str, Any]]]:
    """Return the clocks in rows of `select_shown` as answers show them (`deadline_clock.wire`), by object."""
    found: dict[UUID, list[dict[str, Any]]] = {}
    for (
        object_id,
        rule,
        due_on,
        amount,
        unit,
        state,
        provisional,
        version,
        held_by,
        soon,
        end,
        window,
    ) in rows:
        shown = {
            "rule": rule,
            "due_on": due_on,
            "amount": amount,
            "unit": unit,
            "state": state_now(state, soon, end, is_window=window, now=now),
            "provisional": provisional,
            "calendar_version": version,
            "held_by": held_by,
        }
        found.setdefault(object_id, []).append(shown)
    return found


def overdue(object_id: sa.ColumnElement[UUID], now: datetime) -> sa.ColumnElement[bool]:
    """Return a condition for lists: the object has a duty that is past its end now."""
    late = clocks.alias("late")
    return sa.exists().where(
        late.c.object_id == object_id,
        late.c.ends_at <= now,
        late.c.state.in_([state.value for state in (*TICKING, ClockState.OVERDUE)]),
        ~late.c.is_window,
    )


def overdue_now(now: datetime) -> sa.ColumnElement[bool]:
    """Select the clocks of duties that are past their end, whether or not a worker has recorded it."""
    late = [state.value for state in (*TICKING, ClockState.OVERDUE)]
    return sa.and_(clocks.c.ends_at <= now, clocks.c.state.in_(late), ~clocks.c.is_window)


def due_soon_now(now: datetime) -> sa.ColumnElement[bool]:
    """Select the clocks of duties that end soon."""
    ticking = clocks.c.state.in_([state.value for state in TICKING])
    return sa.and_(clocks.c.soon_at <= now, clocks.c.ends_at > now, ticking, ~clocks.c.is_window)


def due_by(object_id: sa.ColumnElement[UUID], day: date) -> sa.ColumnElement[bool]:
    """Return a condition for lists: the object has an open duty that ends on that day or before."""
    coming = clocks.alias("coming")
    return sa.exists().where(
        coming.c.object_id == object_id,
        coming.c.due_on <= day,
        coming.c.state.in_([state.value for state in OPEN]),
        ~coming.c.is_window,
    )


def of(row: Mapping[str, Any]) -> DeadlineClock:
    """Return the value of a row that has every column of `COLUMNS`."""
    values = {name: row[name] for name in _COLUMNS}
    return DeadlineClock(**{**values, "unit": Unit(row["unit"]), "state": ClockState(row["state"])})


def _hand_over_statement() -> sa.Update:
    holder = sa.bindparam("holder", type_=sa.Text)
    handed_at = sa.bindparam("handed_at", type_=sa.DateTime(timezone=True))
    moving = (
        sa.select(clocks.c.id, clocks.c.held_by, clocks.c.held_since)
        .where(clocks.c.object_id == sa.bindparam("object"), _OPEN, _CHOSEN, clocks.c.held_by != holder)
        .with_for_update()
        .cte("moving")
    )
    kept = (
        sa.insert(clock_segments)
        .from_select(
            ["clock_id", "kind", "from_at", "to_at", "holder"],
            sa.select(
                moving.c.id,
                sa.literal("held", sa.Text),
                moving.c.held_since,
                sa.func.greatest(handed_at, moving.c.held_since),
                moving.c.held_by,
            ),
        )
        .cte("kept")
    )
    return (
        sa.update(clocks)
        .where(clocks.c.id == moving.c.id)
        .values(held_by=holder, held_since=sa.func.greatest(handed_at, clocks.c.held_since))
        .add_cte(kept)
    )


_HAND_OVER = _hand_over_statement()
