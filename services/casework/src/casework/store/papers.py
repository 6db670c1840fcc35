"""The papers of this service, sealed."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.clues import PaperRow
from shared.db import Reader
from shared.papers import Papers

PAPERS = Papers(PaperRow.__table__)


async def kinds_written(reader: Reader, object_id: UUID) -> frozenset[str]:
    """Return the kinds of papers there are about an object; none is opened."""
    rows = await reader.all(sa.select(PaperRow.kind).where(PaperRow.object_id == object_id).distinct())
    return frozenset(row["kind"] for row in rows)
