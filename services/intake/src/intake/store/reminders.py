"""What has gone out and nobody answered: found by the worker, which reminds of it and stops when it is settled."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from intake.domain.chasing import Level
from intake.domain.demand_lifecycle import DemandState
from intake.domain.report_lifecycle import ReportState
from intake.domain.urging_lifecycle import UrgingState
from intake.domain.work_reminder_lifecycle import WorkReminderState
from intake.store.tables import DemandRow, ReportRow
from intake.store.tables.chasing import ReminderRow, UrgingRow, WorkReminderRow
from shared.clocks.store import overdue_now
from shared.clocks.tables import clocks
from shared.db import Reader, Transaction
from shared.ids import uuid7

AT_ONCE = 500
SETTLED_DEMANDS = [DemandState.ANSWERED, DemandState.RATED, DemandState.CLOSED, DemandState.SPLIT_TO_REPORT]
SETTLED_REPORTS = [
    ReportState.RESULT_REPORTED,
    ReportState.CONCLUDED,
    ReportState.FEEDBACK_GIVEN,
    ReportState.ARCHIVED,
]
ANSWERED_BY = ("DL-35", "DL-05")
"""The days by which a demand is answered, and an assigned report's result comes back."""
_OPEN_URGINGS = [UrgingState.ISSUED.value, UrgingState.READ.value]


class Waiting(NamedTuple):
    """What waits: to whom, since when, until when, how hard, and how often it was reminded of."""

    object_type: str
    id: UUID
    to_path: str
    issued_on: date
    due_on: date
    level: str
    sent: int
    last_on: date | None


async def unread(tx: Transaction, now: datetime, today: date) -> list[Waiting]:
    """Lock letters that nobody has read or answered, and matters nobody has answered in time, not reminded of today."""
    return [*await _urgings(tx, today), *await _work_reminders(tx, today), *await _matters(tx, now, today)]


async def _urgings(tx: Transaction, today: date) -> list[Waiting]:
    u = UrgingRow
    statement = _waiting(
        u, sa.literal("urging"), u.issued_on, u.level, u.state == UrgingState.ISSUED.value, today
    )
    return [Waiting(*row) for row in await tx.all(statement)]


async def _work_reminders(tx: Transaction, today: date) -> list[Waiting]:
    w = WorkReminderRow
    statement = _waiting(
        w,
        sa.literal("work_reminder"),
        w.sent_on,
        sa.literal("yellow"),
        w.state == WorkReminderState.SENT.value,
        today,
    )
    return [Waiting(*row) for row in await tx.all(statement)]


async def _matters(tx: Transaction, now: datetime, today: date) -> list[Waiting]:
    """Return matters whose answer is late, for whoever the time is charged to; what an urging chases is left to it."""
    c, u = clocks.c, UrgingRow
    sent, last = _so_far(c.object_id)
    open_urging = sa.exists().where(u.object_id == c.object_id, u.state.in_(_OPEN_URGINGS))
    merged = sa.union_all(
        *(sa.select(row.id).where(row.merged_into.is_not(None)) for row in (DemandRow, ReportRow))
    )
    statement = (
        sa.select(
            c.object_type, c.object_id, c.held_by, c.trigger_on, c.due_on, sa.literal(Level.GREEN.value), sent, last
        )
        .where(
            c.rule.in_(ANSWERED_BY), overdue_now(now), sa.func.coalesce(last, sa.literal(date.min)) < today,
            ~open_urging, c.object_id.not_in(merged),
        )
        .order_by(c.due_on)
        .limit(AT_ONCE)
        .with_for_update(of=clocks, skip_locked=True)
    )  # fmt: skip
    return [Waiting(*row) for row in await tx.all(statement)]


def _so_far(object_id: Any) -> tuple[Any, Any]:
    """Return how often something was reminded of, and when last."""
    of_it = ReminderRow.object_id == object_id
    sent = sa.select(sa.func.count()).where(of_it).scalar_subquery()
    return sent, sa.select(sa.func.max(ReminderRow.sent_on)).where(of_it).scalar_subquery()


def _waiting(kind: Any, name: Any, since: Any, level: Any, condition: Any, today: date) -> sa.Select[Any]:
    sent, last = _so_far(kind.id)
    return (
        sa.select(name, kind.id, kind.to_path, since, kind.due_on, level, sent, last)
        .where(condition, sa.func.coalesce(last, sa.literal(date.min)) < today)
        .order_by(kind.due_on)
        .limit(AT_ONCE)
        .with_for_update(of=kind, skip_locked=True)
    )


def add_reminder(tx: Transaction, one: Waiting, *, today: date, at: datetime) -> None:
    tx.add(
        ReminderRow, id=uuid7(), object_type=one.object_type, object_id=one.id, to_path=one.to_path,
        ordinal=one.sent + 1, sent_on=today, at=at,
    )  # fmt: skip


async def settled_urgings(tx: Transaction) -> list[UUID]:
    """Return unanswered urgings whose matter was answered or closed meanwhile, locked."""
    found: list[UUID] = []
    for matter, states in ((DemandRow, SETTLED_DEMANDS), (ReportRow, SETTLED_REPORTS)):
        rows = await tx.all(
            sa.select(UrgingRow.id)
            .join(matter, matter.id == UrgingRow.object_id)
            .where(UrgingRow.state.in_(_OPEN_URGINGS), matter.state.in_([state.value for state in states]))
            .limit(AT_ONCE)
            .with_for_update(of=UrgingRow, skip_locked=True)
        )
        found += [row["id"] for row in rows]
    return found


class Sent(NamedTuple):
    """A reminder that went out."""

    ordinal: int
    to_path: str
    sent_on: date
    at: datetime


async def sent_about(reader: Reader, object_id: UUID) -> list[Sent]:
    """Return every reminder about something, oldest first."""
    r = ReminderRow
    rows = await reader.all(
        sa.select(r.ordinal, r.to_path, r.sent_on, r.at).where(r.object_id == object_id).order_by(r.ordinal)
    )
    return [Sent(*row) for row in rows]
