"""What the completion table of a report counts besides items: systems, and what became of clues, as numbers alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.clue_handover_lifecycle import HandedClueState
from rectification.domain.system_built_lifecycle import SystemBuiltState, SystemKind
from rectification.store.metrics import METRICS
from rectification.store.tables import HandedClueRow, SystemBuiltRow
from shared.db import Reader


async def count_systems(reader: Reader, organization_id: UUID) -> dict[str, int]:
    """Return the systems made and revised because of an organisation's findings, and how many were confirmed."""
    t: Any = SystemBuiltRow.__table__
    confirmed = t.c.state == SystemBuiltState.CONFIRMED.value
    row = await reader.one(
        sa.select(
            *(sa.func.count().filter(t.c.kind == kind.value).label(kind.value) for kind in SystemKind),
            sa.func.count().filter(confirmed).label("confirmed"),
        ).where(t.c.inspected_organization_id == organization_id)
    )
    return dict(row)


async def count_clues(reader: Reader, organization_id: UUID) -> dict[str, int]:
    """Return how many clues were handed over, concluded, and concluded in time; the caller opens sight."""
    t: Any = HandedClueRow.__table__
    (in_time,) = METRICS["clues_in_time"](organization_id)
    row = await reader.one(
        sa.select(
            sa.func.count().label("handed_over"),
            sa.func.count().filter(t.c.state == HandedClueState.CONCLUDED.value).label("concluded"),
            sa.select(sa.func.count().filter(in_time.subquery().c.counts)).scalar_subquery().label("in_time"),
        ).where(t.c.inspected_organization_id == organization_id, t.c.transferred_on.is_not(None))
    )
    return dict(row)
