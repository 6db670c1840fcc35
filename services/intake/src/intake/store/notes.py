"""Internal notes: written and read by staff, in a table of their own."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables.answering import NoteRow
from shared.db import Reader, Transaction
from shared.http.fields import on_the_wire
from shared.ids import uuid7
from shared.sealing.seals import Seals


def add_note(
    tx: Transaction, seals: Seals, object_id: UUID, text: str, *, by: str, path: str, at: datetime
) -> dict[str, Any]:
    """Queue a note; return it as answers show it."""
    identity = uuid7()
    sealed = seals.seal_text(text, "notes", identity, "text")
    tx.add(NoteRow, id=identity, object_id=object_id, text=sealed, written_by=by, by_path=path, at=at)
    return {"id": identity, "text": text, "by": by, "organisation": path, "at": on_the_wire(at)}


async def read_notes(reader: Reader, seals: Seals, object_id: UUID) -> list[dict[str, Any]]:
    """Return the notes on a matter, oldest first."""
    rows = await reader.all(
        sa.select(NoteRow).where(NoteRow.object_id == object_id).order_by(NoteRow.at, NoteRow.id)
    )
    return [
        {
            "id": row["id"],
            "text": seals.open_text(row["text"], "notes", row["id"], "text"),
            "by": row["written_by"],
            "organisation": row["by_path"],
            "at": on_the_wire(row["at"]),
        }
        for row in rows
    ]
