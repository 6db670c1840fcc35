"""Taking a file in: what it is, whether it is harmless, what may be shown of it, and only then into the store."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.attachments.chunks import seal_content
from shared.attachments.errors import AttachmentRefused, ScannerUnavailable
from shared.attachments.limits import DEFAULT, Limits
from shared.attachments.names import clean_name
from shared.attachments.objects import ObjectStore
from shared.attachments.sandbox import clean_apart
from shared.attachments.scanner import Scanner, ScanState, Verdict
from shared.attachments.sealed_objects import new_key
from shared.attachments.sniff import identify
from shared.attachments.store import TABLE, Attachment
from shared.attachments.tables import attachments
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.clock import to_the_hour
from shared.db import Database
from shared.ids import uuid4
from shared.sealing.seals import Seals
from shared.sealing.suites import SUITES


@dataclass(frozen=True, slots=True)
class Upload:
    """What the sender gave: the name and media type are claims, the content is in memory and nowhere else."""

    name: str
    declared: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Keeping:
    """What taking in needs besides the database: seals, the object store, the scanner and the limits."""

    seals: Seals
    objects: ObjectStore
    scanner: Scanner
    limits: Limits = DEFAULT


async def add(db: Database, keeping: Keeping, upload: Upload, actor: Actor, at: datetime) -> Attachment:
    """Check, clean, seal and store a file; it belongs to nothing until it is linked.

    What is given out is a copy of the content alone; the file as it came is kept beside it under a key of its own.
    An anonymous upload keeps nothing of who sent it but the hour. Raises: AttachmentRefused,
    KeyServiceUnavailable, DatabaseUnavailable.
    """
    found = await asyncio.to_thread(
        identify, upload.content, upload.name, upload.declared, limits=keeping.limits
    )
    hour = to_the_hour(at)
    verdict = await scan(keeping.scanner, upload.content)
    if verdict.state is ScanState.INFECTED:
        await _record_infection(db, actor, hour, verdict)
        raise AttachmentRefused("attachment_infected")
    shown = upload.content
    if found.is_cleaned:
        shown = await clean_apart(upload.content, found.code, limits=keeping.limits)
    identity = uuid4()
    stored = await _store(keeping, identity, "content", shown)
    original = await _store(keeping, identity, "original", upload.content) if found.is_cleaned else None
    attachment = Attachment(
        id=identity,
        name=clean_name(upload.name),
        media_type=found.media_type,
        size=len(upload.content),
        sha256=hashlib.sha256(upload.content).digest(),
        scan_state=verdict.state,
        object_type=None,
        object_id=None,
        uploaded_by=None if actor.kind == "public" else actor.id,
        content_size=len(shown),
        content_sha256=hashlib.sha256(shown).digest(),
        stored_key=stored[0],
        wrapped_key=stored[1],
        original_stored_key=original and original[0],
        original_wrapped_key=original and original[1],
        created_at=hour,
    )
    await _insert(db, keeping, attachment, upload.content, actor)
    return attachment


async def scan(scanner: Scanner, content: bytes) -> Verdict:
    """Return the scanner's verdict, or that the file waits for one."""
    try:
        return await scanner.scan(content)
    except ScannerUnavailable:
        return Verdict(ScanState.WAITING)


async def _store(keeping: Keeping, identity: UUID, group: str, content: bytes) -> tuple[str, bytes]:
    """Seal a content and put it under a random key, which tells nothing about its row."""
    seals = keeping.seals
    place = seals.place(TABLE, identity, group)
    blob, wrapped = await asyncio.to_thread(seal_content, content, place, seals.provider, suite=seals.suite)
    key = new_key()
    await keeping.objects.put(key, blob)
    return key, wrapped


async def _insert(
    db: Database, keeping: Keeping, attachment: Attachment, content: bytes, actor: Actor
) -> None:
    values: dict[str, Any] = {name: getattr(attachment, name) for name in Attachment.__slots__}
    values["name"] = keeping.seals.seal_text(attachment.name, TABLE, attachment.id, "name")
    values["scan_state"] = attachment.scan_state.value
    values["sm3"] = await asyncio.to_thread(SUITES[2].digest, content)
    try:
        async with db.transaction() as tx:
            tx.add(attachments, **values)
            audit(
                tx,
                actor,
                attachment.created_at,
                action="attachment:add",
                object_type="attachment",
                object_id=attachment.id,
                row_hash=attachment.sha256,
                details={"media_type": attachment.media_type, "scan_state": attachment.scan_state.value},
            )
    except BaseException:
        await forget_objects(keeping.objects, attachment)
        raise


async def forget_objects(objects: ObjectStore, attachment: Attachment) -> None:
    """Delete what the object store holds of a file."""
    for key in filter(None, (attachment.stored_key, attachment.original_stored_key)):
        await objects.delete(key)


async def _record_infection(db: Database, actor: Actor, at: datetime, verdict: Verdict) -> None:
    async with db.transaction() as tx:
        audit(
            tx,
            actor,
            at,
            action="attachment:add",
            outcome="refused",
            rule="attachment_infected",
            details={"signature": verdict.signature},
        )
