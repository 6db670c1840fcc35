"""Sealed texts and identities: written once, opened by whoever may, each opening audited by the caller of these."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import sqlalchemy as sa

from intake.store.tables import ContentRow, ExtractRow, MessageRow, OpinionRow, ReporterRow
from shared.db import Reader, Transaction
from shared.ids import uuid4
from shared.sealing.seals import Seals

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class Content(NamedTuple):
    """What a person tells: the text, whom it is about, and where the problem is."""

    text: str
    subjects: list[dict[str, Any]]
    address: str


def add_content(tx: Transaction, seals: Seals, object_id: UUID, told: Content) -> None:
    subjects, address = told.subjects, told.address
    tx.add(
        ContentRow,
        object_id=object_id,
        content=seals.seal_text(told.text, "contents", object_id, "content"),
        subjects=seals.seal(_encode(subjects), "contents", object_id, "subjects") if subjects else None,
        address=_address_sealed(seals, object_id, address) if address else None,
    )


async def read_content(reader: Reader, seals: Seals, object_id: UUID) -> Content:
    row = await reader.one(sa.select(ContentRow).where(ContentRow.object_id == object_id))
    text = seals.open_text(row["content"], "contents", object_id, "content")
    named, place = row["subjects"], row["address"]
    subjects = _decode(seals.open(named, "contents", object_id, "subjects")) if named else []
    address = seals.open_text(place, "contents", object_id, "address") if place else ""
    return Content(text, subjects, address)


async def set_address(tx: Transaction, seals: Seals, object_id: UUID, address: str) -> None:
    """Keep where the problem is, in place of what was told."""
    sealed = _address_sealed(seals, object_id, address)
    await tx.run(sa.update(ContentRow).where(ContentRow.object_id == object_id).values(address=sealed))


def _address_sealed(seals: Seals, object_id: UUID, address: str) -> bytes:
    return seals.seal_text(address, "contents", object_id, "address")


async def read_words_of(reader: Reader, seals: Seals, object_ids: list[UUID]) -> list[str]:
    """Return every text that reporters wrote about some matters: what they submitted, and their messages since."""
    contents = await reader.all(sa.select(ContentRow).where(ContentRow.object_id.in_(object_ids)))
    messages = await reader.all(
        sa.select(MessageRow).where(MessageRow.object_id.in_(object_ids), MessageRow.sender == "reporter")
    )
    return [
        *(seals.open_text(row["content"], "contents", row["object_id"], "content") for row in contents),
        *(seals.open_text(row["text"], "messages", row["id"], "text") for row in messages),
    ]


def add_reporter(
    tx: Transaction, seals: Seals, object_id: UUID, identity: dict[str, Any], *, consent: bool
) -> None:
    sealed = seals.seal(_encode(identity), "reporters", object_id, "identity")
    tx.add(ReporterRow, object_id=object_id, identity=sealed, consent_to_share=consent)


async def read_reporter(reader: Reader, seals: Seals, object_id: UUID) -> dict[str, Any] | None:
    row = await reader.maybe(sa.select(ReporterRow).where(ReporterRow.object_id == object_id))
    if row is None:
        return None
    identity: dict[str, Any] = _decode(seals.open(row["identity"], "reporters", object_id, "identity"))
    return {**identity, "consent_to_share": row["consent_to_share"]}


def add_message(
    tx: Transaction, seals: Seals, object_id: UUID, sender: str, kind: str, text: str, on: Any
) -> None:
    identity = uuid4()
    sealed = seals.seal_text(text, "messages", identity, "text")
    tx.add(MessageRow, id=identity, object_id=object_id, sender=sender, kind=kind, text=sealed, on=on)


async def read_messages(reader: Reader, seals: Seals, object_id: UUID) -> list[dict[str, Any]]:
    rows = await reader.all(
        sa.select(MessageRow).where(MessageRow.object_id == object_id).order_by(MessageRow.inserted)
    )
    return [
        {
            "from": row["sender"],
            "kind": row["kind"],
            "text": seals.open_text(row["text"], "messages", row["id"], "text"),
            "on": row["on"],
        }
        for row in rows
    ]


def add_extract(
    tx: Transaction, seals: Seals, object_id: UUID, to_path: str, text: str, by: str, at: Any
) -> None:
    identity = uuid4()
    sealed = seals.seal_text(text, "extracts", identity, "text")
    tx.add(ExtractRow, id=identity, object_id=object_id, to_path=to_path, text=sealed, made_by=by, at=at)


async def read_extract(reader: Reader, seals: Seals, object_id: UUID) -> str | None:
    """Return the newest extract of an object."""
    rows = await reader.all(
        sa.select(ExtractRow).where(ExtractRow.object_id == object_id).order_by(ExtractRow.at.desc()).limit(1)
    )
    return seals.open_text(rows[0]["text"], "extracts", rows[0]["id"], "text") if rows else None


def add_opinion(
    tx: Transaction,
    seals: Seals,
    object_id: UUID,
    *,
    view: str,
    fields: dict[str, Any],
    by_path: str,
    on: Any,
    at: Any,
) -> None:
    identity = uuid4()
    sealed = seals.seal(_encode(fields), "opinions", identity, "text")
    tx.add(
        OpinionRow, id=identity, object_id=object_id, view=view, text=sealed, by_path=by_path, on=on, at=at
    )


async def answered_by(reader: Reader, object_id: UUID) -> list[str]:
    """Return the paths of who gave a written opinion on a demand, the last of them last."""
    rows = await reader.all(
        sa.select(OpinionRow.by_path).where(OpinionRow.object_id == object_id).order_by(OpinionRow.at)
    )
    return [row["by_path"] for row in rows]


async def read_opinion(reader: Reader, seals: Seals, object_id: UUID) -> dict[str, Any] | None:
    """Return the newest written opinion, the answer to the petitioner."""
    found = await newest_opinion(reader, seals, object_id)
    return found and {**found.fields, "view": found.view, "answered_on": found.on}


class Opinion(NamedTuple):
    """A written opinion opened: its words, its view, and who gave it when."""

    fields: dict[str, Any]
    view: str
    by_path: str
    on: date


async def newest_opinion(reader: Reader, seals: Seals, object_id: UUID) -> Opinion | None:
    """Return the newest written opinion on a demand; None before the first."""
    rows = await reader.all(
        sa.select(OpinionRow).where(OpinionRow.object_id == object_id).order_by(OpinionRow.at.desc()).limit(1)
    )
    if not rows:
        return None
    row = rows[0]
    fields = _decode(seals.open(row["text"], "opinions", row["id"], "text"))
    return Opinion(fields, row["view"], row["by_path"], row["on"])
