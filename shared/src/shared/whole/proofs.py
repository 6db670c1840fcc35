"""The audit entries of one object that changed it, each with the proof that the signed log holds it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.audit.canonical import canonical_entry
from shared.audit.proofs import prove_inclusion
from shared.audit.sealing import last_checkpoint
from shared.audit.tables import audit_entries
from shared.db import Reader


async def proofs_of(reader: Reader, object_id: UUID) -> dict[str, Any]:
    """Return every sealed change of an object, as `FORMAT.md` writes entries; `waiting` are not sealed yet."""
    rows = await reader.all(
        sa.select(audit_entries)
        .where(audit_entries.c.object_id == str(object_id), audit_entries.c.row_hash.is_not(None))
        .order_by(audit_entries.c.seq)
    )
    last = await last_checkpoint(reader)
    size = last["size"] if last else 0
    covered = [row for row in rows if row["seq"] is not None and row["seq"] <= size]
    items = [
        {
            "entry": canonical_entry(row, row["seq"]).decode(),
            "proof": (await prove_inclusion(reader, row["seq"])).as_json(),
        }
        for row in covered
    ]
    return {"checkpoint": last["note"] if last else None, "items": items, "waiting": len(rows) - len(covered)}
