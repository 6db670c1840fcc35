"""Giving a file out, whole or in part, to who was found to be allowed; and asking the scanner again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import sqlalchemy as sa

from shared.attachments.chunks import SealedContent
from shared.attachments.errors import AttachmentUnknown, AttachmentWithheld
from shared.attachments.objects import ObjectStore
from shared.attachments.scanner import ScanState
from shared.attachments.sealed_objects import pieces
from shared.attachments.store import TABLE, WORKER, Attachment, find
from shared.attachments.tables import attachments
from shared.attachments.take_in import Keeping, scan
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.db import Database
from shared.sealing.seals import Seals


def content_of(
    attachment: Attachment,
    seals: Seals,
    objects: ObjectStore,
    *,
    start: int = 0,
    end: int | None = None,
    unscanned_is_fine: bool = False,
) -> AsyncIterator[bytes]:
    """Return the content from `start` up to `end`, in pieces of at most 1 MiB.

    This is the cleaned copy. `unscanned_is_fine` where a deployment has no scanner and says so.
    Raises at once: AttachmentWithheld; while reading: ContentBroken, KeyServiceUnavailable.
    """
    readable = {ScanState.CLEAN} | ({ScanState.UNSCANNED} if unscanned_is_fine else set())
    if attachment.scan_state not in readable:
        raise AttachmentWithheld(attachment.scan_state)
    place = seals.place(TABLE, attachment.id, "content")
    sealed = SealedContent(attachment.content_size, place, attachment.wrapped_key, seals.provider)
    last = attachment.content_size if end is None else min(end, attachment.content_size)
    return pieces(sealed, objects, attachment.stored_key, start, last)


def original_of(attachment: Attachment, seals: Seals, objects: ObjectStore) -> AsyncIterator[bytes]:
    """Return the file exactly as it came, whatever the scanner said of it.

    It may identify who sent it: only for what two people have approved, and for the scanner. Raises:
    AttachmentUnknown when there is no original beside the content; while reading: as `content_of`.
    """
    key, wrapped = attachment.original_stored_key, attachment.original_wrapped_key
    if key is None or wrapped is None:
        raise AttachmentUnknown
    place = seals.place(TABLE, attachment.id, "original")
    sealed = SealedContent(attachment.size, place, wrapped, seals.provider)
    return pieces(sealed, objects, key, 0, attachment.size)


async def scan_waiting(db: Database, keeping: Keeping, actor: Actor, at: datetime, *, limit: int = 20) -> int:
    """Ask the scanner again about files it did not answer for; return how many it has now judged.

    Raises: ContentBroken, KeyServiceUnavailable.
    """
    async with db.reader(WORKER) as reader:
        rows = await reader.all(
            sa.select(attachments.c.id)
            .where(attachments.c.scan_state == ScanState.WAITING.value)
            .order_by(attachments.c.created_at)
            .limit(limit)
        )
        waiting = [await find(reader, keeping.seals, row["id"]) for row in rows]
    judged = 0
    for attachment in waiting:
        verdict = await scan(keeping.scanner, await _as_it_came(attachment, keeping))
        if verdict.state is ScanState.WAITING:
            break
        async with db.transaction(WORKER) as tx:
            await tx.run(
                sa.update(attachments)
                .where(attachments.c.id == attachment.id)
                .values(scan_state=verdict.state.value)
            )
            audit(
                tx,
                actor,
                at,
                action="attachment:scan",
                object_type="attachment",
                object_id=attachment.id,
                details={"scan_state": verdict.state.value, "signature": verdict.signature},
            )
        judged += 1
    return judged


async def _as_it_came(attachment: Attachment, keeping: Keeping) -> bytes:
    if attachment.original_stored_key:
        content = original_of(attachment, keeping.seals, keeping.objects)
    else:
        place = keeping.seals.place(TABLE, attachment.id, "content")
        sealed = SealedContent(attachment.size, place, attachment.wrapped_key, keeping.seals.provider)
        content = pieces(sealed, keeping.objects, attachment.stored_key, 0, attachment.size)
    return b"".join([piece async for piece in content])
