"""What has gone out and nobody answered: found by the worker, which reminds of it and stops when it is settled."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from intake.domain.demand_lifecycle import DemandState
from intake.domain.report_lifecycle import ReportState
from intake.domain.urging_lifecycle import UrgingState
from intake.domain.work_reminder_lifecycle import WorkReminderState
from intake.store.tables import DemandRow, ReportRow
from intake.store.tables.chasing import ReminderRow, UrgingRow, WorkReminderRow
from shared.db import Transaction
from shared.ids import uuid7

AT_ONCE = 500
SETTLED_DEMANDS = [DemandState.ANSWERED, DemandState.RATED, DemandState.CLOSED, DemandState.SPLIT_TO_REPORT]
SETTLED_REPORTS = [
    ReportState.RESULT_REPORTED,
    ReportState.CONCLUDED,
    ReportState.FEEDBACK_GIVEN,
    ReportState.ARCHIVED,
]


class Waiting(NamedTuple):
    """A letter that waits: to whom, since when, until when, how hard, and how often it was reminded of."""

    object_type: str
    id: UUID
    to_path: str
    issued_on: date
    due_on: date
    level: str
    sent: int
    last_on: date | None


async def unread(tx: Transaction, today: date) -> list[Waiting]:
    """Lock letters that nobody has read or answered and that were not reminded of today."""
    return [*await _urgings(tx, today), *await _work_reminders(tx, today)]


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


def _waiting(kind: Any, name: Any, since: Any, level: Any, condition: Any, today: date) -> sa.Select[Any]:
    of_it = ReminderRow.object_id == kind.id
    sent = sa.select(sa.func.count()).where(of_it).scalar_subquery()
    last = sa.select(sa.func.max(ReminderRow.sent_on)).where(of_it).scalar_subquery()
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
    open_states = [UrgingState.ISSUED.value, UrgingState.READ.value]
    found: list[UUID] = []
    for matter, states in ((DemandRow, SETTLED_DEMANDS), (ReportRow, SETTLED_REPORTS)):
        rows = await tx.all(
            sa.select(UrgingRow.id)
            .join(matter, matter.id == UrgingRow.object_id)
            .where(UrgingRow.state.in_(open_states), matter.state.in_([state.value for state in states]))
            .limit(AT_ONCE)
            .with_for_update(of=UrgingRow, skip_locked=True)
        )
        found += [row["id"] for row in rows]
    return found
