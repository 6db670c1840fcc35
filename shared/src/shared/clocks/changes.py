"""What may happen to a running clock: a pause where the rule allows one, and an extension a leader approved.

Refusals carry the codes `clock_not_open`, `clock_never_pauses`, `clock_not_suspended`, `clock_suspended`,
`clock_overdue`, `clock_not_extendable`, `extension_too_long`, `extension_not_approved`, `extension_used_up`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from shared.calendar.days import Calendar
from shared.clocks.counting import day_of
from shared.clocks.deadline_clock import OPEN, TICKING, ClockState, DeadlineClock, Limits, limits
from shared.clocks.rules import Deadline, Unit
from shared.clocks.store import COLUMNS, of
from shared.clocks.tables import clock_segments, clocks
from shared.db import Reader, Transaction
from shared.lifecycle import Refused

_LOCK_OPEN = (
    sa.select(*COLUMNS)
    .where(
        clocks.c.object_id == sa.bindparam("object"),
        clocks.c.rule == sa.bindparam("rule"),
        clocks.c.state.in_([state.value for state in OPEN]),
    )
    .with_for_update()
)
_PAUSES = sa.select(clock_segments.c.from_at, clock_segments.c.to_at).where(
    clock_segments.c.clock_id == sa.bindparam("clock"),
    clock_segments.c.kind == "paused",
    clock_segments.c.to_at.is_not(None),
)


async def pause(
    tx: Transaction, object_id: UUID, rule: Deadline, *, at: datetime, ground: str
) -> DeadlineClock:
    """Let a clock stand still from today on. Raises: Refused, also when the rule knows no pause."""
    clock = await _lock(tx, object_id, rule)
    if not rule.pauses or clock.fixed:
        raise Refused("clock_never_pauses", rule=rule.id)
    _check_ticking(clock, at)
    tx.add(clock_segments, clock_id=clock.id, kind="paused", from_at=at, ground=ground)
    return await _set_state(tx, clock, ClockState.SUSPENDED)


async def resume(
    tx: Transaction, object_id: UUID, rule: Deadline, *, at: datetime, calendar: Calendar
) -> DeadlineClock:
    """Let a paused clock run on from today, later by the days it stood still. Raises: Refused."""
    clock = await _lock(tx, object_id, rule)
    if clock.state is not ClockState.SUSPENDED:
        raise Refused("clock_not_suspended", rule=rule.id)
    await tx.run(
        sa.update(clock_segments)
        .where(
            clock_segments.c.clock_id == clock.id,
            clock_segments.c.kind == "paused",
            clock_segments.c.to_at.is_(None),
        )
        .values(to_at=at)
    )
    return await _move(tx, clock, await recounted(tx, clock, calendar))


async def extend(
    tx: Transaction,
    object_id: UUID,
    rule: Deadline,
    *,
    amount: int,
    approver: str,
    ground: str,
    at: datetime,
    calendar: Calendar,
    sign_off_id: UUID | None = None,
) -> DeadlineClock:
    """Move the end of a clock that is not over yet, counted from the first trigger as one longer period.

    `amount` is in the deadline's own unit; `approver` is the level that signed. Raises: Refused.
    """
    clock = await _lock(tx, object_id, rule)
    _check_ticking(clock, at)
    _check_extension(clock, rule, amount, approver)
    longer = replace(clock, amount=clock.amount + amount, extensions=clock.extensions + 1)
    tx.add(
        clock_segments, clock_id=clock.id, kind="extended", from_at=at, amount=amount, approver=approver,
        ground=ground, sign_off_id=sign_off_id,
    )  # fmt: skip
    return await _move(tx, longer, await recounted(tx, longer, calendar))


async def recounted(reader: Reader, clock: DeadlineClock, calendar: Calendar) -> Limits:
    """Count a clock's limits again from its trigger, its pauses and its amount."""
    pauses = await reader.all(_PAUSES, clock=clock.id)
    days: tuple[tuple[date, date], ...] = tuple((day_of(row[0]), day_of(row[1])) for row in pauses)
    return limits(clock.trigger_on, clock.amount, clock.unit, calendar, pauses=days)


def state_after_recount(clock: DeadlineClock, span: Limits, at: datetime) -> ClockState:
    """Return the state under new limits; a clock that was told due or overdue too early runs again."""
    calm = ClockState.EXTENDED if clock.extensions else ClockState.RUNNING
    if clock.state is ClockState.DUE_SOON:
        return ClockState.DUE_SOON if at >= span.soon_at else calm
    if clock.state is ClockState.OVERDUE:
        return ClockState.OVERDUE if at >= span.ends_at else calm
    return clock.state


async def _lock(tx: Transaction, object_id: UUID, rule: Deadline) -> DeadlineClock:
    await tx.flush()
    row = await tx.maybe(_LOCK_OPEN, object=object_id, rule=rule.id)
    if row is None:
        raise Refused("clock_not_open", rule=rule.id)
    return of(row)


def _check_ticking(clock: DeadlineClock, at: datetime) -> None:
    if clock.state is ClockState.SUSPENDED:
        raise Refused("clock_suspended", rule=clock.rule)
    if clock.state not in TICKING or at >= clock.ends_at:
        raise Refused("clock_overdue", rule=clock.rule)


def _check_extension(clock: DeadlineClock, rule: Deadline, amount: int, approver: str) -> None:
    allowed = rule.extension
    if allowed is None or clock.fixed or clock.unit is Unit.HOUR:
        raise Refused("clock_not_extendable", rule=rule.id)
    if clock.extensions >= allowed.times:
        raise Refused("extension_used_up", rule=rule.id)
    if not 0 < amount <= allowed.amount:
        raise Refused("extension_too_long", rule=rule.id)
    if approver < allowed.approver:  # S1 … S7 in rising order
        raise Refused("extension_not_approved", rule=rule.id, level=allowed.approver)


async def _move(tx: Transaction, clock: DeadlineClock, span: Limits) -> DeadlineClock:
    """Write new limits; the clock runs again, and will tell again when the new end comes near."""
    moved = replace(
        clock, due_on=span.due.on, soon_at=span.soon_at, ends_at=span.ends_at,
        provisional=span.due.provisional, calendar_version=span.due.calendar_version,
        state=ClockState.EXTENDED if clock.extensions else ClockState.RUNNING,
    )  # fmt: skip
    await tx.run(
        sa.update(clocks)
        .where(clocks.c.id == moved.id)
        .values(
            amount=moved.amount, extensions=moved.extensions, due_on=moved.due_on, soon_at=moved.soon_at,
            ends_at=moved.ends_at, provisional=moved.provisional, calendar_version=moved.calendar_version,
            state=moved.state.value,
        )
    )  # fmt: skip
    return moved


async def _set_state(tx: Transaction, clock: DeadlineClock, state: ClockState) -> DeadlineClock:
    await tx.run(sa.update(clocks).where(clocks.c.id == clock.id).values(state=state.value))
    return replace(clock, state=state)
