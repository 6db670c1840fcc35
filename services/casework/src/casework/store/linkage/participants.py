"""Which organisations take part in a task, in which part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.capacities import CAPACITY_OF, Part
from casework.store.linkage.circle import dismiss
from casework.store.tables.linkage import ParticipantRow
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.needtoknow.store import grant


@dataclass(frozen=True, slots=True)
class Participant:
    """One organisation and its part."""

    organisation_path: str
    part: Part


async def participants_of(reader: Reader, task_id: UUID) -> list[Participant]:
    """Return who takes part now, in the order they joined."""
    rows = await reader.all(
        sa.select(ParticipantRow.organisation_path, ParticipantRow.part)
        .where(ParticipantRow.task_id == task_id, ParticipantRow.until.is_(None))
        .order_by(ParticipantRow.since, ParticipantRow.organisation_path)
    )
    return [Participant(row["organisation_path"], Part(row["part"])) for row in rows]


def join(tx: Transaction, task_id: UUID, path: str, part: Part, *, by: str, at: datetime) -> None:
    """Queue an organisation's part; whoever does not lead is granted the outline."""
    tx.add(
        ParticipantRow, id=uuid7(), task_id=task_id, organisation_path=path, part=part.value, since=at, until=None
    )  # fmt: skip
    if capacity := CAPACITY_OF.get(part):
        grant(tx, task_id, path, capacity, by=by, since=at)


async def leave(tx: Transaction, task_id: UUID, path: str, *, by: str, at: datetime) -> None:
    """End an organisation's part, and what it knows through the task."""
    await tx.flush()
    part = sa.update(ParticipantRow).where(
        ParticipantRow.task_id == task_id,
        ParticipantRow.organisation_path == path,
        ParticipantRow.until.is_(None),
    )
    await tx.run(part.values(until=at))
    await dismiss(tx, task_id, path, by=by, at=at)
