"""What is done to verify: approved measures, property held meanwhile; and what stays on file about a person."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base


class MeasureRow(Base):
    """A measure of a verification that leaders approved. Rule: V-3."""

    __tablename__ = "verification_measures"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    verification_id: Mapped[UUID] = mapped_column(sa.ForeignKey("verifications.id"), index=True)
    measure: Mapped[str] = mapped_column(sa.Text)
    participants: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), comment="officers' logins")
    sign_off_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    approved_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class CustodyItemRow(Base):
    """Property handed in voluntarily and held in custody. Rule: V-3."""

    __tablename__ = "custody_items"
    __table_args__ = (
        sa.UniqueConstraint("verification_id", "number"),
        sa.CheckConstraint("state IN ('held', 'returned', 'handed_over', 'confiscated')", name="state"),
        sa.CheckConstraint("(state = 'held') = (settled_on IS NULL)", name="settled"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    verification_id: Mapped[UUID] = mapped_column(sa.ForeignKey("verifications.id"))
    number: Mapped[int] = mapped_column(sa.Integer)
    description: Mapped[bytes] = mapped_column(sa.LargeBinary, comment="sealed")
    amount: Mapped[int | None] = mapped_column(sa.BigInteger, comment="yuan cents")
    state: Mapped[str] = mapped_column(sa.Text)
    received_on: Mapped[date] = mapped_column(sa.Date)
    settled_on: Mapped[date | None] = mapped_column(sa.Date)


class IntegrityEntryRow(Base):
    """What a talk or inquiry left in somebody's integrity file (廉政档案): found by keyed terms. Rule: T-10."""

    __tablename__ = "integrity_entries"
    __table_args__ = (sa.Index("ix_integrity_entries_terms", "terms", postgresql_using="gin"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    holder_path: Mapped[str] = mapped_column(sa.Text)
    secrecy: Mapped[str] = mapped_column(sa.Text)
    talk_inquiry_id: Mapped[UUID] = mapped_column(sa.ForeignKey("talk_inquiries.id"), unique=True)
    terms: Mapped[list[int]] = mapped_column(ARRAY(sa.BigInteger))
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    measure: Mapped[str | None] = mapped_column(sa.Text)
    filed_by: Mapped[str] = mapped_column(sa.Text)
    filed_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
