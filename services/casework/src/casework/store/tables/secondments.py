"""Officers lent to a task by their home bodies."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from casework.store.tables.linkage import listed_by, of_task
from shared.process.aggregate import AggregateColumns


class SecondmentRow(AggregateColumns, Base):
    """One officer asked for, and lent, from a day to a day (人员抽调)."""

    __tablename__ = "secondments"
    __table_args__ = (
        listed_by("secondments"),
        sa.Index("ix_secondments_officer_id", "officer_id", "from_on"),
        sa.Index(
            "ix_secondments_ending", "to_on", postgresql_where=sa.text("state IN ('begun', 'accepted')")
        ),
        sa.CheckConstraint("to_on >= from_on", name="period"),
    )

    task_id: Mapped[UUID] = of_task()
    officer_id: Mapped[str] = mapped_column(sa.Text)
    login: Mapped[str] = mapped_column(sa.Text)
    officer_path: Mapped[str] = mapped_column(sa.Text)
    home_path: Mapped[str] = mapped_column(sa.Text)
    zone: Mapped[str] = mapped_column(sa.Text)
    from_on: Mapped[date] = mapped_column(sa.Date)
    to_on: Mapped[date] = mapped_column(sa.Date)
    skill: Mapped[str | None] = mapped_column(sa.Text)
    overlaps: Mapped[int] = mapped_column(sa.SmallInteger)
    load: Mapped[int] = mapped_column(sa.SmallInteger)
    other_officer_id: Mapped[str | None] = mapped_column(sa.Text)
    other_login: Mapped[str | None] = mapped_column(sa.Text)
    other_officer_path: Mapped[str | None] = mapped_column(sa.Text)
    other_from_on: Mapped[date | None] = mapped_column(sa.Date)
    other_to_on: Mapped[date | None] = mapped_column(sa.Date)
    extended_to_on: Mapped[date | None] = mapped_column(sa.Date)
    ended_on: Mapped[date | None] = mapped_column(sa.Date)
    grade: Mapped[str | None] = mapped_column(sa.Text)
