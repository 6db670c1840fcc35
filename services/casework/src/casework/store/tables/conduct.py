"""What is registered about our own conduct: interference, and requests that somebody keep away."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from shared.process.aggregate import AggregateColumns


class InterferenceRow(AggregateColumns, Base):
    """An entry of the interference register; who, whom and which words lie among the papers."""

    __tablename__ = "interferences"
    __table_args__ = (
        sa.Index("ix_interferences_list", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index("ix_interferences_matter_id", "matter_id"),
    )

    kind: Mapped[str] = mapped_column(sa.Text)
    channel: Mapped[str] = mapped_column(sa.Text)
    occurred_on: Mapped[date] = mapped_column(sa.Date)
    known_on: Mapped[date] = mapped_column(sa.Date)
    is_late: Mapped[bool] = mapped_column(sa.Boolean)
    matter_type: Mapped[str] = mapped_column(sa.Text)
    matter_id: Mapped[UUID] = mapped_column(sa.Uuid)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    clue_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    occurred_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class RecusalRequestRow(AggregateColumns, Base):
    """A request that an officer keep away from a clue."""

    __tablename__ = "recusal_requests"
    __table_args__ = (sa.Index("ix_recusal_requests_list", sa.text("created_at DESC"), sa.text("id DESC")),)

    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), index=True)
    requested_by: Mapped[str] = mapped_column(sa.Text)
    ground: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str | None] = mapped_column(sa.Text)
    decision: Mapped[str | None] = mapped_column(sa.Text)
    earlier_work: Mapped[str | None] = mapped_column(sa.Text)
