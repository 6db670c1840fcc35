"""Questions about rounds and inspected organisations that moves ask."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.organization import Finding
from rectification.domain.organization_lifecycle import OrganizationState
from rectification.store.objects import reader_of
from rectification.store.tables import (
    EvaluationRow,
    FindingRow,
    FollowUpRow,
    InspectedOrganizationRow,
    InspectionRoundRow,
    ItemRow,
    JointReviewRow,
    ReFeedbackRow,
)
from shared.db import Reader, Transaction

finding_of = reader_of(Finding)
_ENDED = [OrganizationState.CLOSED.value, OrganizationState.LOOK_BACK.value]
_SUPERVISED: tuple[Any, ...] = tuple(
    row.__table__ for row in (ItemRow, JointReviewRow, ReFeedbackRow, EvaluationRow, FollowUpRow)
)
_STANDING = FindingRow.withdrawn_on.is_(None)


async def findings_of(reader: Reader, organization_id: UUID) -> list[Finding]:
    """Return the findings about an organisation in their order."""
    rows = await reader.all(
        sa.select(FindingRow.__table__)
        .where(FindingRow.inspected_organization_id == organization_id, _STANDING)
        .order_by(FindingRow.ordinal)
    )
    return [finding_of(row) for row in rows]


async def finding(reader: Reader, finding_id: UUID) -> Finding | None:
    """Return one finding that was not taken back."""
    row = await reader.maybe(sa.select(FindingRow.__table__).where(FindingRow.id == finding_id, _STANDING))
    return finding_of(row) if row else None


async def last_ordinal(reader: Reader, organization_id: UUID) -> int:
    """Return the highest number given to a finding of an organisation, those taken back included."""
    found: int | None = await reader.scalar(
        sa.select(sa.func.max(FindingRow.ordinal)).where(
            FindingRow.inspected_organization_id == organization_id
        )
    )
    return found or 0


async def take_back(tx: Transaction, finding_id: UUID, on: date) -> None:
    """Take a finding back before it is fed back."""
    await tx.run(sa.update(FindingRow).where(FindingRow.id == finding_id).values(withdrawn_on=on))


async def reopen(tx: Transaction, finding_id: UUID | None, on: date) -> None:
    """Mark a finding as reopened from a day on."""
    if finding_id is not None:
        await tx.run(sa.update(FindingRow).where(FindingRow.id == finding_id).values(reopened_on=on))


async def count_organizations(reader: Reader, round_id: UUID) -> tuple[int, int]:
    """Return how many organisations a round has, and how many of them have not ended."""
    row: Any = await reader.one(
        sa.select(
            sa.func.count().label("all"),
            sa.func.count().filter(InspectedOrganizationRow.state.not_in(_ENDED)).label("unfinished"),
        ).where(InspectedOrganizationRow.round_id == round_id)
    )
    return row["all"], row["unfinished"]


async def is_opened(reader: Reader, holder: str, term: str, ordinal: int, kind: str) -> bool:
    """Say whether an office has opened this round of a term and kind already."""
    t: Any = InspectionRoundRow.__table__
    found = await reader.scalar(
        sa.select(t.c.id).where(
            t.c.holder_path == holder, t.c.term == term, t.c.ordinal == ordinal, t.c.kind == kind
        )
    )
    return found is not None


async def is_listed(reader: Reader, round_id: UUID, organisation_path: str) -> bool:
    """Say whether an organisation is in a round already."""
    found = await reader.scalar(
        sa.select(InspectedOrganizationRow.id).where(
            InspectedOrganizationRow.round_id == round_id,
            InspectedOrganizationRow.organisation_path == organisation_path,
        )
    )
    return found is not None


async def bodies_of(reader: Reader, organization_id: UUID) -> frozenset[str]:
    """Return the paths of an inspected organisation and of the body whose Party organisation it is."""
    row = await reader.one(
        sa.select(InspectedOrganizationRow.organisation_path, InspectedOrganizationRow.unit_path).where(
            InspectedOrganizationRow.id == organization_id
        )
    )
    return frozenset(path for path in row.values() if path is not None)


async def commissions_over(reader: Reader, path: str) -> list[str]:
    """Return who supervised a Party organisation, or the body behind it, from day to day: the last first."""
    rows = await reader.all(
        sa.select(InspectedOrganizationRow.commission_path)
        .where(
            sa.or_(
                InspectedOrganizationRow.organisation_path == path, InspectedOrganizationRow.unit_path == path
            )
        )
        .order_by(InspectedOrganizationRow.created_at.desc())
    )
    return [row["commission_path"] for row in rows]


async def leaders_of(reader: Reader, organization_id: UUID) -> frozenset[str]:
    """Return the names of the principal and of the other members of the leadership."""
    row = await reader.one(
        sa.select(InspectedOrganizationRow.first_responsible, InspectedOrganizationRow.members).where(
            InspectedOrganizationRow.id == organization_id
        )
    )
    return frozenset([row["first_responsible"], *(member["name"] for member in row["members"])])


async def item_ids(reader: Reader, organization_id: UUID) -> list[UUID]:
    """Return the ids of an organisation's items."""
    rows = await reader.all(
        sa.select(ItemRow.id)
        .where(ItemRow.inspected_organization_id == organization_id)
        .order_by(ItemRow.number)
    )
    return [row["id"] for row in rows]


async def supervised_ids(reader: Reader, organization_id: UUID) -> list[UUID]:
    """Return the ids of all that those who supervise an organisation know of: itself, and what is about it."""
    rows = await reader.all(
        sa.union_all(
            *(
                sa.select(table.c.id).where(table.c.inspected_organization_id == organization_id)
                for table in _SUPERVISED
            )
        )
    )
    return [organization_id, *(row["id"] for row in rows)]
