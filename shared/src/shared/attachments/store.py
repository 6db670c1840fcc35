"""The rows of attachments: added, linked to what they belong to, looked up, and forgotten when nobody linked them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.attachments.errors import AttachmentUnknown
from shared.attachments.limits import DEFAULT, Limits
from shared.attachments.objects import ObjectStore
from shared.attachments.scanner import ScanState
from shared.attachments.tables import attachments
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.db import Database, Reader, Scope, Transaction
from shared.db.engine import Row
from shared.sealing.seals import Seals

TABLE = attachments.name
WORKER = Scope("worker")
KEPT_UNLINKED = timedelta(hours=25)  # a day, and the hour that instants are cut to


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file. `size` and `sha256` are those of what came in, `content_…` those of what is given out."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: bytes
    scan_state: ScanState
    object_type: str | None
    object_id: UUID | None
    uploaded_by: str | None
    content_size: int
    content_sha256: bytes
    stored_key: str
    wrapped_key: bytes
    original_stored_key: str | None
    original_wrapped_key: bytes | None
    created_at: datetime

    def as_json(self) -> dict[str, Any]:
        """Return what the uploader and the object's readers are shown."""
        return {
            "id": str(self.id),
            "name": self.name,
            "media_type": self.media_type,
            "size": self.size,
            "sha256": self.sha256.hex(),
            "scan_state": self.scan_state.value,
        }


_SHOWN = [column for column in attachments.c if column.name != "sm3"]


async def find(reader: Reader, seals: Seals, attachment_id: UUID) -> Attachment:
    """Return one attachment. Raises: AttachmentUnknown."""
    row = await reader.maybe(
        sa.select(*_SHOWN).where(attachments.c.id == sa.bindparam("wanted")), wanted=attachment_id
    )
    if row is None:
        raise AttachmentUnknown
    return _attachment(row, seals)


async def of_object(reader: Reader, seals: Seals, object_id: UUID) -> list[Attachment]:
    """Return everything attached to an object, oldest first."""
    rows = await reader.all(
        sa.select(*_SHOWN)
        .where(attachments.c.object_id == sa.bindparam("of"))
        .order_by(attachments.c.created_at, attachments.c.id),
        of=object_id,
    )
    return [_attachment(row, seals) for row in rows]


async def link(
    tx: Transaction,
    ids: Sequence[UUID],
    *,
    object_type: str,
    object_id: UUID,
    uploaded_by: str | None,
    limits: Limits = DEFAULT,
) -> None:
    """Give files to the object they belong to, in the transaction that creates or changes it.

    Only who uploaded a file may link it, and only once. Raises: AttachmentUnknown when any of them is not there,
    not the caller's or already linked; AttachmentRefused for too many or too much on one object.
    """
    wanted = sorted(set(ids))
    if not wanted:
        return
    limits.check_all(len(wanted), 0)
    table = attachments.c
    linked = await tx.run(
        sa.update(attachments)
        .where(
            table.id == sa.func.any(sa.cast(wanted, ARRAY(sa.Uuid))),
            table.object_id.is_(None),
            table.uploaded_by.is_not_distinct_from(uploaded_by),
            table.scan_state != ScanState.INFECTED.value,
        )
        .values(object_type=object_type, object_id=object_id)
    )
    if linked != len(wanted):
        raise AttachmentUnknown
    total = await tx.one(
        sa.select(sa.func.count().label("files"), sa.func.sum(table.size).label("bytes")).where(
            table.object_id == object_id
        )
    )
    limits.check_all(total["files"], int(total["bytes"]))


async def forget_unlinked(
    db: Database, objects: ObjectStore, *, actor: Actor, at: datetime, limit: int = 100
) -> int:
    """Remove files that nothing was linked to within a day of their upload; return how many.

    With a row its wrapped key is gone: should the process die before the object is deleted, noise remains.
    """
    stale = (
        sa.select(attachments.c.id)
        .where(attachments.c.object_id.is_(None), attachments.c.created_at < at - KEPT_UNLINKED)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    async with db.transaction(WORKER) as tx:
        rows = await tx.all(
            sa.delete(attachments)
            .where(attachments.c.id.in_(stale))
            .returning(attachments.c.stored_key, attachments.c.original_stored_key)
        )
        if rows:
            audit(tx, actor, at, action="attachment:forget", details={"count": len(rows)})
    for row in rows:
        for key in filter(None, row):
            await objects.delete(key)
    return len(rows)


def _attachment(row: Row, seals: Seals) -> Attachment:
    values = dict(row)
    values["name"] = seals.open_text(row["name"], TABLE, row["id"], "name")
    values["scan_state"] = ScanState(row["scan_state"])
    return Attachment(**values)
