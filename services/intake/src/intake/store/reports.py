"""Questions about reports that moves ask."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from intake.domain.report import Report
from intake.store.objects import report_of
from intake.store.tables import ReportRow
from shared.db import Reader, Transaction
from shared.db.engine import Row


async def exists(reader: Reader, report_id: UUID) -> bool:
    """Say whether the caller's context shows a report with this id."""
    return await reader.scalar(sa.select(ReportRow.id).where(ReportRow.id == report_id)) is not None


async def by_clue(reader: Reader, clue_id: UUID) -> list[Report]:
    """Return the reports that feed a clue."""
    rows = await reader.all(sa.select(ReportRow.__table__).where(ReportRow.clue_id == clue_id))
    return [report_of(row) for row in rows]


async def note_evidence(tx: Transaction, report_id: UUID, on: date) -> None:
    """Note the day on which the reporter brought new evidence."""
    await tx.run(sa.update(ReportRow).where(ReportRow.id == report_id).values(new_evidence_on=on))


async def set_clue(tx: Transaction, report_id: UUID, clue_id: UUID | None, office_path: str | None) -> Row:
    """Note the clue a report feeds and the office that has it now; return the row as it stands."""
    noted = sa.update(ReportRow).where(ReportRow.id == report_id)
    return await tx.one(
        noted.values(clue_id=clue_id, office_path=office_path).returning(*ReportRow.__table__.c)
    )
