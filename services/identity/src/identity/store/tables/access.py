"""Credentials, sessions and clients."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from identity.domain.clients import ClientKind
from identity.store.tables import Base
from identity.store.tables.organisations import one_of


class CredentialRow(Base):
    """What an officer logs in with. `epoch` rises when credentials change; older device tokens are worth nothing."""

    __tablename__ = "credentials"

    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"), primary_key=True)
    password_hash: Mapped[str | None] = mapped_column(sa.Text)
    must_change: Mapped[bool] = mapped_column(sa.Boolean)
    epoch: Mapped[int] = mapped_column(sa.Integer)
    totp_secret: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    totp_pending: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    totp_last_step: Mapped[int | None] = mapped_column(sa.BigInteger)
    changed_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class LoginFailureRow(Base):
    """Failures of one account on one device, or on all unknown ones; the key is a keyed hash, so it names nobody."""

    __tablename__ = "login_failures"

    key: Mapped[bytes] = mapped_column(sa.LargeBinary, primary_key=True)
    failures: Mapped[float] = mapped_column(sa.Double)
    last_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), index=True)


class SpentProofRow(Base):
    """A proof of work that was used; it does not count twice."""

    __tablename__ = "spent_proofs"

    digest: Mapped[bytes] = mapped_column(sa.LargeBinary, primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), index=True)


class SessionRow(Base):
    """One log-in: the family of its refresh tokens."""

    __tablename__ = "sessions"
    __table_args__ = (
        sa.Index("ix_sessions_officer_id", "officer_id", postgresql_where=sa.text("revoked_at IS NULL")),
        sa.Index("ix_sessions_ends_at", "ends_at"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    officer_id: Mapped[UUID] = mapped_column(sa.ForeignKey("officers.id"))
    started_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    ends_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    last_used_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    revoked_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    revoked_why: Mapped[str | None] = mapped_column(sa.Text)


class RefreshTokenRow(Base):
    """A refresh token by its hash. `successor` is the hash of the token it was exchanged for."""

    __tablename__ = "refresh_tokens"

    digest: Mapped[bytes] = mapped_column(sa.LargeBinary, primary_key=True)
    session_id: Mapped[UUID] = mapped_column(sa.ForeignKey("sessions.id", ondelete="CASCADE"), index=True)
    issued_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    idle_s: Mapped[int] = mapped_column(sa.Integer)
    used_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    successor: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class ClientRow(Base):
    """A system with keys of its own."""

    __tablename__ = "clients"
    __table_args__ = (
        sa.CheckConstraint(one_of("kind", [kind.value for kind in ClientKind]), name="kind"),
        sa.CheckConstraint("kind = 'service' OR organisation_id IS NOT NULL", name="organisation_id"),
    )

    id: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    name: Mapped[str] = mapped_column(sa.Text)
    organisation_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("organisations.id"))
    audiences: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    roles: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    event_types: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    keys: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    is_enabled: Mapped[bool] = mapped_column(sa.Boolean)
    version: Mapped[int] = mapped_column(sa.BigInteger)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class ClientAssertionRow(Base):
    """An assertion a client proved itself with; each is good once."""

    __tablename__ = "client_assertions"

    client_id: Mapped[str] = mapped_column(sa.ForeignKey("clients.id"), primary_key=True)
    jti: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), index=True)
