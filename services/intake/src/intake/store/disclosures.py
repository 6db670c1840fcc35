"""The privacy ledger: one row for each border a matter crossed. Rows are only ever added."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.disclosure import CROSSED, Category, Crossing, withheld
from intake.store.tables.routing import DisclosureRow
from shared.db import Reader
from shared.db.engine import Row
from shared.ids import uuid4
from shared.process.process import Step

_OF = (
    sa.select(DisclosureRow.__table__)
    .where(DisclosureRow.object_id == sa.bindparam("of"))
    .order_by(DisclosureRow.inserted)
)


def disclose(
    step: Step[Any, Any],
    object_type: str,
    kind: Crossing,
    to: str | None,
    *,
    more: tuple[Category, ...] = (),
) -> None:
    """Queue what crosses with a hand-over being made. `more` crosses besides what always does."""
    crossed = (*CROSSED[kind], *more)
    step.tx.add(
        DisclosureRow, id=uuid4(), object_type=object_type, object_id=step.subject.id, kind=kind.value,
        from_path=step.subject.holder_path, to_path=to, crossed=[one.value for one in crossed],
        withheld=[one.value for one in withheld(crossed)], number=step.subject.number, by_id=step.actor.id,
        sign_off_id=step.sign_off_id, at=step.at,
    )  # fmt: skip


async def disclosures_of(reader: Reader, object_id: UUID) -> list[Row]:
    """Return what crossed with one matter, oldest first."""
    return await reader.all(_OF, of=object_id)
