"""The tables of what is kept from eyes: stubs of sealed matters, and the leaders whose reports go up unread."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class StubRow(AggregateColumns, Base):
    """All that is kept of a matter that went up sealed."""

    __tablename__ = "stubs"

    channel: Mapped[str] = mapped_column(sa.Text)
    received_on: Mapped[date] = mapped_column(sa.Date)
    report_id: Mapped[UUID | None] = mapped_column(sa.Uuid, unique=True)
    package_sha256: Mapped[str | None] = mapped_column(sa.Text)
    forwarded_on: Mapped[date | None] = mapped_column(sa.Date)
    courier: Mapped[str | None] = mapped_column(sa.Text)
    signed_for_by: Mapped[str | None] = mapped_column(sa.Text)
    signed_for_on: Mapped[date | None] = mapped_column(sa.Date)


class LeaderRow(Base):
    """The principal leader of an organ, from one day to another. Officials' names are public."""

    __tablename__ = "leaders"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    organ_path: Mapped[str] = mapped_column(sa.Text)
    name: Mapped[str] = mapped_column(sa.Text)
    set_by: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
