"""Sessions and their refresh tokens."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from identity.store.tables.access import RefreshTokenRow, SessionRow
from shared.auth.refresh import StoredRefresh
from shared.db import Transaction
from shared.db.engine import Row

sessions: sa.Table = SessionRow.__table__  # type: ignore[assignment]
tokens: sa.Table = RefreshTokenRow.__table__  # type: ignore[assignment]
_next = tokens.alias("next")


class Presented(NamedTuple):
    """A refresh token as it was found, with its officer and the hash of what followed it."""

    stored: StoredRefresh
    session_id: UUID
    officer_id: UUID
    successor: bytes | None


def add_session(
    tx: Transaction, session_id: UUID, officer_id: UUID, *, at: datetime, ends_at: datetime
) -> None:
    """Queue a new session."""
    tx.add(sessions, id=session_id, officer_id=officer_id, started_at=at, ends_at=ends_at, last_used_at=at)


def add_token(tx: Transaction, digest: bytes, session_id: UUID, *, at: datetime, idle: timedelta) -> None:
    """Queue a refresh token of a session, by its hash."""
    tx.add(tokens, digest=digest, session_id=session_id, issued_at=at, idle_s=int(idle.total_seconds()))


async def lock_token(tx: Transaction, digest: bytes) -> Presented | None:
    """Find a refresh token and lock its session, so that two askers come one after the other."""
    session_id = await tx.scalar(sa.select(tokens.c.session_id).where(tokens.c.digest == digest))
    if session_id is None:
        return None
    await tx.one(sa.select(sessions.c.id).where(sessions.c.id == session_id).with_for_update())
    row = await tx.one(
        sa.select(
            *tokens.c, sessions.c.officer_id, sessions.c.started_at, sessions.c.revoked_at,
            _next.c.used_at.label("next_used_at"),
        )
        .join(sessions, sessions.c.id == tokens.c.session_id)
        .outerjoin(_next, _next.c.digest == tokens.c.successor)
        .where(tokens.c.digest == digest)
    )  # fmt: skip
    return _presented(row)


def _presented(row: Row) -> Presented:
    stored = StoredRefresh(
        family_id=str(row["session_id"]), client_id="", binding="", issued_at=row["issued_at"],
        family_started_at=row["started_at"], idle_life=timedelta(seconds=row["idle_s"]), used_at=row["used_at"],
        successor_used_at=row["next_used_at"], family_revoked_at=row["revoked_at"],
    )  # fmt: skip
    return Presented(stored, row["session_id"], row["officer_id"], row["successor"])


async def use_token(tx: Transaction, digest: bytes, successor: bytes, session_id: UUID, at: datetime) -> None:
    """Mark a refresh token as used and name the one that follows it."""
    await tx.run(sa.update(tokens).where(tokens.c.digest == digest).values(used_at=at, successor=successor))
    await tx.run(sa.update(sessions).where(sessions.c.id == session_id).values(last_used_at=at))


async def revoke_session(tx: Transaction, session_id: UUID, why: str, at: datetime) -> None:
    """End one session."""
    await tx.run(
        sa.update(sessions)
        .where(sessions.c.id == session_id, sessions.c.revoked_at.is_(None))
        .values(revoked_at=at, revoked_why=why)
    )


async def revoke_sessions_of(tx: Transaction, officer_id: UUID, why: str, at: datetime) -> int:
    """End every session of an officer; return how many were not ended yet."""
    return await tx.run(
        sa.update(sessions)
        .where(sessions.c.officer_id == officer_id, sessions.c.revoked_at.is_(None))
        .values(revoked_at=at, revoked_why=why)
    )
