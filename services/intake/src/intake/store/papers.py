"""Papers of officers about a matter: written once, sealed, and opened with the matter."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from intake.store.tables.routing import PaperRow
from shared.db import Reader, Transaction
from shared.ids import uuid4
from shared.sealing.seals import Seals

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def add_paper(
    tx: Transaction,
    seals: Seals,
    object_id: UUID,
    kind: str,
    fields: dict[str, Any],
    *,
    by: str,
    at: datetime,
) -> None:
    """Queue a paper about an object."""
    identity = uuid4()
    content = seals.seal(_encode(fields), "papers", identity, "content")
    tx.add(PaperRow, id=identity, object_id=object_id, kind=kind, content=content, made_by=by, at=at)


async def papers_of(reader: Reader, seals: Seals, object_id: UUID) -> list[dict[str, Any]]:
    """Open every paper about an object, oldest first."""
    rows = await reader.all(
        sa.select(PaperRow.__table__).where(PaperRow.object_id == object_id).order_by(PaperRow.inserted)
    )
    return [
        {
            "kind": row["kind"],
            "fields": _decode(seals.open(row["content"], "papers", row["id"], "content")),
            "made_by": row["made_by"],
            "at": row["at"],
        }
        for row in rows
    ]


async def newest_paper(reader: Reader, seals: Seals, object_id: UUID, kind: str) -> dict[str, Any] | None:
    """Open the newest paper of one kind, if there is one."""
    rows = await reader.all(
        sa.select(PaperRow.__table__)
        .where(PaperRow.object_id == object_id, PaperRow.kind == kind)
        .order_by(PaperRow.inserted.desc())
        .limit(1)
    )
    if not rows:
        return None
    fields: dict[str, Any] = _decode(seals.open(rows[0]["content"], "papers", rows[0]["id"], "content"))
    return fields
