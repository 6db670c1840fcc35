"""The questions asked about subjects: written once, counted to limit them, listed to who watches."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from casework.store.tables.clues import ClueRow
from casework.store.tables.ledger import ClueInquiryRow
from shared.auth.permissions import PermissionTable
from shared.auth.predicate import Protected, predicate
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.paging import Sorting, Window
from shared.process.desk import Call
from shared.recusal.tables import recusals

inquiries: Any = ClueInquiryRow.__table__
SORTING = Sorting({"asked_at": inquiries.c.asked_at}, default="-asked_at", last=inquiries.c.id)


async def asked_since(tx: Transaction, officer_id: str, since: datetime) -> int:
    """Count an officer's questions since an instant; two questions at once are counted one after the other."""
    await tx.all(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(officer_id, 0))))
    count = sa.select(sa.func.count()).where(
        ClueInquiryRow.officer_id == officer_id, ClueInquiryRow.asked_at > since
    )
    return int(await tx.scalar(count))


async def holders_of(reader: Reader, clue_ids: list[UUID], officer_id: str, at: datetime) -> dict[UUID, str]:
    """Return who holds some clues, but none that the officer must keep away from."""
    ids = sa.literal(clue_ids, ARRAY(sa.Uuid))
    away = sa.exists().where(
        recusals.c.object_id == ClueRow.id,
        recusals.c.officer_id == officer_id,
        recusals.c.at <= at,
        sa.or_(recusals.c.until.is_(None), recusals.c.until > at),
    )
    rows = await reader.all(
        sa.select(ClueRow.id, ClueRow.holder_path).where(ClueRow.id == sa.any_(ids), sa.not_(away))
    )
    return {row["id"]: row["holder_path"] for row in rows}


async def page_of_inquiries(
    reader: Reader, permissions: PermissionTable, window: Window, officer_id: UUID | None, call: Call
) -> list[Row]:
    """Return the questions the caller may see, one more than the page holds when there is a next one."""
    seen = predicate(permissions, call.actor, "clue_inquiry:read", Protected.of(inquiries), call.at)
    statement = sa.select(inquiries).where(seen)
    if officer_id is not None:
        statement = statement.where(inquiries.c.officer_id == str(officer_id))
    return await reader.all(window.apply(statement))
