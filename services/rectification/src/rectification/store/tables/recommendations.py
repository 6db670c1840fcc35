"""Recommendations, lighter papers, and systems built because of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from rectification.store.tables.base import Base
from shared.process.aggregate import AggregateColumns


class RecommendationRow(AggregateColumns, Base):
    """A recommendation (纪律检查建议、监察建议): codes, dates and references."""

    __tablename__ = "recommendations"
    __table_args__ = (
        sa.Index("ix_recommendations_list", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index("ix_recommendations_state", "state", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index("ix_recommendations_origin", "origin_id"),
    )

    kind: Mapped[str] = mapped_column(sa.Text)
    addressee_path: Mapped[str] = mapped_column(sa.Text)
    origin_type: Mapped[str] = mapped_column(sa.Text)
    origin_id: Mapped[UUID] = mapped_column(sa.Uuid, comment="often in another service: no foreign key")
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    reply_by: Mapped[date | None] = mapped_column(sa.Date, comment="the date the letter writes")
    missed_dates: Mapped[int] = mapped_column(sa.SmallInteger)
    delivered_on: Mapped[date | None] = mapped_column(sa.Date)
    acceptance: Mapped[str | None] = mapped_column(sa.Text)
    replied_on: Mapped[date | None] = mapped_column(sa.Date)
    superior_path: Mapped[str | None] = mapped_column(sa.Text)
    item_id: Mapped[UUID | None] = mapped_column(sa.Uuid, comment="the item that serving it opened")
    closed_on: Mapped[date | None] = mapped_column(sa.Date)


class ReminderRow(AggregateColumns, Base):
    """A work reminder, reminder interview or internal notice (工作提醒、约谈提醒、内部通报)."""

    __tablename__ = "reminders"
    __table_args__ = (sa.Index("ix_reminders_list", sa.text("created_at DESC"), sa.text("id DESC")),)

    kind: Mapped[str] = mapped_column(sa.Text)
    addressee_path: Mapped[str] = mapped_column(sa.Text)
    inspected_organization_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    reply_by: Mapped[date | None] = mapped_column(sa.Date)
    delivered_on: Mapped[date | None] = mapped_column(sa.Date)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)


class SystemBuiltRow(AggregateColumns, Base):
    """A system made or revised (建立完善制度), and the finding, case or recommendation it answers."""

    __tablename__ = "systems_built"
    __table_args__ = (sa.Index("ix_systems_built_list", sa.text("effective_on DESC"), sa.text("id DESC")),)

    title: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    effective_on: Mapped[date] = mapped_column(sa.Date)
    inspected_organization_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    finding_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("findings.id"))
    item_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("rectification_items.id"))
    recommendation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("recommendations.id"))
    case_id: Mapped[UUID | None] = mapped_column(sa.Uuid, comment="in casework")
