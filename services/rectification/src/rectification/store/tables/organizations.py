"""Rounds, inspected organisations, what was found and handed over, how plans and reports were reviewed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from rectification.store.tables.base import Base
from shared.papers import PaperColumns
from shared.process.aggregate import AggregateColumns


class InspectionRoundRow(AggregateColumns, Base):
    """An inspection round (巡察轮次) with its own window."""

    __tablename__ = "inspection_rounds"
    __table_args__ = (
        sa.UniqueConstraint("holder_path", "term", "ordinal", "kind"),
        sa.Index("ix_inspection_rounds_list", sa.text("began_on DESC"), sa.text("id DESC")),
    )

    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    term: Mapped[str] = mapped_column(sa.Text)
    name: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    window_months: Mapped[int] = mapped_column(sa.SmallInteger)
    began_on: Mapped[date] = mapped_column(sa.Date)


class InspectedOrganizationRow(AggregateColumns, Base):
    """One Party organisation in one round (被巡察党组织)."""

    __tablename__ = "inspected_organizations"
    __table_args__ = (
        sa.UniqueConstraint("round_id", "organisation_path"),
        sa.Index("ix_inspected_organizations_list", sa.text("created_at DESC"), sa.text("id DESC")),
    )

    round_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspection_rounds.id"))
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    commission_path: Mapped[str] = mapped_column(sa.Text, comment="the commission's office that supervises")
    department_path: Mapped[str] = mapped_column(sa.Text, comment="the organisation department")
    unit_path: Mapped[str | None] = mapped_column(sa.Text, comment="the body whose Party organisation it is")
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    window_months: Mapped[int] = mapped_column(sa.SmallInteger)
    first_responsible: Mapped[str] = mapped_column(sa.Text)
    contact: Mapped[str] = mapped_column(sa.Text)
    members: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, comment="name, position, portfolio")
    earlier_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    feedback_on: Mapped[date | None] = mapped_column(sa.Date)
    window_ends_on: Mapped[date | None] = mapped_column(sa.Date)
    plan_version: Mapped[int] = mapped_column(sa.Integer)
    plan_approved_on: Mapped[date | None] = mapped_column(sa.Date)
    report_version: Mapped[int] = mapped_column(sa.Integer)
    report_submitted_on: Mapped[date | None] = mapped_column(sa.Date)
    report_accepted_on: Mapped[date | None] = mapped_column(sa.Date)
    grade: Mapped[str | None] = mapped_column(sa.Text)
    score: Mapped[Decimal | None] = mapped_column(sa.Numeric(4, 1))


class FindingRow(Base):
    """A problem fed back (反馈问题)."""

    __tablename__ = "findings"
    __table_args__ = (sa.UniqueConstraint("inspected_organization_id", "ordinal"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    category: Mapped[str] = mapped_column(sa.Text)
    severity: Mapped[str] = mapped_column(sa.Text)
    basis: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    earlier_finding_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("findings.id"))
    reopened_on: Mapped[date | None] = mapped_column(sa.Date)
    withdrawn_on: Mapped[date | None] = mapped_column(sa.Date, comment="taken back before the feedback")


class HandedClueRow(AggregateColumns, Base):
    """One entry of the clue hand-over list (问题线索移交清单): codes and dates."""

    __tablename__ = "transferred_clues"
    __table_args__ = (sa.Index("ix_transferred_clues_list", sa.text("created_at DESC"), sa.text("id DESC")),)

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    finding_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("findings.id"))
    receiver_path: Mapped[str] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    field: Mapped[str | None] = mapped_column(sa.Text)
    problem_types: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    transferred_on: Mapped[date | None] = mapped_column(sa.Date)
    clue_id: Mapped[UUID | None] = mapped_column(sa.Uuid, comment="the clue in casework")
    truth_grade: Mapped[str | None] = mapped_column(sa.Text)
    way: Mapped[str | None] = mapped_column(sa.Text)
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)


class JointReviewRow(AggregateColumns, Base):
    """A joint review (会审) of one version of the plan or of the reports."""

    __tablename__ = "joint_reviews"
    __table_args__ = (
        sa.UniqueConstraint("inspected_organization_id", "subject", "paper_version"),
        sa.Index("ix_joint_reviews_list", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.CheckConstraint("subject IN ('plan', 'report')", name="subject"),
    )

    inspected_organization_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    subject: Mapped[str] = mapped_column(sa.Text)
    paper_version: Mapped[int] = mapped_column(sa.Integer)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)


class JointOpinionRow(Base):
    """What one of the three bodies said in a joint review; a later opinion stands beside the earlier."""

    __tablename__ = "joint_opinions"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    joint_review_id: Mapped[UUID] = mapped_column(sa.ForeignKey("joint_reviews.id"), index=True)
    body: Mapped[str] = mapped_column(sa.Text)
    verdict: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    given_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ProgressCheckRow(Base):
    """The first responsible person checked how far the rectification is (第一责任人调度检查)."""

    __tablename__ = "progress_checks"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    held_on: Mapped[date] = mapped_column(sa.Date)
    recorded_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class HandlingAdviceRow(Base):
    """Organisational handling that the inspection advised (组织处理建议), sealed, and what was done about it."""

    __tablename__ = "handling_advices"
    __table_args__ = (sa.UniqueConstraint("inspected_organization_id", "ordinal"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    advised_by: Mapped[str] = mapped_column(sa.Text)
    advised_on: Mapped[date] = mapped_column(sa.Date)
    done: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    carried_out_by: Mapped[str | None] = mapped_column(sa.Text)
    carried_out_on: Mapped[date | None] = mapped_column(sa.Date)


class LinkedDemandRow(Base):
    """A demand of the people (民生诉求) that is about a finding, by its id in intake."""

    __tablename__ = "linked_demands"
    __table_args__ = (sa.UniqueConstraint("inspected_organization_id", "demand_id"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    finding_id: Mapped[UUID] = mapped_column(sa.ForeignKey("findings.id"))
    demand_id: Mapped[UUID] = mapped_column(sa.Uuid, comment="the demand in intake")
    linked_by: Mapped[str] = mapped_column(sa.Text)
    linked_on: Mapped[date] = mapped_column(sa.Date)


class AnsweredDemandRow(Base):
    """A demand that was answered, as intake told: its id and the day, linked or not, for it may be linked later."""

    __tablename__ = "answered_demands"

    demand_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    answered_on: Mapped[date] = mapped_column(sa.Date, comment="when intake told of it")


class PublicationRow(Base):
    """A text published inside the Party or to the public (公开整改情况)."""

    __tablename__ = "publications"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    scope: Mapped[str] = mapped_column(sa.Text)
    place: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    published_on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class PaperRow(PaperColumns, Base):
    """A paper (文书) about any object of this service, sealed."""

    __tablename__ = "papers"
    __table_args__ = (sa.UniqueConstraint("object_id", "kind", "version"),)
