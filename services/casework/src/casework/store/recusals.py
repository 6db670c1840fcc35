"""Which officers were decided to keep away from a clue, and which were decided not to have to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from shared.db import Reader
from shared.recusal.tables import recusals


@dataclass(frozen=True, slots=True)
class Decided:
    """Officers a leader has decided about. `away` must keep away; `free` need not, whatever they declared."""

    away: frozenset[str]
    free: frozenset[str]


@dataclass(frozen=True, slots=True)
class Recused:
    """An officer who must keep away, why, and by whose decision."""

    officer_id: str
    ground: str
    decided_by: str


async def decided_about(reader: Reader, clue_id: UUID, at: datetime) -> Decided:
    """Return the decisions on a clue; a decision against recusal is a row that has ended."""
    rows = await reader.all(
        sa.select(recusals.c.officer_id, recusals.c.until).where(recusals.c.object_id == clue_id)
    )
    away = frozenset(row["officer_id"] for row in rows if row["until"] is None or row["until"] > at)
    return Decided(away, frozenset(row["officer_id"] for row in rows) - away)


async def live_recusals(reader: Reader, object_id: UUID, at: datetime) -> list[Recused]:
    """Return who must keep away from an object now."""
    rows = await reader.all(
        sa.select(recusals.c.officer_id, recusals.c.ground, recusals.c.decided_by).where(
            recusals.c.object_id == object_id, sa.or_(recusals.c.until.is_(None), recusals.c.until > at)
        )
    )
    return [Recused(row["officer_id"], row["ground"], row["decided_by"]) for row in rows]


async def was_ever_recused(reader: Reader, object_id: UUID, officer_id: str) -> bool:
    """Say whether recusal was ever decided about, either way."""
    found = sa.exists().where(recusals.c.object_id == object_id, recusals.c.officer_id == officer_id)
    return bool(await reader.scalar(sa.select(found)))
