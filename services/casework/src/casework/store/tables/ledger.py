"""What clues are compared by, and what was asked about them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base


class ClueTermRow(Base):
    """One keyed number of a clue. Rows are only added; those of a clue that has ended say so."""

    __tablename__ = "clue_terms"
    __table_args__ = (
        sa.Index("ix_clue_terms_open", "term", "clue_id", postgresql_where=sa.text("is_open")),
        sa.Index("ix_clue_terms_clue_id", "clue_id"),
    )

    term: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    is_open: Mapped[bool] = mapped_column(sa.Boolean)


class ClueInquiryRow(Base):
    """Somebody asked whether anybody holds something on a subject. The question lies sealed; rows are only added."""

    __tablename__ = "clue_inquiries"
    __table_args__ = (
        sa.Index("ix_clue_inquiries_officer_id", "officer_id", sa.text("asked_at DESC")),
        sa.Index("ix_clue_inquiries_list", sa.text("asked_at DESC"), sa.text("id DESC")),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    holder_path: Mapped[str] = mapped_column(
        sa.Text, comment="the case management office of the asker's organ"
    )
    secrecy: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    purpose: Mapped[str] = mapped_column(sa.Text)
    question: Mapped[bytes] = mapped_column(sa.LargeBinary, comment="sealed")
    answer: Mapped[str] = mapped_column(sa.Text)
    asked_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class DesignatedMatterRow(Base):
    """A clue or case of a ledger that another organ has now: its number here, to whom, when. Nothing of its content.

    Rule: E6. Rows are only added.
    """

    __tablename__ = "designated_matters"
    __table_args__ = (
        sa.Index("ix_designated_matters_list", "holder_path", sa.text("created_at DESC"), sa.text("id DESC")),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    holder_path: Mapped[str] = mapped_column(sa.Text, comment="the ledger it stood in")
    secrecy: Mapped[str] = mapped_column(sa.Text)
    type: Mapped[str] = mapped_column(sa.Text)
    number: Mapped[str | None] = mapped_column(sa.Text)
    form: Mapped[str] = mapped_column(sa.Text)
    organ: Mapped[str] = mapped_column(sa.Text, comment="code of the organ that has it now")
    decided_on: Mapped[date] = mapped_column(sa.Date)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
