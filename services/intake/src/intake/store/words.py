"""What matters are searched by, and what their texts really say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from intake.domain.likeness import Told
from intake.store.tables import ContentRow
from shared.db import Reader, Transaction
from shared.sealed_words import words
from shared.sealing.seals import Seals

CONTENT, SUBJECTS = "content", "subjects"
_decode = msgspec.json.Decoder(list[dict[str, str | None]]).decode


async def keep_words(tx: Transaction, seals: Seals, object_id: UUID, told: Told) -> None:
    """Let a matter be found by its text, and by the people and units it is about."""
    await words.keep(tx, seals, object_id, CONTENT, told.content)
    await words.keep(tx, seals, object_id, SUBJECTS, *(text for one in told.subjects for text in one))


def may_hold(
    seals: Seals, table: Any, group: str, text: str, *, column: str = "id"
) -> sa.ColumnElement[bool]:
    return words.may_hold(seals, table.c[column], group, text)


async def texts_of(reader: Reader, seals: Seals, object_ids: Sequence[UUID]) -> Mapping[UUID, Told]:
    """Open what several matters tell."""
    ids = sa.literal(list(object_ids), ARRAY(sa.Uuid))
    rows = await reader.all(sa.select(ContentRow).where(ContentRow.object_id == sa.any_(ids)))
    found = {}
    for row in rows:
        identity = row["object_id"]
        content = seals.open_text(row["content"], "contents", identity, "content")
        sealed = row["subjects"]
        subjects = _decode(seals.open(sealed, "contents", identity, "subjects")) if sealed else []
        named = tuple((one["name"] or "", one.get("organisation") or "") for one in subjects)
        found[identity] = Told(content, named)
    return found
