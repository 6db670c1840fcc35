"""The shared board of a task: notes and pieces of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.board_task_lifecycle import BoardTask
from casework.domain.linkage.board_task_lifecycle import BoardTaskState as S
from casework.store.linkage.objects import board_task_of
from casework.store.tables.linkage import BoardNoteRow, BoardTaskRow
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.sealing.seals import Seals

_OPEN = [S.ASSIGNED.value, S.ACCEPTED.value, S.REPORTED.value]


@dataclass(frozen=True, slots=True)
class Note:
    """A note, opened."""

    id: UUID
    text: str
    written_by: str
    organisation_path: str
    at: datetime


def add_note(
    tx: Transaction, seals: Seals, task_id: UUID, text: str, *, by: str, path: str, at: datetime
) -> Note:
    """Queue a note."""
    identity = uuid7()
    tx.add(
        BoardNoteRow, id=identity, task_id=task_id, text=seals.seal_text(text, "board_notes", identity, "text"),
        written_by=by, organisation_path=path, at=at,
    )  # fmt: skip
    return Note(identity, text, by, path, at)


async def notes_of(reader: Reader, seals: Seals, task_id: UUID, limit: int = 500) -> list[Note]:
    """Return the newest notes of a task, oldest first."""
    rows = await reader.all(
        sa.select(BoardNoteRow.__table__)
        .where(BoardNoteRow.task_id == task_id)
        .order_by(BoardNoteRow.at.desc(), BoardNoteRow.id.desc())
        .limit(limit)
    )
    return [
        Note(
            row["id"],
            seals.open_text(row["text"], "board_notes", row["id"], "text"),
            row["written_by"],
            row["organisation_path"],
            row["at"],
        )
        for row in reversed(rows)
    ]


async def board_tasks_of(reader: Reader, task_id: UUID) -> list[BoardTask]:
    """Return every piece of work of a task, by the day it is due."""
    rows = await reader.all(
        sa.select(BoardTaskRow.__table__)
        .where(BoardTaskRow.task_id == task_id)
        .order_by(BoardTaskRow.due_on, BoardTaskRow.id)
    )
    return [board_task_of(row) for row in rows]


async def count_open(reader: Reader, task_id: UUID) -> int:
    """Count the pieces of work that are neither done nor withdrawn; what organisations are watched for goes on."""
    found: int = await reader.scalar(
        sa.select(sa.func.count())
        .select_from(BoardTaskRow)
        .where(
            BoardTaskRow.task_id == task_id,
            BoardTaskRow.state.in_(_OPEN),
            sa.not_(BoardTaskRow.is_supervision),
        )
    )
    return found
