"""Take an officer off every team at once."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from casework.store.tables.cases import CaseMemberRow
from casework.store.tables.clues import MemberRow
from casework.store.tables.linkage import LinkageMemberRow
from shared.db import Transaction


async def leave_teams(tx: Transaction, officer_id: str, at: datetime) -> None:
    """End an officer's part in verifications, cases, appeals and joint tasks; that they had it stays on record."""
    for table in (MemberRow, CaseMemberRow):
        present = sa.update(table).where(table.officer_id == officer_id, table.until.is_(None))
        await tx.run(present.values(until=at))
    lent = sa.update(LinkageMemberRow).where(
        LinkageMemberRow.officer_id == officer_id, LinkageMemberRow.ended_at.is_(None)
    )
    await tx.run(lent.values(ended_at=at))
