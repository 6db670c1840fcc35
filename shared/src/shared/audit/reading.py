"""What may be read of the audit log over HTTP: the newest checkpoint, and entries for the auditor."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.audit.record import audit
from shared.audit.tables import audit_checkpoints, audit_entries
from shared.auth.actor import Actor
from shared.db import Database, Reader

_SHOWN = [
    column
    for column in audit_entries.c
    if column.name not in {"inserted", "leaf_hash", "row_hash", "request_id"}
]


async def latest_checkpoint(db: Database) -> dict[str, Any]:
    """Return size, root (hex) and signed note of the newest checkpoint; size 0 before the first."""
    async with db.reader() as reader:
        rows = await reader.all(
            sa.select(audit_checkpoints.c.size, audit_checkpoints.c.root, audit_checkpoints.c.note)
            .order_by(audit_checkpoints.c.size.desc())
            .limit(1)
        )
    if not rows:
        return {"size": 0, "root": None, "note": None}
    return {"size": rows[0]["size"], "root": rows[0]["root"].hex(), "note": rows[0]["note"]}


async def read_entries(db: Database, actor: Actor, at: Any, *, after: int, limit: int) -> dict[str, Any]:
    """Return sealed entries after a number, in order; the reading itself becomes an entry."""
    async with db.transaction(actor.scope(at)) as tx:
        rows = await tx.all(
            sa.select(*_SHOWN).where(audit_entries.c.seq > after).order_by(audit_entries.c.seq).limit(limit)
        )
        audit(tx, actor, at, action="audit:read", details={"after": after, "count": len(rows)})
    items = [dict(row) for row in rows]
    return {"items": items, "next_after": items[-1]["seq"] if items else after}


async def sequence_of(reader: Reader, entry: UUID) -> int | None:
    """Return the number of an entry, or None while it is not sealed yet."""
    found: int | None = await reader.scalar(sa.select(audit_entries.c.seq).where(audit_entries.c.id == entry))
    return found
