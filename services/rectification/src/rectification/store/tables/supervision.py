"""Daily supervision: measures carried out and planned, checks, renewed feedback, consultations, hand-overs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from rectification.store.tables.base import Base
from shared.process.aggregate import AggregateColumns


class SupervisionMeasureRow(Base):
    """A measure that was carried out (监督措施)."""

    __tablename__ = "supervision_measures"
    __table_args__ = (sa.Index("ix_supervision_measures_held", "inspected_organization_id", "held_on", "id"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(sa.ForeignKey("inspected_organizations.id"))
    kind: Mapped[str] = mapped_column(sa.Text)
    mechanism: Mapped[str] = mapped_column(sa.Text)
    focuses: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    held_on: Mapped[date] = mapped_column(sa.Date)
    object: Mapped[str] = mapped_column(sa.Text)
    problems: Mapped[str] = mapped_column(sa.Text)
    follow_up: Mapped[str] = mapped_column(sa.Text)
    item_ids: Mapped[list[UUID]] = mapped_column(ARRAY(sa.Uuid))
    body_path: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str] = mapped_column(sa.Text)
    special_check_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("special_checks.id"), index=True)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class PlannedMeasureRow(AggregateColumns, Base):
    """A measure in the calendar (监督计划); a recurring one is followed by exactly one next."""

    __tablename__ = "planned_measures"
    __table_args__ = (
        sa.UniqueConstraint("previous_id"),
        sa.Index("ix_planned_measures_list", "planned_on", "id"),
        sa.CheckConstraint("recurrence IN ('none', 'weekly', 'monthly', 'quarterly')", name="recurrence"),
    )

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    kind: Mapped[str] = mapped_column(sa.Text)
    mechanism: Mapped[str] = mapped_column(sa.Text)
    planned_on: Mapped[date] = mapped_column(sa.Date)
    recurrence: Mapped[str] = mapped_column(sa.Text)
    anchor_day: Mapped[int] = mapped_column(sa.SmallInteger)
    note: Mapped[str] = mapped_column(sa.Text)
    until_on: Mapped[date | None] = mapped_column(sa.Date)
    previous_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("planned_measures.id"))
    measure_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("supervision_measures.id"))


class SpecialCheckRow(AggregateColumns, Base):
    """A special check (专项检查) over several organisations."""

    __tablename__ = "special_checks"
    __table_args__ = (sa.Index("ix_special_checks_list", sa.text("planned_on DESC"), sa.text("id DESC")),)

    title: Mapped[str] = mapped_column(sa.Text)
    scheme: Mapped[str] = mapped_column(sa.Text)
    planned_on: Mapped[date] = mapped_column(sa.Date)
    inspectors: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)


class SpecialCheckUnitRow(Base):
    """One organisation on the list of a special check, and what was found there."""

    __tablename__ = "special_check_units"

    special_check_id: Mapped[UUID] = mapped_column(sa.ForeignKey("special_checks.id"), primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), primary_key=True
    )
    result: Mapped[str | None] = mapped_column(sa.Text)
    problems: Mapped[str] = mapped_column(sa.Text)
    item_ids: Mapped[list[UUID]] = mapped_column(ARRAY(sa.Uuid), comment="items found not done")
    checked_on: Mapped[date | None] = mapped_column(sa.Date)


class ReFeedbackRow(AggregateColumns, Base):
    """Renewed feedback (再反馈、再督导): the items not done, and the date in the letter."""

    __tablename__ = "re_feedbacks"
    __table_args__ = (sa.Index("ix_re_feedbacks_list", sa.text("created_at DESC"), sa.text("id DESC")),)

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    items: Mapped[list[UUID]] = mapped_column(ARRAY(sa.Uuid))
    delivered_on: Mapped[date] = mapped_column(sa.Date)
    reply_by: Mapped[date] = mapped_column(sa.Date)
    special_check_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("special_checks.id"))
    answered_on: Mapped[date | None] = mapped_column(sa.Date)
    returned: Mapped[int] = mapped_column(sa.SmallInteger)


class ConsultationRow(AggregateColumns, Base):
    """A consultation on problems (问题会商)."""

    __tablename__ = "issue_consultations"
    __table_args__ = (sa.Index("ix_issue_consultations_list", sa.text("held_on DESC"), sa.text("id DESC")),)

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    topic: Mapped[str] = mapped_column(sa.Text)
    held_on: Mapped[date] = mapped_column(sa.Date)
    bodies: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), comment="paths of the bodies taking part")
    conclusion: Mapped[str] = mapped_column(sa.Text)
    tasks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, comment="text, owner, due_on")
    asks_inspected: Mapped[bool] = mapped_column(sa.Boolean)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)


class MaterialHandoverRow(AggregateColumns, Base):
    """A hand-over of material (材料移交) with receipt and time."""

    __tablename__ = "material_handovers"
    __table_args__ = (sa.Index("ix_material_handovers_list", sa.text("created_at DESC"), sa.text("id DESC")),)

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    receiver_path: Mapped[str] = mapped_column(sa.Text)
    materials: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    handed_over_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    settled_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    settled_by: Mapped[str | None] = mapped_column(sa.Text)
