"""Officers, and what they declare about themselves."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from identity.domain.officer_lifecycle import OfficerState
from identity.domain.officers import DUTIES
from identity.domain.relations import RelationKind
from identity.store.tables import Base
from identity.store.tables.organisations import one_of
from shared.process.aggregate import AggregateColumns


class OfficerRow(AggregateColumns, Base):
    """One person's account. `duty` decides which roles may be granted; grants refer to it."""

    __tablename__ = "officers"
    __table_args__ = (
        sa.CheckConstraint(one_of("state", [state.value for state in OfficerState]), name="state"),
        sa.CheckConstraint(one_of("duty", list(DUTIES)), name="duty"),
        sa.CheckConstraint("(state = 'left') = (left_on IS NOT NULL)", name="left_on"),
        sa.UniqueConstraint("id", "duty"),
        sa.Index("ix_officers_organisation_id", "organisation_id", "state"),
        sa.Index(
            "ix_officers_holder_path", "holder_path", postgresql_ops={"holder_path": "text_pattern_ops"}
        ),
        sa.Index("ix_officers_search", "search", postgresql_using="gin"),
    )

    login: Mapped[str] = mapped_column(sa.Text, unique=True)
    name: Mapped[str] = mapped_column(sa.Text)
    organisation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("organisations.id"))
    position: Mapped[str | None] = mapped_column(sa.Text)
    duty: Mapped[str] = mapped_column(sa.Text)
    joined_on: Mapped[date] = mapped_column(sa.Date)
    left_on: Mapped[date | None] = mapped_column(sa.Date)
    successor_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("officers.id"))
    search: Mapped[str] = mapped_column(TSVECTOR)


class RelationRow(Base):
    """A declared relation. Who it is about is sealed; which organisation is concerned is not, for the check."""

    __tablename__ = "declared_relations"
    __table_args__ = (sa.CheckConstraint(one_of("kind", [kind.value for kind in RelationKind]), name="kind"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    organisation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    details: Mapped[bytes] = mapped_column(sa.LargeBinary)
    declared_by: Mapped[str] = mapped_column(sa.Text)
    declared_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class FormerPostRow(Base):
    """A post the officer held elsewhere: a ground to step aside for three years. Rule: 1.6 (P)."""

    __tablename__ = "former_posts"
    __table_args__ = (
        sa.CheckConstraint("organisation_id IS NOT NULL OR unit IS NOT NULL", name="unit"),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name="to_on"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    unit: Mapped[str | None] = mapped_column(sa.Text)
    position: Mapped[str | None] = mapped_column(sa.Text)
    from_on: Mapped[date] = mapped_column(sa.Date)
    to_on: Mapped[date | None] = mapped_column(sa.Date)
    declared_by: Mapped[str] = mapped_column(sa.Text)
    declared_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class OfficerSkillRow(Base):
    """What an officer is good at: a code of the reference list `officer_skill`."""

    __tablename__ = "officer_skills"

    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(sa.Text, primary_key=True)
