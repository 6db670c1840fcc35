"""What the office makes public and what it reports upward: channels, the board, trend reports, data on units.

What the public reads stands in tables of its own, which hold nothing else.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class PublicChannelRow(Base):
    """A published way to report, in a region or in the whole city. Dated, never changed."""

    __tablename__ = "public_channels"
    __table_args__ = (
        sa.Index(
            "uq_public_channels_current", "channel", sa.text("coalesce(region, '')"), unique=True,
            postgresql_where=sa.text("until IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    region: Mapped[str | None] = mapped_column(sa.Text)
    channel: Mapped[str] = mapped_column(sa.Text)
    address: Mapped[str] = mapped_column(sa.Text)
    hours: Mapped[str] = mapped_column(sa.Text)
    set_by: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class PublicationRow(AggregateColumns, Base):
    """A text for the board, from its draft on."""

    __tablename__ = "publications"

    demand_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    field: Mapped[str | None] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    request: Mapped[str] = mapped_column(sa.Text)
    answer: Mapped[str] = mapped_column(sa.Text)
    published_on: Mapped[date | None] = mapped_column(sa.Date)


class BoardEntryRow(Base):
    """One answered demand as anybody reads it."""

    __tablename__ = "board_entries"
    __table_args__ = (sa.Index("ix_board_entries_list", sa.text("published_on DESC"), sa.text("id DESC")),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    published_on: Mapped[date] = mapped_column(sa.Date)
    field: Mapped[str | None] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    request: Mapped[str] = mapped_column(sa.Text)
    answer: Mapped[str] = mapped_column(sa.Text)
    satisfaction: Mapped[int | None] = mapped_column(sa.SmallInteger)


class BoardCountRow(Base):
    """How many demands were answered in a quarter, as published: counted once, small numbers hidden."""

    __tablename__ = "board_counts"

    first_day: Mapped[date] = mapped_column(sa.Date, primary_key=True)
    cells: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    counted_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class TrendReportRow(AggregateColumns, Base):
    """A trend report: figures as counted, its words sealed."""

    __tablename__ = "trend_reports"

    period_from: Mapped[date] = mapped_column(sa.Date)
    period_to: Mapped[date] = mapped_column(sa.Date)
    recipients: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    figures: Mapped[dict[str, Any]] = mapped_column(JSONB)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    issued_on: Mapped[date | None] = mapped_column(sa.Date)


class UnitDataRequestRow(AggregateColumns, Base):
    """A request for data on a unit; why it is asked lies sealed."""

    __tablename__ = "unit_data_requests"

    unit: Mapped[str] = mapped_column(sa.Text)
    period_from: Mapped[date] = mapped_column(sa.Date)
    period_to: Mapped[date] = mapped_column(sa.Date)
    asked_by: Mapped[str] = mapped_column(sa.Text)
    asked_path: Mapped[str] = mapped_column(sa.Text)
    reason: Mapped[bytes] = mapped_column(sa.LargeBinary)
    supplied: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    supplied_on: Mapped[date | None] = mapped_column(sa.Date)
