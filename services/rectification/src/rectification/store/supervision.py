"""Measures planned, organisations checked."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.planned_measure_lifecycle import PlannedMeasureState, Recurrence
from rectification.domain.supervision import PlannedMeasure
from rectification.store.objects import reader_of
from rectification.store.tables import ConsultationRow, PlannedMeasureRow, SpecialCheckUnitRow
from shared.auth.predicate import Visible
from shared.db import Reader, Transaction
from shared.db.engine import Row

planned_measure_of = reader_of(PlannedMeasure)
_SHORTEST_STEP = sa.case(
    {
        Recurrence.WEEKLY.value: sa.literal_column("INTERVAL '7 days'", sa.Interval),
        Recurrence.MONTHLY.value: sa.literal_column("INTERVAL '1 month'", sa.Interval),
        Recurrence.QUARTERLY.value: sa.literal_column("INTERVAL '3 months'", sa.Interval),
    },
    value=PlannedMeasureRow.recurrence,
)
"""No measure of a series comes sooner after the one before."""


async def is_planned(reader: Reader, plan_id: UUID, organization_id: UUID, holder_path: str) -> bool:
    """Say whether a plan of this body about this organisation waits to be carried out."""
    found = await reader.scalar(
        sa.select(PlannedMeasureRow.id).where(
            PlannedMeasureRow.id == plan_id,
            PlannedMeasureRow.inspected_organization_id == organization_id,
            PlannedMeasureRow.holder_path == holder_path,
            PlannedMeasureRow.state == PlannedMeasureState.PLANNED.value,
        )
    )
    return found is not None


async def lock_planned_by(tx: Transaction, organization_id: UUID, holders: list[str]) -> list[PlannedMeasure]:
    """Lock what some bodies have planned about an organisation and not carried out."""
    rows = await tx.all(
        sa.select(PlannedMeasureRow.__table__)
        .where(
            PlannedMeasureRow.inspected_organization_id == organization_id,
            PlannedMeasureRow.holder_path.in_(holders),
            PlannedMeasureRow.state == PlannedMeasureState.PLANNED.value,
        )
        .order_by(PlannedMeasureRow.id)
        .with_for_update()
    )
    return [planned_measure_of(row) for row in rows]


async def planned_between(
    reader: Reader, seen: Visible, from_on: date, to_on: date, organization_id: UUID | None
) -> list[Row]:
    """Return the plans of those days somebody may read, and the last of every series that goes on into them.

    `is_followed` says of each whether another one follows it already.
    """
    t: Any = PlannedMeasureRow.__table__
    following = sa.orm.aliased(PlannedMeasureRow)
    is_followed = sa.exists().where(following.previous_id == t.c.id)
    goes_on = sa.and_(
        t.c.recurrence != Recurrence.NONE.value,
        t.c.state != PlannedMeasureState.CANCELLED.value,
        t.c.planned_on < from_on,
        sa.or_(t.c.until_on.is_(None), t.c.until_on >= from_on),
        ~is_followed,
    )
    plans = sa.select(t, is_followed.label("is_followed")).where(seen.condition)
    plans = plans.where(sa.or_(t.c.planned_on.between(from_on, to_on), goes_on))
    if organization_id is not None:
        plans = plans.where(t.c.inspected_organization_id == organization_id)
    return await reader.all(plans.order_by(t.c.planned_on, t.c.id), **seen.values)


async def consultations_about(reader: Reader, organization_id: UUID) -> list[tuple[UUID, str]]:
    """Return the consultations about an organisation, each with the path of who holds it."""
    rows = await reader.all(
        sa.select(ConsultationRow.id, ConsultationRow.holder_path)
        .where(ConsultationRow.inspected_organization_id == organization_id)
        .order_by(ConsultationRow.id)
    )
    return [(row["id"], row["holder_path"]) for row in rows]


async def lock_followed(tx: Transaction, today: date, most: int) -> list[PlannedMeasure]:
    """Lock recurring plans whose day has come and that nothing follows yet; another worker's are passed over.

    Series that are over are left out: they are never followed, and would take the places of those that are not.
    """
    following = sa.orm.aliased(PlannedMeasureRow)
    rows = await tx.all(
        sa.select(PlannedMeasureRow.__table__)
        .where(
            PlannedMeasureRow.planned_on <= today,
            PlannedMeasureRow.recurrence != Recurrence.NONE.value,
            PlannedMeasureRow.state != PlannedMeasureState.CANCELLED.value,
            sa.or_(
                PlannedMeasureRow.until_on.is_(None),
                PlannedMeasureRow.until_on >= PlannedMeasureRow.planned_on + _SHORTEST_STEP,
            ),
            ~sa.exists().where(following.previous_id == PlannedMeasureRow.id),
        )
        .order_by(PlannedMeasureRow.planned_on)
        .limit(most)
        .with_for_update(skip_locked=True, of=PlannedMeasureRow)
    )
    return [planned_measure_of(row) for row in rows]


def add_unit(tx: Transaction, check_id: UUID, organization_id: UUID) -> None:
    tx.add(
        SpecialCheckUnitRow, special_check_id=check_id, inspected_organization_id=organization_id, result=None,
        problems="", item_ids=[], checked_on=None,
    )  # fmt: skip


async def units_of(reader: Reader, check_id: UUID) -> list[Row]:
    return await reader.all(
        sa.select(SpecialCheckUnitRow.__table__)
        .where(SpecialCheckUnitRow.special_check_id == check_id)
        .order_by(SpecialCheckUnitRow.inspected_organization_id)
    )


async def set_result(
    tx: Transaction, check_id: UUID, organization_id: UUID, given: dict[str, Any], on: date
) -> None:
    unit = sa.update(SpecialCheckUnitRow).where(
        SpecialCheckUnitRow.special_check_id == check_id,
        SpecialCheckUnitRow.inspected_organization_id == organization_id,
    )
    await tx.run(unit.values(**given, checked_on=on))
