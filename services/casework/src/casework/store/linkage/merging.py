"""One office merges declarations one transaction at a time."""

from __future__ import annotations

import sqlalchemy as sa

from shared.db import Transaction

_LOCK_SPACE = 0x6D67  # "mg": advisory locks of this kind


async def is_alone(tx: Transaction, lead_path: str) -> bool:
    """Say whether nobody else merges before this office now, and keep it so until the transaction ends.

    Two that would merge each other's task cannot wait for each other: the second is refused at once.
    """
    alone: bool = await tx.scalar(
        sa.select(sa.func.pg_try_advisory_xact_lock(_LOCK_SPACE, sa.func.hashtext(lead_path)))
    )
    return alone
