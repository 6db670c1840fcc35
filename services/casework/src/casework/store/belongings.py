"""The objects that belong to a clue: its verifications, talks and cases, past ones too."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.cases import CaseRow
from casework.store.tables.clues import TalkInquiryRow, VerificationRow
from shared.db import Reader

BELONGINGS = (VerificationRow, TalkInquiryRow, CaseRow)
"""Rows with a `clue_id`: whoever must keep away from the clue keeps away from these."""


async def belongings_of(reader: Reader, clue_id: UUID) -> list[UUID]:
    """Return the ids of everything that belongs to a clue."""
    selects = [sa.select(row.id).where(row.clue_id == clue_id) for row in BELONGINGS]
    return [row["id"] for row in await reader.all(sa.union_all(*selects))]
