"""What the worker does when time passes: due soon, overdue, lapsed; each told exactly once.

The state changes in the transaction that writes the event, and rows another worker holds are skipped, so a
restart or a second worker can neither lose a change nor tell it twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa

from shared.clocks.deadline_clock import TICKING, ClockState, DeadlineClock
from shared.clocks.store import COLUMNS, of
from shared.clocks.tables import clocks, one_of
from shared.db import Transaction

DUE_SOON, OVERDUE, LAPSED = "clock.due_soon", "clock.overdue", "clock.lapsed"
_NOW = sa.bindparam("now", type_=sa.DateTime(timezone=True))
_LIMIT = sa.bindparam("at_most", type_=sa.Integer)
_TICKING = sa.literal_column(f"clocks.state IN ({one_of(TICKING)})", sa.Boolean)
_CALM = sa.literal_column(
    f"clocks.state IN ({one_of((ClockState.RUNNING, ClockState.EXTENDED))})", sa.Boolean
)
"""Written out as in the indexes: a statement that was prepared would not be planned with them otherwise."""


class Emit(Protocol):
    """Writes an event row in the given transaction."""

    def __call__(self, tx: Transaction, kind: str, subject: UUID, data: Mapping[str, Any]) -> None:
        """Queue the event."""
        ...


@dataclass(frozen=True, slots=True)
class Fired:
    """A change that time made, and the clock after it."""

    event: str
    clock: DeadlineClock


async def fire(tx: Transaction, now: datetime, emit: Emit, *, at_most: int = 500) -> list[Fired]:
    """Record what has become due by `now`, and emit one event for each; call again while `at_most` came back.

    A clock found past its end tells only that, even when nobody recorded that it was due soon.
    """
    ended = await tx.all(_ENDED, now=now, at_most=at_most)
    soon = await tx.all(_SOON, now=now, at_most=at_most - len(ended)) if len(ended) < at_most else []
    fired = [Fired(_end_event(row), of(row)) for row in ended] + [Fired(DUE_SOON, of(row)) for row in soon]
    for one in fired:
        emit(tx, one.event, one.clock.object_id, _data(one.clock))
    return fired


def _end_event(row: Mapping[str, Any]) -> str:
    return LAPSED if row["is_window"] else OVERDUE


def _data(clock: DeadlineClock) -> dict[str, Any]:
    return {
        "object_type": clock.object_type,
        "rule": clock.rule,
        "due_on": clock.due_on.isoformat(),
        "held_by": clock.held_by,
    }


def _locked(*conditions: sa.ColumnElement[bool], order: sa.ColumnElement[Any]) -> sa.Subquery:
    return (
        sa.select(clocks.c.id)
        .where(*conditions)
        .order_by(order)
        .limit(_LIMIT)
        .with_for_update(skip_locked=True)
        .subquery("locked")
    )


def _ended_statement() -> sa.Executable:
    locked = _locked(_TICKING, clocks.c.ends_at <= _NOW, order=clocks.c.ends_at)
    return (
        sa.update(clocks)
        .where(clocks.c.id == locked.c.id)
        .values(
            state=sa.case(
                (clocks.c.is_window, ClockState.CANCELLED.value), else_=ClockState.OVERDUE.value
            ),
            closed_on=sa.case((clocks.c.is_window, clocks.c.due_on), else_=None),
            overdue_told_at=_NOW,
        )
        .returning(*COLUMNS)
    )  # fmt: skip


def _soon_statement() -> sa.Executable:
    locked = _locked(
        _CALM, ~clocks.c.is_window, clocks.c.soon_at <= _NOW, clocks.c.ends_at > _NOW, order=clocks.c.soon_at
    )
    return (
        sa.update(clocks)
        .where(clocks.c.id == locked.c.id)
        .values(state=ClockState.DUE_SOON.value, soon_told_at=_NOW)
        .returning(*COLUMNS)
    )


_ENDED = _ended_statement()
_SOON = _soon_statement()
