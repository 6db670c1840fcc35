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


async def decided_about(reader: Reader, clue_id: UUID, at: datetime) -> Decided:
    """Return the decisions on a clue; a decision against recusal is a row that has ended."""
    rows = await reader.all(
        sa.select(recusals.c.officer_id, recusals.c.until).where(recusals.c.object_id == clue_id)
    )
    away = frozenset(row["officer_id"] for row in rows if row["until"] is None or row["until"] > at)
    return Decided(away, frozenset(row["officer_id"] for row in rows) - away)
