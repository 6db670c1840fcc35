"""Do a duty in one process only, whichever of several workers comes first."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db import Transaction


async def is_alone(tx: Transaction, duty: str) -> bool:
    """Say whether no other transaction does this duty now; ours holds it until it ends."""
    return bool(await tx.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(sa.func.hashtext(duty)))))
