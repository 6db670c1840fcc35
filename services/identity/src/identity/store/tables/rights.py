"""Dated rights. `in_force` is what the worker last made known; tokens are made from the dates themselves."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from identity.store.tables import Base
from identity.store.tables.organisations import one_of
from shared.auth.roles import ADMINISTRATORS, Role
from shared.auth.secrecy import SecrecyLevel

_ADMINISTRATORS = ", ".join(f"'{role.value}'" for role in sorted(ADMINISTRATORS))
DUTY = (
    f"CASE WHEN ended_at IS NOT NULL THEN NULL WHEN role IN ({_ADMINISTRATORS}) THEN role ELSE 'business' END"
)
"""The duty a grant needs while it has not ended; none afterwards, so that the past binds nobody."""


class Dated:
    """Columns of everything that begins and ends on a day."""

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    begins_on: Mapped[date] = mapped_column(sa.Date)
    in_force: Mapped[bool] = mapped_column(sa.Boolean)
    made_by: Mapped[str] = mapped_column(sa.Text)
    made_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    reason: Mapped[str | None] = mapped_column(sa.Text)
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    ended_by: Mapped[str | None] = mapped_column(sa.Text)
    version: Mapped[int] = mapped_column(sa.BigInteger)


class RoleGrantRow(Dated, Base):
    """A role over an organisation. The foreign key to `officers.duty` keeps the three administrators apart."""

    __tablename__ = "role_grants"
    __table_args__ = (
        sa.CheckConstraint(one_of("role", [role.value for role in Role]), name="role"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="ends_on"),
        sa.ForeignKeyConstraint(["officer_id", "duty"], ["officers.id", "officers.duty"], name="fk_role_grants_duty"),
        sa.Index("ix_role_grants_officer_id", "officer_id", postgresql_where=sa.text("ended_at IS NULL")),
        sa.Index("ix_role_grants_organisation_id", "organisation_id", postgresql_where=sa.text("ended_at IS NULL")),
        sa.Index(
            "uq_role_grants_open", "officer_id", "role", "organisation_id", "begins_on",
            unique=True, postgresql_where=sa.text("ended_at IS NULL"),
        ),
    )  # fmt: skip

    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"))
    role: Mapped[str] = mapped_column(sa.Text)
    organisation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("organisations.id"))
    subtree: Mapped[bool] = mapped_column(sa.Boolean)
    ends_on: Mapped[date | None] = mapped_column(sa.Date)
    duty: Mapped[str | None] = mapped_column(sa.Text, sa.Computed(DUTY, persisted=True))


class DelegationRow(Dated, Base):
    """A signing right lent to somebody else for some days. Rule: 1.2."""

    __tablename__ = "delegations"
    __table_args__ = (
        sa.CheckConstraint("ends_on >= begins_on", name="ends_on"),
        sa.CheckConstraint("from_officer <> to_officer", name="other"),
        sa.Index("ix_delegations_grant_id", "grant_id", postgresql_where=sa.text("ended_at IS NULL")),
        sa.Index("ix_delegations_to_officer", "to_officer", postgresql_where=sa.text("ended_at IS NULL")),
        sa.Index("ix_delegations_from_officer", "from_officer", postgresql_where=sa.text("ended_at IS NULL")),
    )

    grant_id: Mapped[UUID] = mapped_column(sa.ForeignKey("role_grants.id"))
    from_officer: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"))
    to_officer: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"))
    ends_on: Mapped[date] = mapped_column(sa.Date)


class ClearanceRow(Dated, Base):
    """Up to which secrecy level a person may see. Rule: 1.5."""

    __tablename__ = "clearances"
    __table_args__ = (
        sa.CheckConstraint(one_of("level", [level.value for level in SecrecyLevel]), name="level"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="ends_on"),
        sa.Index("ix_clearances_officer_id", "officer_id", postgresql_where=sa.text("ended_at IS NULL")),
    )

    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"))
    level: Mapped[str] = mapped_column(sa.Text)
    ends_on: Mapped[date | None] = mapped_column(sa.Date)
    order_number: Mapped[str | None] = mapped_column(sa.Text)
