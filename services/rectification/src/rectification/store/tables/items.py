"""Rectification items, their milestones and evidence, and every verdict on them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from rectification.store.tables.base import Base
from shared.process.aggregate import AggregateColumns


class ItemRow(AggregateColumns, Base):
    """A rectification item (整改事项)."""

    __tablename__ = "rectification_items"
    __table_args__ = (
        sa.Index("ix_rectification_items_list", "due_on", "id"),
        sa.Index("ix_rectification_items_state", "state", "due_on", "id"),
        sa.CheckConstraint(
            "(finding_id IS NULL) <> (recommendation_id IS NULL)", name="of_a_finding_or_a_recommendation"
        ),
    )

    organisation_path: Mapped[str] = mapped_column(sa.Text)
    inspected_organization_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    finding_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("findings.id"), index=True)
    recommendation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("recommendations.id"), index=True)
    title: Mapped[str] = mapped_column(sa.Text)
    measures: Mapped[str] = mapped_column(sa.Text)
    owner: Mapped[str] = mapped_column(sa.Text, comment="the member of the leadership who is responsible")
    unit: Mapped[str] = mapped_column(sa.Text, comment="the unit that does it")
    integration_theme: Mapped[str | None] = mapped_column(sa.Text)
    due_on: Mapped[date] = mapped_column(sa.Date)
    first_due_on: Mapped[date] = mapped_column(sa.Date)
    is_long_term: Mapped[bool] = mapped_column(sa.Boolean)
    submitted_on: Mapped[date | None] = mapped_column(sa.Date)
    verifier_path: Mapped[str | None] = mapped_column(sa.Text, comment="the body that verified it last")
    verified_on: Mapped[date | None] = mapped_column(sa.Date)
    is_on_time: Mapped[bool | None] = mapped_column(sa.Boolean)
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    rebounds: Mapped[int] = mapped_column(sa.SmallInteger)
    false_outcomes: Mapped[int] = mapped_column(sa.SmallInteger)


class MilestoneRow(Base):
    """A milestone (阶段目标) of a long-term item."""

    __tablename__ = "milestones"
    __table_args__ = (sa.UniqueConstraint("item_id", "ordinal"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("rectification_items.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    title: Mapped[str] = mapped_column(sa.Text)
    due_on: Mapped[date] = mapped_column(sa.Date)
    reached_on: Mapped[date | None] = mapped_column(sa.Date)


class EvidenceRow(Base):
    """A piece of evidence: one version of one file, with the days between which it says something."""

    __tablename__ = "evidence"
    __table_args__ = (sa.UniqueConstraint("series_id", "version"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("rectification_items.id"), index=True)
    milestone_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("milestones.id"))
    series_id: Mapped[UUID] = mapped_column(sa.Uuid, comment="the first version's id")
    version: Mapped[int] = mapped_column(sa.SmallInteger)
    title: Mapped[str] = mapped_column(sa.Text)
    attachment_id: Mapped[UUID] = mapped_column(sa.Uuid)
    sha256: Mapped[bytes] = mapped_column(sa.LargeBinary)
    effective_on: Mapped[date] = mapped_column(sa.Date)
    expires_on: Mapped[date | None] = mapped_column(sa.Date)
    added_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ItemVerificationRow(Base):
    """What a verifying body found, and what became of an item afterwards. Never changed: an acceptance stays."""

    __tablename__ = "item_verifications"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("rectification_items.id"), index=True)
    result: Mapped[str] = mapped_column(sa.Text, comment="verified, rejected, rebound, false or superficial")
    method: Mapped[str | None] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    body_path: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str] = mapped_column(sa.Text)
    done_on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class FalseChargeRow(Base):
    """False or superficial rectification on the account of one body: who rectified, verified or struck it off."""

    __tablename__ = "false_charges"
    __table_args__ = (
        sa.UniqueConstraint("false_rectification_id", "part"),
        sa.CheckConstraint("part IN ('rectified', 'verified', 'struck_off')", name="part"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    false_rectification_id: Mapped[UUID] = mapped_column(sa.ForeignKey("false_rectifications.id"))
    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("rectification_items.id"), index=True)
    inspected_organization_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    part: Mapped[str] = mapped_column(sa.Text, comment="what the body had done")
    body_path: Mapped[str] = mapped_column(sa.Text)
    charged_on: Mapped[date] = mapped_column(sa.Date)


class FalseRectificationRow(Base):
    """False or superficial rectification, charged to who did it and to who had accepted it."""

    __tablename__ = "false_rectifications"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("rectification_items.id"), index=True)
    inspected_organization_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    outcome: Mapped[str] = mapped_column(sa.Text)
    found_by: Mapped[str] = mapped_column(sa.Text)
    rectifier_path: Mapped[str] = mapped_column(sa.Text)
    acceptor_path: Mapped[str] = mapped_column(sa.Text)
    accepted_on: Mapped[date] = mapped_column(sa.Date)
    found_on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
