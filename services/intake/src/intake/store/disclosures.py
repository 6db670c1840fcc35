"""The privacy ledger: one row for each border a matter crossed. Rows are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.disclosure import CROSSED, Category, Crossing, withheld
from intake.store.tables.routing import DisclosureRow
from shared.db import Reader, Transaction
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
    record_disclosure(
        step.tx, object_type, step.subject.id, kind, from_path=step.subject.holder_path, to=to,
        number=step.subject.number, by=step.actor.id, at=step.at, sign_off_id=step.sign_off_id, more=more,
    )  # fmt: skip


def record_disclosure(
    tx: Transaction,
    object_type: str,
    object_id: UUID,
    kind: Crossing,
    *,
    from_path: str,
    to: str | None,
    number: str | None,
    by: str,
    at: datetime,
    sign_off_id: UUID | None = None,
    more: tuple[Category, ...] = (),
) -> None:
    """Queue what crosses with something that is no move."""
    crossed = (*CROSSED[kind], *more)
    tx.add(
        DisclosureRow, id=uuid4(), object_type=object_type, object_id=object_id, kind=kind.value, from_path=from_path,
        to_path=to, crossed=[one.value for one in crossed], withheld=[one.value for one in withheld(crossed)],
        number=number, by_id=by, sign_off_id=sign_off_id, at=at,
    )  # fmt: skip


async def disclosures_of(reader: Reader, object_id: UUID) -> list[Row]:
    """Return what crossed with one matter, oldest first."""
    return await reader.all(_OF, of=object_id)
