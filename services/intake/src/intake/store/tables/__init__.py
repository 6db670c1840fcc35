"""The tables of intake. What identifies a reporter and what they wrote lies sealed, in tables of its own."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from shared.db.base import metadata_for_service
from shared.process.aggregate import AggregateColumns


class Base(DeclarativeBase):
    """All tables of this service."""

    metadata = metadata_for_service()


METADATA = Base.metadata


class ReportRow(AggregateColumns, Base):
    """A report (检举控告件): codes, dates and references; never its text or its reporter."""

    __tablename__ = "reports"
    __table_args__ = (
        sa.Index(
            "ix_reports_held",
            "holder_path",
            sa.text("received_on DESC"),
            sa.text("id DESC"),
            postgresql_ops={"holder_path": "text_pattern_ops"},
        ),
        sa.Index(
            "ix_reports_near",
            "region",
            "field",
            sa.text("received_on DESC"),
            postgresql_where=sa.text("number IS NOT NULL"),
        ),
        sa.Index(
            "ix_reports_retained_on", "retained_on", postgresql_where=sa.text("retained_on IS NOT NULL")
        ),
        sa.Index("ix_reports_list", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.Index("ix_reports_state", "state", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.CheckConstraint("named_status IN ('named', 'anonymous', 'unverified')", name="named_status"),
    )

    category: Mapped[str] = mapped_column(sa.Text)
    channel: Mapped[str] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    field: Mapped[str | None] = mapped_column(sa.Text)
    received_on: Mapped[date] = mapped_column(sa.Date)
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    named_status: Mapped[str] = mapped_column(sa.Text)
    priority: Mapped[str] = mapped_column(
        sa.Text, sa.Computed("CASE named_status WHEN 'named' THEN 'named' ELSE 'normal' END", persisted=True)
    )
    problem_types: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    is_duplicate_of: Mapped[UUID | None] = mapped_column(sa.Uuid, index=True)
    retained_on: Mapped[date | None] = mapped_column(sa.Date)
    merged_into: Mapped[UUID | None] = mapped_column(sa.Uuid)
    repeats: Mapped[int] = mapped_column(sa.Integer, server_default="0")
    split_from: Mapped[UUID | None] = mapped_column(sa.Uuid)
    demand_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    office_path: Mapped[str | None] = mapped_column(sa.Text)
    clue_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    reason: Mapped[str | None] = mapped_column(sa.Text)
    truth_grade: Mapped[str | None] = mapped_column(sa.Text)
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)
    new_evidence_on: Mapped[date | None] = mapped_column(sa.Date)
    proposed_jurisdiction: Mapped[str | None] = mapped_column(sa.Text)
    proposed_because: Mapped[str | None] = mapped_column(sa.Text)
    proposed_path: Mapped[str | None] = mapped_column(sa.Text)
    jurisdiction: Mapped[str | None] = mapped_column(sa.Text)
    subject_organisations: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), server_default="{}")
    subject_rank: Mapped[str | None] = mapped_column(sa.Text)
    passed_from: Mapped[str | None] = mapped_column(sa.Text)
    source_system: Mapped[str | None] = mapped_column(sa.Text)
    source_ref: Mapped[str | None] = mapped_column(sa.Text)
    reporter_count: Mapped[int] = mapped_column(sa.SmallInteger, server_default="0")
    visitor_count: Mapped[int | None] = mapped_column(sa.SmallInteger)


class DemandRow(AggregateColumns, Base):
    """A livelihood demand (民生诉求)."""

    __tablename__ = "demands"
    __table_args__ = (
        sa.Index(
            "ix_demands_held",
            "holder_path",
            sa.text("received_on DESC"),
            sa.text("id DESC"),
            postgresql_ops={"holder_path": "text_pattern_ops"},
        ),
        sa.Index(
            "ix_demands_near",
            "region",
            "field",
            sa.text("received_on DESC"),
            postgresql_where=sa.text("number IS NOT NULL"),
        ),
        sa.Index("ix_demands_list", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.Index("ix_demands_state", "state", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
    )

    channel: Mapped[str] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    field: Mapped[str | None] = mapped_column(sa.Text)
    received_on: Mapped[date] = mapped_column(sa.Date)
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    is_anonymous: Mapped[bool] = mapped_column(sa.Boolean)
    kind: Mapped[str | None] = mapped_column(sa.Text)
    department_path: Mapped[str | None] = mapped_column(sa.Text)
    report_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    merged_into: Mapped[UUID | None] = mapped_column(sa.Uuid)
    repeats: Mapped[int] = mapped_column(sa.Integer, server_default="0")
    view: Mapped[str | None] = mapped_column(sa.Text)
    reason: Mapped[str | None] = mapped_column(sa.Text)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)
    satisfaction: Mapped[int | None] = mapped_column(sa.SmallInteger)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    had_review: Mapped[bool] = mapped_column(sa.Boolean)
    had_final_review: Mapped[bool] = mapped_column(sa.Boolean)
    households_helped: Mapped[int | None] = mapped_column(sa.Integer)
    money_paid_back: Mapped[int | None] = mapped_column(sa.BigInteger, comment="yuan cents")
    documents_issued: Mapped[int | None] = mapped_column(sa.Integer)
    problem_since: Mapped[date | None] = mapped_column(sa.Date)
    reviewed_demand: Mapped[UUID | None] = mapped_column(sa.Uuid)
    proposed_department_path: Mapped[str | None] = mapped_column(sa.Text)
    refusal_count: Mapped[int] = mapped_column(sa.SmallInteger, server_default="0")
    is_ruled: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false())
    source_system: Mapped[str | None] = mapped_column(sa.Text)
    source_ref: Mapped[str | None] = mapped_column(sa.Text)
    reporter_count: Mapped[int] = mapped_column(sa.SmallInteger, server_default="0")
    visitor_count: Mapped[int | None] = mapped_column(sa.SmallInteger)


class ContentRow(Base):
    """What a person wrote, sealed: the text, whom it is about, and where the problem is."""

    __tablename__ = "contents"

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)
    subjects: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    address: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class ReporterRow(Base):
    """Who a person is, sealed. No row for an anonymous one."""

    __tablename__ = "reporters"

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    identity: Mapped[bytes] = mapped_column(sa.LargeBinary)
    consent_to_share: Mapped[bool] = mapped_column(sa.Boolean)


class ReceiptRow(Base):
    """A receipt, known only by its keyed hash; `audit_id` is the entry that proves the submission."""

    __tablename__ = "receipts"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    receipt_hash: Mapped[bytes] = mapped_column(sa.LargeBinary, unique=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    commitment: Mapped[bytes] = mapped_column(sa.LargeBinary, unique=True)
    audit_id: Mapped[UUID] = mapped_column(sa.Uuid)
    voided: Mapped[bool] = mapped_column(sa.Boolean)


class MessageRow(Base):
    """One message between the reporter and the office, sealed; the reporter's side is dated to the day."""

    __tablename__ = "messages"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inserted: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(always=True))
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    sender: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    on: Mapped[date] = mapped_column(sa.Date)


class ExtractRow(Base):
    """What a competent department gets to read: written by staff, without the reporter."""

    __tablename__ = "extracts"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    to_path: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    made_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class OpinionRow(Base):
    """A written opinion on a demand (处理意见), sealed; the newest is the answer."""

    __tablename__ = "opinions"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    view: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    by_path: Mapped[str] = mapped_column(sa.Text)
    on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
