"""Organisations and contact zones."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from identity.domain.kinds import OrganisationKind
from identity.domain.organisations import Relation
from identity.store.tables import Base


def one_of(column: str, values: list[str]) -> str:
    """Return the condition that a text column holds one of our words."""
    words = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({words})"


class OrganisationRow(Base):
    """One organisation. A path is unique for ever: a closed organisation keeps it."""

    __tablename__ = "organisations"
    __table_args__ = (
        sa.CheckConstraint(one_of("kind", [kind.value for kind in OrganisationKind]), name="kind"),
        sa.CheckConstraint(one_of("relation", [relation.value for relation in Relation]), name="relation"),
        sa.CheckConstraint("(parent_id IS NULL) = (relation = 'root')", name="root"),
        sa.CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed_on"),
        sa.Index("ix_organisations_path_prefix", "path", postgresql_ops={"path": "text_pattern_ops"}),
        sa.Index("ix_organisations_parent_id", "parent_id"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(sa.Text, unique=True)
    path: Mapped[str] = mapped_column(sa.Text, unique=True)
    parent_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    relation: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    sub_kind: Mapped[str | None] = mapped_column(sa.Text)
    name: Mapped[str] = mapped_column(sa.Text)
    name_en: Mapped[str | None] = mapped_column(sa.Text)
    place_name: Mapped[str | None] = mapped_column(sa.Text)
    place_name_en: Mapped[str | None] = mapped_column(sa.Text)
    host_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    opened_on: Mapped[date] = mapped_column(sa.Date)
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    version: Mapped[int] = mapped_column(sa.BigInteger)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ContactZoneRow(Base):
    """A fixed contact zone (联系片区): the office that leads it, and from where people may be drawn."""

    __tablename__ = "contact_zones"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(sa.Text, unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    office_id: Mapped[UUID] = mapped_column(sa.ForeignKey("organisations.id"))
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    version: Mapped[int] = mapped_column(sa.BigInteger)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ContactZoneMemberRow(Base):
    """An organisation of a zone, or an officer of its pool, from one day to another."""

    __tablename__ = "contact_zone_members"
    __table_args__ = (
        sa.CheckConstraint("(organisation_id IS NULL) <> (officer_id IS NULL)", name="either"),
        sa.Index(
            "uq_contact_zone_members_organisation", "zone_id", "organisation_id",
            unique=True, postgresql_where=sa.text("until_on IS NULL AND organisation_id IS NOT NULL"),
        ),
        sa.Index(
            "uq_contact_zone_members_officer", "zone_id", "officer_id",
            unique=True, postgresql_where=sa.text("until_on IS NULL AND officer_id IS NOT NULL"),
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    zone_id: Mapped[UUID] = mapped_column(sa.ForeignKey("contact_zones.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    officer_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("officers.id"))
    since_on: Mapped[date] = mapped_column(sa.Date)
    until_on: Mapped[date | None] = mapped_column(sa.Date)
