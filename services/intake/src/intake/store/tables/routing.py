"""The tables of routing: what a receipt opens besides, what crossed at each hand-over, who is declared for what."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base


class ReceiptMatterRow(Base):
    """A matter that a receipt opens besides the one it was given for: the report split from a demand."""

    __tablename__ = "receipt_matters"

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    origin_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)


class DisclosureRow(Base):
    """One crossing of a border: which categories of data went along, and which were withheld. Codes only."""

    __tablename__ = "disclosures"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inserted: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(always=True))
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    from_path: Mapped[str] = mapped_column(sa.Text)
    to_path: Mapped[str | None] = mapped_column(sa.Text)
    crossed: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    withheld: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    number: Mapped[str | None] = mapped_column(sa.Text)
    by_id: Mapped[str] = mapped_column(sa.Text)
    sign_off_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class PaperRow(Base):
    """A paper of an officer about a matter, sealed and only ever added: a result, a ground, a plea."""

    __tablename__ = "papers"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    inserted: Mapped[int] = mapped_column(sa.BigInteger, sa.Identity(always=True))
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)
    made_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ContactAttemptRow(Base):
    """One attempt to reach a reporter who gave a name: how, on which day, and what came of it."""

    __tablename__ = "contact_attempts"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    method: Mapped[str] = mapped_column(sa.Text)
    on: Mapped[date] = mapped_column(sa.Date)
    outcome: Mapped[str] = mapped_column(sa.Text)
    by_id: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class DeclaredColumns:
    """Who is declared for a field in a region; null is every region. Dated, never changed."""

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    field: Mapped[str] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    department_path: Mapped[str] = mapped_column(sa.Text)
    set_by: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


def _one_at_a_time(name: str) -> sa.Index:
    """Return the index that lets one declaration hold for a field in a region."""
    region, open_ = sa.text("coalesce(region, '')"), sa.text("until IS NULL")
    return sa.Index(name, "field", region, unique=True, postgresql_where=open_)


class CompetenceRow(DeclaredColumns, Base):
    """The department declared competent for a field in a region."""

    __tablename__ = "competences"
    __table_args__ = (_one_at_a_time("uq_competences_current"),)


class WatchRow(DeclaredColumns, Base):
    """The supervision office declared to watch a field in a region. Rule: B4."""

    __tablename__ = "watches"
    __table_args__ = (_one_at_a_time("uq_watches_current"),)
