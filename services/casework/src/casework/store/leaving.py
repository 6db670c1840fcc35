"""Take an officer off every team at once, and find the loans that end with them."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import RUNNING
from casework.store.linkage.objects import secondment_of
from casework.store.tables.cases import CaseMemberRow
from casework.store.tables.clues import MemberRow
from casework.store.tables.linkage import LinkageMemberRow
from casework.store.tables.secondments import SecondmentRow
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


async def lock_loans_of(tx: Transaction, officer_id: str) -> list[Secondment]:
    """Lock the secondments of an officer that have begun and not ended."""
    rows = await tx.all(
        sa.select(SecondmentRow.__table__)
        .where(
            SecondmentRow.officer_id == officer_id,
            SecondmentRow.state.in_([state.value for state in RUNNING]),
        )
        .order_by(SecondmentRow.id)
        .with_for_update()
    )
    return [secondment_of(row) for row in rows]
