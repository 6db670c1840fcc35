"""Papers: written once, sealed; a correction is the next version."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from casework.store.tables.clues import PaperRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.sealing.seals import Seals

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder().decode


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper opened. `sha256` is what signatures are bound to."""

    kind: str
    version: int
    fields: dict[str, Any]
    sha256: bytes
    made_by: str
    at: datetime


async def add_paper(
    tx: Transaction,
    seals: Seals,
    about: tuple[str, UUID],
    kind: str,
    fields: dict[str, Any],
    *,
    by: str,
    at: datetime,
) -> int:
    """Queue the next version of a paper about an object (type and id); return its version."""
    object_type, object_id = about
    last = await tx.scalar(
        sa.select(sa.func.max(PaperRow.version)).where(PaperRow.object_id == object_id, PaperRow.kind == kind)
    )
    identity, version, content = uuid7(), (last or 0) + 1, _encode(fields)
    tx.add(
        PaperRow,
        id=identity,
        object_type=object_type,
        object_id=object_id,
        kind=kind,
        version=version,
        content=seals.seal(content, "papers", identity, "content"),
        sha256=hashlib.sha256(content).digest(),
        made_by=by,
        at=at,
    )
    return version


async def newest_papers(reader: Reader, seals: Seals, object_id: UUID) -> dict[str, Paper]:
    """Open the newest version of every paper about an object, by kind."""
    rows = await reader.all(
        sa.select(PaperRow.__table__).where(PaperRow.object_id == object_id).order_by(PaperRow.version)
    )
    newest = {row["kind"]: row for row in rows}
    return {kind: _opened(row, seals) for kind, row in newest.items()}


async def newest_paper(reader: Reader, seals: Seals, object_id: UUID, kind: str) -> Paper | None:
    """Open the newest version of one paper, if it was ever written."""
    rows = await reader.all(
        sa.select(PaperRow.__table__)
        .where(PaperRow.object_id == object_id, PaperRow.kind == kind)
        .order_by(PaperRow.version.desc())
        .limit(1)
    )
    return _opened(rows[0], seals) if rows else None


async def paper_trail(reader: Reader, object_id: UUID) -> list[Row]:
    """Return kind, version, author and time of every version of every paper about an object; nothing is opened."""
    c = PaperRow.__table__.c
    return await reader.all(
        sa.select(c.kind, c.version, c.made_by, c.at).where(c.object_id == object_id).order_by(c.at, c.id)
    )


def _opened(row: Row, seals: Seals) -> Paper:
    return Paper(
        kind=row["kind"],
        version=row["version"],
        fields=_decode(seals.open(row["content"], "papers", row["id"], "content")),
        sha256=row["sha256"],
        made_by=row["made_by"],
        at=row["at"],
    )
