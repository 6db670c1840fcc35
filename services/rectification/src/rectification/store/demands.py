"""Demands linked to findings, by id alone, and which demands were answered as intake told."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from rectification.store.tables import AnsweredDemandRow, LinkedDemandRow
from shared.db import Reader, Transaction
from shared.ids import uuid7

_LINKED: Any = LinkedDemandRow.__table__
_ANSWERED: Any = AnsweredDemandRow.__table__


def link(
    tx: Transaction, organization_id: UUID, finding_id: UUID, demand_id: UUID, by: str, on: date
) -> None:
    """Queue a link."""
    tx.add(
        LinkedDemandRow, id=uuid7(), inspected_organization_id=organization_id, finding_id=finding_id,
        demand_id=demand_id, linked_by=by, linked_on=on,
    )  # fmt: skip


async def is_linked(reader: Reader, organization_id: UUID, demand_id: UUID) -> bool:
    """Say whether a demand is linked to a finding about the organisation."""
    found = await reader.scalar(
        sa.select(_LINKED.c.id).where(
            _LINKED.c.inspected_organization_id == organization_id, _LINKED.c.demand_id == demand_id
        )
    )
    return found is not None


async def keep_answer(tx: Transaction, demand_id: UUID, on: date) -> None:
    """Note the first answer to a demand."""
    await tx.run(insert(_ANSWERED).values(demand_id=demand_id, answered_on=on).on_conflict_do_nothing())
