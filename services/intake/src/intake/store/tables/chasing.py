"""What chases a matter: urgings, work reminders with their matters and visits, and every reminder that went out."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class UrgingRow(AggregateColumns, Base):
    """An urging (督办): its letter and its answer lie sealed."""

    __tablename__ = "urgings"
    __table_args__ = (sa.CheckConstraint("level IN ('green', 'yellow', 'red')", name="level"),)

    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    level: Mapped[str] = mapped_column(sa.Text)
    basis: Mapped[str] = mapped_column(sa.Text)
    to_path: Mapped[str] = mapped_column(sa.Text)
    round: Mapped[int] = mapped_column(sa.Integer)
    due_on: Mapped[date | None] = mapped_column(sa.Date)
    issued_on: Mapped[date | None] = mapped_column(sa.Date)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)
    follows: Mapped[UUID | None] = mapped_column(sa.Uuid)
    escalated_to: Mapped[str | None] = mapped_column(sa.Text)
    letter: Mapped[bytes] = mapped_column(sa.LargeBinary)
    reply: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class WorkReminderRow(AggregateColumns, Base):
    """A work reminder (工作提醒): its letter and its answer lie sealed."""

    __tablename__ = "work_reminders"

    to_path: Mapped[str] = mapped_column(sa.Text)
    due_on: Mapped[date] = mapped_column(sa.Date)
    sent_on: Mapped[date | None] = mapped_column(sa.Date)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)
    letter: Mapped[bytes] = mapped_column(sa.LargeBinary)
    reply: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class RemindedMatterRow(Base):
    """A demand that a work reminder speaks of, and what came of it; money in cents of a yuan."""

    __tablename__ = "reminded_matters"

    reminder_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    households_helped: Mapped[int | None] = mapped_column(sa.Integer)
    money_paid_back: Mapped[int | None] = mapped_column(sa.BigInteger, comment="yuan cents")
    documents_issued: Mapped[int | None] = mapped_column(sa.Integer)
    recorded_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class VisitRow(Base):
    """A visit that followed a work reminder; what was seen lies sealed."""

    __tablename__ = "visits"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    reminder_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    visited_on: Mapped[date] = mapped_column(sa.Date)
    finding: Mapped[bytes] = mapped_column(sa.LargeBinary)
    written_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ReminderRow(Base):
    """One reminder that went out, of an urging or a work reminder nobody had answered."""

    __tablename__ = "reminders"
    __table_args__ = (sa.UniqueConstraint("object_id", "ordinal"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid)
    to_path: Mapped[str] = mapped_column(sa.Text)
    ordinal: Mapped[int] = mapped_column(sa.Integer)
    sent_on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
