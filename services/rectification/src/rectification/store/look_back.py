"""What a look-back found, beside what was accepted the first time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import FalseRectificationRow, FindingRow, ItemRow, ItemVerificationRow
from shared.db import Reader
from shared.db.engine import Row


async def compared_findings(reader: Reader, organization_id: UUID) -> list[Row]:
    """Return the findings of a look-back that name an earlier one, both side by side, in their order."""
    later, earlier = sa.orm.aliased(FindingRow), sa.orm.aliased(FindingRow)
    return await reader.all(
        sa.select(
            later.id, later.ordinal, later.text, earlier.id.label("earlier_id"),
            earlier.text.label("earlier_text"), earlier.reopened_on,
        )
        .join(earlier, earlier.id == later.earlier_finding_id)
        .where(later.inspected_organization_id == organization_id, later.withdrawn_on.is_(None))
        .order_by(later.ordinal)
    )  # fmt: skip


async def acceptances_of(reader: Reader, finding_ids: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """Return every verdict on the items of findings, oldest first, and what proved false, by finding."""
    proved = (
        sa.select(FalseRectificationRow.outcome)
        .where(FalseRectificationRow.item_id == ItemRow.id)
        .order_by(FalseRectificationRow.at.desc())
        .limit(1)
        .correlate(ItemRow)
        .scalar_subquery()
    )
    rows = await reader.all(
        sa.select(
            ItemRow.finding_id, ItemRow.id.label("item_id"), ItemRow.title, ItemRow.state,
            ItemVerificationRow.result, ItemVerificationRow.body_path, ItemVerificationRow.done_on,
            proved.label("proved"),
        )
        .join(ItemVerificationRow, ItemVerificationRow.item_id == ItemRow.id)
        .where(ItemRow.finding_id.in_(finding_ids))
        .order_by(ItemVerificationRow.at, ItemVerificationRow.id)
    )  # fmt: skip
    found: dict[UUID, list[dict[str, Any]]] = {one: [] for one in finding_ids}
    for row in rows:
        found[row["finding_id"]].append({name: value for name, value in row.items() if name != "finding_id"})
    return found
