"""Numbering rows after commit, in commit order, without gaps.

Why nothing is skipped: a row is taken because it has no number yet, never because its number or time is
above a mark. Until its transaction commits nobody sees it; from then on every later look does, and it stays
without a number until some look takes it. Only one look at a time numbers (the advisory lock), and each
begins with what the one before it committed, so no number is given twice and none is left out.

Why the order is that of commits: whoever sees the later of two commits also sees the earlier one, so the
later row is never taken in an earlier look. Within one look `inserted`, a sequence, decides: of two
transactions that touch the same object the second can insert only after the first has committed and
released its lock.
"""

from __future__ import annotations

import sqlalchemy as sa

from shared.db import Transaction
from shared.db.engine import Row

UNNUMBERED = "rows without number"
"""What the bell rings for when such rows were committed."""
LOCK = 4_819_420_002  # advisory lock of the one sealer in a database


async def lock_numbering(tx: Transaction) -> None:
    """Wait until this transaction is the only one that numbers. Raises: asyncpg's LockNotAvailableError."""
    await tx.all(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


async def unnumbered(tx: Transaction, table: sa.Table, limit: int) -> list[Row]:
    """Return committed rows without number, in the order they are to be numbered."""
    return await tx.all(
        sa.select(table).where(table.c.seq.is_(None)).order_by(table.c.inserted).limit(sa.bindparam("limit")),
        limit=limit,
    )


async def number(tx: Transaction, table: sa.Table, *, limit: int = 1000) -> int:
    """Give numbers to up to `limit` rows of a table with `id`, `inserted` and `seq`; return how many."""
    await lock_numbering(tx)
    last = sa.select(sa.func.coalesce(sa.func.max(table.c.seq), 0)).scalar_subquery()
    fresh = (
        sa.select(table.c.id, sa.func.row_number().over(order_by=table.c.inserted).label("position"))
        .where(table.c.seq.is_(None))
        .order_by(table.c.inserted)
        .limit(sa.bindparam("limit"))
        .cte("fresh")
    )
    statement = sa.update(table).where(table.c.id == fresh.c.id).values(seq=last + fresh.c.position)
    return await tx.run(statement, limit=limit)
