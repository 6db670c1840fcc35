"""Gather a whole object for somebody who may have it: everything is decided and recorded before it is read."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import sqlalchemy as sa

from shared.attachments.errors import AttachmentWithheld
from shared.attachments.give_out import content_of
from shared.attachments.store import Attachment, of_object
from shared.audit.record import audit
from shared.db import Reader, Transaction
from shared.documents.document import Document
from shared.documents.give_out import write_document
from shared.http.fields import on_the_wire
from shared.http.problems import Problem
from shared.process.describe import show_sign_off
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process, Viewer
from shared.process.read import show_history, show_object
from shared.process.timeline import show_timeline
from shared.signoff.store import signatures_of
from shared.signoff.tables import sign_offs
from shared.whole.archive import Entry, archive, manifest_of
from shared.whole.proofs import proofs_of

AT_ONCE = 20 * 1024 * 1024
"""More bytes of files than these take longer than an answer may."""

More = Callable[[Reader, Desk, Any, Viewer], Awaitable[Mapping[str, Any]]]
"""What a service adds of its own, each under the name of its file."""


@dataclass(frozen=True)
class Whole:
    """How one kind of object is packed: its process, its documents, and what the service adds."""

    process: Process[Any]
    documents: Sequence[Document] = ()
    more: More | None = None

    @property
    def permission(self) -> str:
        """Whoever holds it may have the whole."""
        return self.process.permission("package")


@dataclass
class _Gathered:
    entries: list[Entry] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    number: str | None = None

    def add(self, path: str, body: Any) -> None:
        self.put(path, msgspec.json.format(msgspec.json.encode(body), indent=2))

    def put(self, path: str, content: bytes) -> None:
        self.entries.append(Entry.of(path, content))


class Packed(NamedTuple):
    """An archive: its name, and its content in pieces, which is made while it is read."""

    name: str
    content: AsyncIterator[bytes]


async def pack(desk: Desk, whole: Whole, object_id: UUID, call: Call) -> Packed:
    """Return the archive; the log keeps for what purpose, and the manifest's hash.

    Raises: Problem `not_found`, `forbidden`; Unavailable when names in documents cannot be asked for; while it is
    read: ContentBroken, KeyServiceUnavailable.
    """
    process = whole.process
    found = _Gathered()
    documents, files = await _from_the_database(desk, whole, object_id, call, found)
    for name, show in (("object", show_object), ("history", show_history), ("timeline", show_timeline)):
        found.put(f"{name}.json", (await show(desk, process, object_id, call)).content)
    for document in documents:
        await _add_document(desk, whole, document, object_id, call, found)
    for position, file in enumerate(files, 1):
        _add_file(desk, file, f"attachments/{position:02}-{file.name.replace('/', '_')}", found)
    manifest = manifest_of(found.entries, _about(process, object_id, call, found))
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        _record(tx, whole, object_id, call, "sealed", manifest=hashlib.sha256(manifest).hexdigest())
    name = f"{process.lifecycle.title[0]} {found.number or object_id}.zip"
    return Packed(name, archive(found.entries, manifest))


async def size_of(desk: Desk, whole: Whole, object_id: UUID, call: Call) -> int:
    """Return how many bytes of files a whole has. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, whole.process, object_id, call, whole.permission, lock=False)
        return sum(one.content_size for one in await of_object(reader, desk.seals, object_id))


async def _from_the_database(
    desk: Desk, whole: Whole, object_id: UUID, call: Call, found: _Gathered
) -> tuple[list[Document], list[Attachment]]:
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, facts = await load_for(
            tx, desk, whole.process, object_id, call, whole.permission, lock=False
        )
        _record(tx, whole, object_id, call, "whole")
        found.number = subject.number
        found.add("sign-offs.json", await _signed(tx, desk, object_id))
        found.add("audit.json", await proofs_of(tx, object_id))
        if whole.more:
            viewer = Viewer(call.actor, facts, call.at, call.language)
            for name, body in (await whole.more(tx, desk, subject, viewer)).items():
                found.add(f"{name}.json", body)
        documents = []
        for one in whole.documents:
            if not desk.permissions.decide(call.actor, one.permission, facts, call.at).allowed:
                found.withheld.append(f"documents/{one.name}.docx")
            elif await one.can_be_had(tx, subject):
                documents.append(one)
        return documents, await of_object(tx, desk.seals, object_id)


async def _add_document(
    desk: Desk, whole: Whole, document: Document, object_id: UUID, call: Call, found: _Gathered
) -> None:
    """Add a document; one whose step was passed without what it tells does not exist."""
    try:
        _, content = await write_document(desk, whole.process, document, object_id, call)
    except Problem as problem:
        if problem.code != "document_not_yet":
            raise
    else:
        found.put(f"documents/{document.name}.docx", content)


def _add_file(desk: Desk, file: Attachment, path: str, found: _Gathered) -> None:
    """Add the cleaned copy of a file; one that must not be given out is named as withheld."""

    def read() -> AsyncIterator[bytes]:
        return content_of(
            file, desk.seals, desk.keeping.objects, unscanned_is_fine=desk.settings.unscanned_is_fine
        )

    try:
        read()
    except AttachmentWithheld:
        found.withheld.append(path)
    else:
        found.entries.append(Entry(path, file.content_size, file.content_sha256, read))


async def _signed(reader: Reader, desk: Desk, object_id: UUID) -> list[dict[str, Any]]:
    rows = await reader.all(
        sa.select(sign_offs).where(sign_offs.c.object_id == object_id).order_by(sign_offs.c.proposed_at)
    )
    signed = await signatures_of(reader, [row["id"] for row in rows])
    return [
        {
            **show_sign_off(row, signed.get(row["id"], [])),
            "signatures": [_signature(desk, one) for one in signed.get(row["id"], [])],
        }
        for row in rows
    ]


def _signature(desk: Desk, row: Mapping[str, Any]) -> dict[str, Any]:
    opinion = row["opinion"]
    names = ("level", "approver", "decision", "order_number")
    return {
        **{name: row[name] for name in names},
        "opinion": desk.seals.open_text(opinion, "signatures", row["id"], "opinion") if opinion else "",
        "document_sha256": row["document_sha256"].hex(),
        "at": on_the_wire(row["at"]),
    }


def _about(process: Process[Any], object_id: UUID, call: Call, found: _Gathered) -> dict[str, Any]:
    return {
        "object_type": process.name,
        "object_id": str(object_id),
        "number": found.number,
        "made_at": on_the_wire(call.at),
        "made_by": call.actor.id,
        "purpose": call.purpose,
        "withheld": found.withheld,
    }


def _record(tx: Transaction, whole: Whole, object_id: UUID, call: Call, group: str, **details: str) -> None:
    if call.purpose is None:
        raise Problem("forbidden")
    audit(
        tx, call.actor, call.at, action=whole.permission, object_type=whole.process.name, object_id=object_id,
        field_group=group, purpose=call.purpose, request_id=call.request_id, details=details,
    )  # fmt: skip
