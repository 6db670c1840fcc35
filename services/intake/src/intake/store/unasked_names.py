"""Matters about people whose names identity has not been asked about yet."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from intake.store.tables.entry import UnaskedNamesRow
from intake.store.tables.merging import SealedTermsRow
from intake.store.words import SUBJECTS, subjects_of
from shared.db import Reader, Transaction
from shared.sealed_words import words
from shared.sealing.seals import Seals


class Unasked(NamedTuple):
    """A matter, and of which kind it is."""

    object_id: UUID
    object_type: str


def leave_unasked(tx: Transaction, object_type: str, object_id: UUID) -> None:
    """Queue that somebody has to ask whom a new matter is about."""
    tx.add(UnaskedNamesRow, object_id=object_id, object_type=object_type)


async def ask_later(tx: Transaction, object_type: str, object_id: UUID) -> None:
    """Let the worker ask whom a matter is about, if that is not waiting already."""
    row = insert(UnaskedNamesRow).values(object_id=object_id, object_type=object_type)
    await tx.run(row.on_conflict_do_nothing())


async def unasked(reader: Reader, *, limit: int) -> list[Unasked]:
    """Return some of the matters that wait."""
    rows = await reader.all(sa.select(UnaskedNamesRow).limit(limit))
    return [Unasked(row["object_id"], row["object_type"]) for row in rows]


async def names_are_known(tx: Transaction, object_id: UUID) -> None:
    """Take a matter off the list."""
    await tx.run(sa.delete(UnaskedNamesRow).where(UnaskedNamesRow.object_id == object_id))


async def names_of(reader: Reader, seals: Seals, object_ids: list[UUID]) -> dict[UUID, frozenset[str]]:
    """Open whom several matters are about."""
    subjects = await subjects_of(reader, seals, object_ids)
    return {identity: frozenset(name for name, _ in named) for identity, named in subjects.items()}


async def about_somebody_called(reader: Reader, seals: Seals, name: str) -> list[UUID]:
    """Return every registered matter about somebody of exactly that name."""
    table: Any = SealedTermsRow.__table__
    held = words.may_hold(seals, table.c.object_id, SUBJECTS, name)
    rows = await reader.all(sa.select(table.c.object_id).where(held))
    found = await names_of(reader, seals, [row["object_id"] for row in rows])
    return [identity for identity, names in found.items() if name in names]
