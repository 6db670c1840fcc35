"""What finds matters alike, what was handled together, and the notices of repeats."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class SealedTermsRow(Base):
    """The numbers a matter is found by; see `domain/sealed_terms.py` for what they do not tell."""

    __tablename__ = "sealed_terms"
    __table_args__ = (
        sa.Index("ix_sealed_terms_names", "names", postgresql_using="gin"),
        sa.Index("ix_sealed_terms_facts", "facts", postgresql_using="gin"),
    )

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    names: Mapped[list[int]] = mapped_column(ARRAY(sa.Integer))
    facts: Mapped[list[int]] = mapped_column(ARRAY(sa.Integer))


class MergeRow(Base):
    """One matter handled with another: since when, by whom, why; and how that ended. Rows stay."""

    __tablename__ = "merges"
    __table_args__ = (
        sa.Index("uq_merges_member", "member_id", unique=True, postgresql_where=sa.text("ended_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    lead_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    member_id: Mapped[UUID] = mapped_column(sa.Uuid)
    reason: Mapped[bytes] = mapped_column(sa.LargeBinary)
    merged_by: Mapped[str] = mapped_column(sa.Text)
    merged_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    end_reason: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    ended_by: Mapped[str | None] = mapped_column(sa.Text)
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class DuplicateNoticeRow(AggregateColumns, Base):
    """A notice of repeats (重复件通报): one for each office and quarter that has any."""

    __tablename__ = "duplicate_notices"
    __table_args__ = (sa.UniqueConstraint("holder_path", "to_path", "quarter_from"),)

    to_path: Mapped[str] = mapped_column(sa.Text)
    quarter_from: Mapped[date] = mapped_column(sa.Date)
    report_count: Mapped[int] = mapped_column(sa.Integer)
    repeat_count: Mapped[int] = mapped_column(sa.Integer)
    last_received_on: Mapped[date] = mapped_column(sa.Date)
    acknowledged_on: Mapped[date | None] = mapped_column(sa.Date)


class NoticedReportRow(Base):
    """A report that a notice names: how many repeats of it were retained in the quarter, and when the last one came."""

    __tablename__ = "noticed_reports"

    notice_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    report_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True, index=True)
    repeat_count: Mapped[int] = mapped_column(sa.Integer)
    last_received_on: Mapped[date] = mapped_column(sa.Date)


class NoticedQuarterRow(Base):
    """A quarter of which all notices were made, whether there were any or not: it is counted once."""

    __tablename__ = "noticed_quarters"

    quarter_from: Mapped[date] = mapped_column(sa.Date, primary_key=True)
    made_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
