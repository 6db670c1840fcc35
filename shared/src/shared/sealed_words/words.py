"""Index sealed texts, and find the few that may hold what a person typed; who may open them then looks.

    words.keep(tx, desk.seals, report.id, "content", text)
    ...
    Search(Body, lambda desk, body, _: [words.may_hold(desk.seals, reports.c.id, "content", body.q)], "read_text", keep=…)

A pair of characters becomes a number under a key that never lies in the database, cut so short that dozens of other
pairs share it: neither what a text says nor how often a pair occurs can be told from the numbers. What `may_hold` finds
is therefore opened and asked `TextQuery.stands_in`. A single character is too little to look for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from shared import search
from shared.db import Transaction
from shared.sealed_words.tables import sealed_words
from shared.sealing.seals import Seals

BITS = 14
"""Sixteen thousand numbers for a million pairs. A text of 500 characters holds 1 in 40 of them by chance, so two
pairs find 1 stranger in 1,600 and three 1 in 60,000."""

_NUMBERS = ARRAY(sa.Integer)


async def keep(tx: Transaction, seals: Seals, object_id: UUID, group: str, *texts: str | None) -> None:
    """Keep what an object's texts of a group are found by, in place of what was kept before."""
    numbers = sorted(_numbers(seals, group, search.lexemes(*texts)))
    new = insert(sealed_words).values(object_id=object_id, field_group=group, numbers=numbers)
    replaced = {"numbers": new.excluded.numbers}
    await tx.run(new.on_conflict_do_update(index_elements=["object_id", "field_group"], set_=replaced))


async def forget(tx: Transaction, object_id: UUID) -> None:
    """Delete the numbers of an object whose texts are erased."""
    await tx.run(sa.delete(sealed_words).where(sealed_words.c.object_id == object_id))


def may_hold(
    seals: Seals, object_id: sa.ColumnElement[UUID], group: str, text: str
) -> sa.ColumnElement[bool]:
    """Return the condition that an object's texts of a group may hold what a person typed.

    False for what has no two characters together.
    """
    wanted = search.parse(text)
    numbers = _numbers(seals, group, wanted.lexemes) if wanted else set()
    if not numbers:
        return sa.false()
    found = sa.func.sealed_words_holding(group, sa.literal(sorted(numbers), _NUMBERS), type_=sa.Uuid)
    return object_id == sa.any_(sa.func.array(sa.select(found).scalar_subquery()))


def _numbers(seals: Seals, group: str, lexemes: Iterable[str]) -> set[int]:
    """Return the numbers of pairs and words, other ones in each group.

    The key is always that of the first version that is held: under a new one nothing old would be found.
    """
    provider = seals.provider
    key = provider.mac("sealed words", group.encode(), version=min(provider.status().versions)).value
    return {_number(key, lexeme) for lexeme in lexemes if len(lexeme) > 1}


def _number(key: bytes, lexeme: str) -> int:
    return int.from_bytes(hashlib.blake2b(lexeme.encode(), digest_size=4, key=key).digest()) >> (32 - BITS)
