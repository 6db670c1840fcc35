"""Who held a matter for how long. Pure: a clock, its segments, the calendar.

A day is charged to whoever held the matter when it began: handing it on today leaves today with the giver
and charges the receiver from tomorrow on. The trigger day is charged to nobody. Rule: 1.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.calendar.days import Calendar
from shared.clocks.counting import day_of
from shared.clocks.deadline_clock import DeadlineClock
from shared.clocks.rules import Unit
from shared.clocks.tables import clock_segments
from shared.db import Reader

_ONE = timedelta(days=1)
_SEGMENTS = (
    sa.select(clock_segments)
    .where(clock_segments.c.clock_id == sa.func.any(sa.bindparam("ids", type_=ARRAY(sa.Uuid))))
    .order_by(clock_segments.c.from_at)
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A row of `clock_segments`: a holding that ended, a pause, or an extension."""

    clock_id: UUID
    kind: Literal["held", "paused", "extended"]
    from_at: datetime
    to_at: datetime | None
    holder: str | None = None
    amount: int | None = None
    approver: str | None = None
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """Days charged to one holder: working days for a clock in working days, else calendar days."""

    holder: str
    days: int


async def segments_of(reader: Reader, clock_ids: Sequence[UUID]) -> list[Segment]:
    """Return the segments of clocks, oldest first."""
    return [_segment(row) for row in await reader.all(_SEGMENTS, ids=list(clock_ids))]


def time_by_holder(
    clock: DeadlineClock, segments: Iterable[Segment], calendar: Calendar, today: date
) -> list[Share]:
    """Return the days charged to each holder, in the order they first held the matter.

    Counts from the day after the trigger to the closing day, or to `today` while the clock is open.
    """
    own = [segment for segment in segments if segment.clock_id == clock.id]
    holdings = [(day_of(s.to_at), s.holder) for s in own if s.kind == "held" and s.to_at and s.holder]
    pauses = [
        (day_of(s.from_at), day_of(s.to_at) if s.to_at else date.max) for s in own if s.kind == "paused"
    ]
    charged: dict[str, int] = {holder: 0 for _, holder in holdings} | {clock.held_by: 0}
    day, last = clock.trigger_on + _ONE, clock.closed_on or today
    while day <= last:
        if _counts(day, clock.unit, calendar) and not any(begin <= day < end for begin, end in pauses):
            charged[_holder_on(day, holdings, clock.held_by)] += 1
        day += _ONE
    return [Share(holder, days) for holder, days in charged.items()]


def _counts(day: date, unit: Unit, calendar: Calendar) -> bool:
    return unit is not Unit.WORKING_DAY or calendar.is_working_day(day)


def _holder_on(day: date, holdings: Sequence[tuple[date, str]], present: str) -> str:
    """Return who held the matter when the day began; `holdings` are (last day, holder), oldest first."""
    return next((holder for last, holder in holdings if day <= last), present)


def _segment(row: Any) -> Segment:
    return Segment(
        clock_id=row["clock_id"], kind=row["kind"], from_at=row["from_at"], to_at=row["to_at"],
        holder=row["holder"], amount=row["amount"], approver=row["approver"], ground=row["ground"],
    )  # fmt: skip
