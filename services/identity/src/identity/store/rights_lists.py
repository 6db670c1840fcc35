"""Lists of one officer's rights, newest first."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from identity.store.rights import DELEGATIONS, GRANTS, between, clearances, delegations, grants
from shared.db import Reader
from shared.db.engine import Row


async def grants_by_officer(reader: Reader, officer_id: UUID, *, with_ended: bool) -> list[Row]:
    statement = GRANTS.where(grants.c.officer_id == officer_id).order_by(grants.c.id.desc())
    return await reader.all(statement if with_ended else statement.where(grants.c.ended_at.is_(None)))


async def delegations_by_officer(reader: Reader, officer_id: UUID, *, with_ended: bool) -> list[Row]:
    statement = DELEGATIONS.where(between(officer_id)).order_by(delegations.c.id.desc())
    return await reader.all(statement if with_ended else statement.where(delegations.c.ended_at.is_(None)))


async def clearances_by_officer(reader: Reader, officer_id: UUID, *, with_ended: bool) -> list[Row]:
    statement = (
        sa.select(clearances).where(clearances.c.officer_id == officer_id).order_by(clearances.c.id.desc())
    )
    return await reader.all(statement if with_ended else statement.where(clearances.c.ended_at.is_(None)))
