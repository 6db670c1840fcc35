"""Clues, what is done to find out about them, and the papers written on the way."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from shared.papers import PaperColumns
from shared.process.aggregate import AggregateColumns


class ClueRow(AggregateColumns, Base):
    """A clue (问题线索): codes, dates and references."""

    __tablename__ = "clues"
    __table_args__ = (
        sa.Index("ix_clues_held", "holder_path", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.Index("ix_clues_list", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.Index("ix_clues_state", "state", sa.text("received_on DESC"), sa.text("id DESC")),
        sa.Index("ix_clues_holder_path", "holder_path", postgresql_ops={"holder_path": "text_pattern_ops"}),
        sa.Index("ix_clues_merged_into", "merged_into", postgresql_where=sa.text("merged_into IS NOT NULL")),
        sa.Index("ix_clues_split_from", "split_from", postgresql_where=sa.text("split_from IS NOT NULL")),
        sa.Index("ix_clues_unscreened", "created_at", postgresql_where=sa.text("NOT is_screened")),
        sa.Index("ix_clues_next_look_on", "next_look_on", postgresql_where=sa.text("state = 'on_hold'")),
    )

    source: Mapped[str] = mapped_column(sa.Text)
    received_on: Mapped[date] = mapped_column(sa.Date)
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    is_named: Mapped[bool] = mapped_column(sa.Boolean)
    problem_types: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    subject_organisations: Mapped[list[str]] = mapped_column(
        ARRAY(sa.Text), comment="codes of the subjects' units"
    )
    category: Mapped[str | None] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    field: Mapped[str | None] = mapped_column(sa.Text)
    amount: Mapped[int | None] = mapped_column(sa.BigInteger, comment="yuan cents")
    report_id: Mapped[UUID | None] = mapped_column(sa.Uuid, comment="the first of its reports, if any")
    office_path: Mapped[str | None] = mapped_column(sa.Text)
    case_type: Mapped[str | None] = mapped_column(sa.Text)
    is_committee_managed: Mapped[bool] = mapped_column(sa.Boolean)
    heads_lower_committee: Mapped[bool] = mapped_column(sa.Boolean)
    reports_up: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false())
    reported_up_on: Mapped[date | None] = mapped_column(sa.Date)
    disposal_reported_up_on: Mapped[date | None] = mapped_column(sa.Date)
    gate_is_complete: Mapped[bool] = mapped_column(sa.Boolean)
    overlaps: Mapped[int] = mapped_column(sa.Integer)
    way: Mapped[str | None] = mapped_column(sa.Text)
    verification_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    talk_inquiry_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    next_look_on: Mapped[date | None] = mapped_column(sa.Date)
    ground: Mapped[str | None] = mapped_column(sa.Text)
    truth_grade: Mapped[str | None] = mapped_column(sa.Text)
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)
    merged_into: Mapped[UUID | None] = mapped_column(sa.Uuid)
    split_from: Mapped[UUID | None] = mapped_column(sa.Uuid)
    reopened_from: Mapped[UUID | None] = mapped_column(sa.Uuid)
    clearing: Mapped[str | None] = mapped_column(sa.Text)
    is_screened: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.true())
    is_own_staff: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false())
    signed_for_by: Mapped[str | None] = mapped_column(sa.Text)
    signed_for_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class ClueOriginRow(Base):
    """What a clue comes from: a report in intake, a finding in rectification. Ids only, never the text.

    `via_clue_id` is the clue that was merged into this one and brought the link along; unmerging ends it.
    """

    __tablename__ = "clue_origins"

    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True, index=True)
    linked_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    via_clue_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class VerificationRow(AggregateColumns, Base):
    """A preliminary verification (初步核实) of a clue."""

    __tablename__ = "verifications"
    __table_args__ = (
        sa.Index("ix_verifications_state", "state", sa.text("created_at DESC"), sa.text("id DESC")),
    )

    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), index=True)
    heads_lower_committee: Mapped[bool] = mapped_column(sa.Boolean)
    truth_grade: Mapped[str | None] = mapped_column(sa.Text)
    proposal: Mapped[str | None] = mapped_column(sa.Text)
    report_version: Mapped[int] = mapped_column(sa.Integer)


class MemberRow(Base):
    """An officer in a verification team, from a day to a day."""

    __tablename__ = "verification_members"
    __table_args__ = (
        sa.Index(
            "uq_verification_members_present", "verification_id", "officer_id",
            unique=True, postgresql_where=sa.text("until IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    verification_id: Mapped[UUID] = mapped_column(sa.ForeignKey("verifications.id"))
    officer_id: Mapped[str] = mapped_column(sa.Text)
    login: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class ReportSignatureRow(Base):
    """A team member's signature under one version of the report. Rule: V-4."""

    __tablename__ = "report_signatures"

    verification_id: Mapped[UUID] = mapped_column(sa.ForeignKey("verifications.id"), primary_key=True)
    report_version: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    officer_id: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    paper_sha256: Mapped[bytes] = mapped_column(sa.LargeBinary)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class TalkInquiryRow(AggregateColumns, Base):
    """A talk or letter of inquiry (谈话函询) about a clue."""

    __tablename__ = "talk_inquiries"
    __table_args__ = (
        sa.Index("ix_talk_inquiries_state", "state", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.CheckConstraint("form IN ('talk', 'letter')", name="form"),
    )

    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), index=True)
    heads_lower_committee: Mapped[bool] = mapped_column(sa.Boolean)
    form: Mapped[str | None] = mapped_column(sa.Text)
    rounds: Mapped[int] = mapped_column(sa.SmallInteger)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    is_countersigned: Mapped[bool] = mapped_column(sa.Boolean)
    led_by: Mapped[str | None] = mapped_column(sa.Text)
    letter_received_on: Mapped[date | None] = mapped_column(sa.Date)
    measure: Mapped[str | None] = mapped_column(sa.Text)
    sample_check: Mapped[str | None] = mapped_column(sa.Text)
    meeting_kind: Mapped[str | None] = mapped_column(sa.Text)
    meeting_held_on: Mapped[date | None] = mapped_column(sa.Date)
    is_explained: Mapped[bool | None] = mapped_column(sa.Boolean)


class PaperRow(PaperColumns, Base):
    """A paper (文书) about a clue, a verification or a talk, sealed. Corrections are new versions.

    Rule: 1.8.
    """

    __tablename__ = "papers"
    __table_args__ = (sa.UniqueConstraint("object_id", "kind", "version"),)
