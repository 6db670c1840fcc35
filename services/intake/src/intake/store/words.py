"""What matters are searched by, and what their texts really say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from intake.domain.likeness import Told
from intake.store.tables import ContentRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.sealed_words import words
from shared.sealing.errors import SealBroken
from shared.sealing.seals import Seals

CONTENT, SUBJECTS = "content", "subjects"
Named = tuple[tuple[str, str], ...]
"""Whom a matter is about, as (name, organisation)."""
_decode = msgspec.json.Decoder(list[dict[str, str | None]]).decode


async def keep_words(tx: Transaction, seals: Seals, object_id: UUID, told: Told) -> None:
    """Let a matter be found by its text, and by the people and units it is about."""
    await words.keep(tx, seals, object_id, CONTENT, told.content)
    await words.keep(tx, seals, object_id, SUBJECTS, *(text for one in told.subjects for text in one))


async def texts_of(reader: Reader, seals: Seals, object_ids: Sequence[UUID]) -> Mapping[UUID, Told]:
    """Open what several matters tell, as far as it opens.

    A text somebody altered in the database is told of by the reconciler; it keeps nobody from reading the others.
    """
    rows = await reader.all(_of(sa.select(ContentRow), object_ids))
    found = {}
    for row in rows:
        with suppress(SealBroken):
            content = seals.open_text(row["content"], "contents", row["object_id"], "content")
            found[row["object_id"]] = Told(content, _subjects_in(row, seals))
    return found


async def subjects_of(reader: Reader, seals: Seals, object_ids: Sequence[UUID]) -> Mapping[UUID, Named]:
    """Open whom several matters are about, and leave their texts sealed."""
    rows = await reader.all(_of(sa.select(ContentRow.object_id, ContentRow.subjects), object_ids))
    return {row["object_id"]: _subjects_in(row, seals) for row in rows}


def _of(statement: sa.Select[*tuple[Any, ...]], object_ids: Sequence[UUID]) -> sa.Select[*tuple[Any, ...]]:
    return statement.where(ContentRow.object_id == sa.any_(sa.literal(list(object_ids), ARRAY(sa.Uuid))))


def _subjects_in(row: Row, seals: Seals) -> Named:
    sealed = row["subjects"]
    subjects = _decode(seals.open(sealed, "contents", row["object_id"], "subjects")) if sealed else []
    return tuple((one["name"] or "", one.get("organisation") or "") for one in subjects)
