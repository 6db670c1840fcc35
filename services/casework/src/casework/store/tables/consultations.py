"""Consultations, everybody's opinion, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from casework.store.tables.linkage import listed_by, of_task
from shared.process.aggregate import AggregateColumns


class ConsultationRow(AggregateColumns, Base):
    """A consultation of those who work a task (会商)."""

    __tablename__ = "consultations"
    __table_args__ = (listed_by("consultations"),)

    task_id: Mapped[UUID] = of_task()
    held_on: Mapped[date] = mapped_column(sa.Date)
    dissents: Mapped[int] = mapped_column(sa.SmallInteger)
    resolved_on: Mapped[date | None] = mapped_column(sa.Date)


class ConsultationParticipantRow(Base):
    """Who is to be heard."""

    __tablename__ = "consultation_participants"

    consultation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("consultations.id"), primary_key=True)
    officer_id: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    login: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)


class OpinionRow(Base):
    """What one participant said, sealed; never changed, dissent least of all."""

    __tablename__ = "consultation_opinions"
    __table_args__ = (sa.UniqueConstraint("consultation_id", "officer_id"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    consultation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("consultations.id"))
    officer_id: Mapped[str] = mapped_column(sa.Text)
    position: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class DecisionRow(Base):
    """What followed from a resolution: a piece of work, a clue or a matter an organisation is watched for."""

    __tablename__ = "consultation_decisions"

    consultation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("consultations.id"), primary_key=True)
    place: Mapped[int] = mapped_column(sa.SmallInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
