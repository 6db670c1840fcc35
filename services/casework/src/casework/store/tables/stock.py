"""What case management keeps about the ledger as a whole: reconciliations and special meetings."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from shared.process.aggregate import AggregateColumns


class ReconciliationRow(AggregateColumns, Base):
    """One quarter of one ledger."""

    __tablename__ = "clue_reconciliations"
    __table_args__ = (
        sa.UniqueConstraint("holder_path", "year", "quarter"),
        sa.CheckConstraint("quarter BETWEEN 1 AND 4", name="quarter"),
    )

    year: Mapped[int] = mapped_column(sa.SmallInteger)
    quarter: Mapped[int] = mapped_column(sa.SmallInteger)
    stock: Mapped[int] = mapped_column(sa.Integer)
    taken_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    figures: Mapped[Any] = mapped_column(JSONB)


class ReconciliationItemRow(Base):
    """A clue that is overdue, or was drawn for a spot check, when stock was taken for the `stock`th time."""

    __tablename__ = "clue_reconciliation_items"
    __table_args__ = (
        sa.Index("ix_clue_reconciliation_items_of", "reconciliation_id", "stock", "kind"),
        sa.CheckConstraint("kind IN ('overdue', 'spot_check')", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    reconciliation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clue_reconciliations.id"))
    stock: Mapped[int] = mapped_column(sa.Integer)
    kind: Mapped[str] = mapped_column(sa.Text)
    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"))
    number: Mapped[str | None] = mapped_column(sa.Text)
    rule: Mapped[str | None] = mapped_column(sa.Text)
    due_on: Mapped[date | None] = mapped_column(sa.Date)
    held_by: Mapped[str | None] = mapped_column(sa.Text)
    result: Mapped[str | None] = mapped_column(sa.Text)


class ClueMeetingRow(AggregateColumns, Base):
    """A special meeting on clues."""

    __tablename__ = "clue_meetings"
    __table_args__ = (sa.Index("ix_clue_meetings_list", sa.text("held_on DESC"), sa.text("id DESC")),)

    held_on: Mapped[date] = mapped_column(sa.Date)
    fields: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), comment="focus areas")


class ClueMeetingClueRow(Base):
    """A clue that was spoken about at a meeting."""

    __tablename__ = "clue_meeting_clues"

    meeting_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clue_meetings.id"), primary_key=True)
    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), primary_key=True, index=True)
