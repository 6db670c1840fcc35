"""Find matters whose sealed text was altered, replaced or deleted behind the service's back. Rule: R-A11."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.report_lifecycle import ReportState
from intake.store.tables import ContentRow, DemandRow, ReportRow
from shared.db.engine import Row
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.process.reconcile import PAGE, Difference, Sweep
from shared.sealing.errors import SealBroken
from shared.sealing.seals import Seals

TEXT_BROKEN, TEXT_DELETED = "text_broken", "text_deleted"
_contents: Any = ContentRow.__table__
_GROUPS = ("content", "subjects", "address")


def _texts_of(object_type: str, table: Any) -> Sweep:
    """Return the sweep over the texts of one kind of matter. What went up and was signed for is erased here."""

    async def page(desk: Desk, after: UUID | None) -> tuple[list[Difference], UUID | None]:
        wanted = (
            sa.select(table.c.id, table.c.state, *(_contents.c[group] for group in _GROUPS))
            .outerjoin(_contents, _contents.c.object_id == table.c.id)
            .order_by(table.c.id)
            .limit(PAGE)
        )
        async with desk.db.reader(WORKER) as reader:
            rows = await reader.all(wanted if after is None else wanted.where(table.c.id > after))
        found = [
            Difference(kind, object_type, row["id"]) for row in rows if (kind := _judge(desk.seals, row))
        ]
        return found, rows[-1]["id"] if len(rows) == PAGE else None

    return page


def _judge(seals: Seals, row: Row) -> str | None:
    if row["content"] is None:
        return None if row["state"] == ReportState.REFERRED_UP else TEXT_DELETED
    try:
        for group in _GROUPS:
            if row[group] is not None:
                seals.open(row[group], "contents", row["id"], group)
    except SealBroken:
        return TEXT_BROKEN
    return None


TEXT_SWEEPS = (_texts_of("report", ReportRow.__table__), _texts_of("demand", DemandRow.__table__))
