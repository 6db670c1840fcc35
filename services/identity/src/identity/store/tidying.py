"""Forget what access no longer needs."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from identity.store.tables.access import ClientAssertionRow, LoginFailureRow, SessionRow, SpentProofRow
from shared.db import Transaction

SESSIONS_KEPT = timedelta(days=30)
FAILURES_KEPT = timedelta(days=1)


async def forget_old(tx: Transaction, at: datetime) -> None:
    """Delete spent proofs and assertions, healed failures, and sessions that ended a month ago."""
    await tx.run(sa.delete(SpentProofRow).where(SpentProofRow.expires_at <= at))
    await tx.run(sa.delete(ClientAssertionRow).where(ClientAssertionRow.expires_at <= at))
    await tx.run(sa.delete(LoginFailureRow).where(LoginFailureRow.last_at <= at - FAILURES_KEPT))
    await tx.run(sa.delete(SessionRow).where(SessionRow.ends_at <= at - SESSIONS_KEPT))
