"""Keep the numbers a matter is found by, and find those that may tell the same."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from intake.domain.likeness import Told
from intake.domain.sealed_terms import SealedTerms
from intake.store.contents import read_content
from intake.store.tables.merging import SealedTermsRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.sealing.provider import KeyProvider
from shared.sealing.seals import Seals

_NUMBERS = ARRAY(sa.Integer)
MOST_OPENED = 200


def terms_key(provider: KeyProvider) -> bytes:
    """Return the key of the numbers. It is always that of the first key version: a new one would find nothing old."""
    return provider.mac("sealed_terms", b"numbers", version=min(provider.status().versions)).value


async def told_by(reader: Reader, seals: Seals, object_id: UUID) -> Told:
    """Open what a matter tells."""
    told = await read_content(reader, seals, object_id)
    return Told(told.text, tuple((one["name"], one.get("organisation", "")) for one in told.subjects))


async def keep_terms(tx: Transaction, object_type: str, object_id: UUID, terms: SealedTerms) -> None:
    """Keep a matter's numbers, in place of earlier ones."""
    values = {"names": list(terms.names), "facts": list(terms.facts)}
    await tx.run(
        insert(SealedTermsRow)
        .values(object_id=object_id, object_type=object_type, **values)
        .on_conflict_do_update(index_elements=["object_id"], set_=values)
    )


async def terms_of(reader: Reader, object_id: UUID) -> SealedTerms | None:
    """Return the numbers kept of a matter; None before it is registered."""
    row = await reader.maybe(
        sa.select(SealedTermsRow.names, SealedTermsRow.facts).where(SealedTermsRow.object_id == object_id)
    )
    return None if row is None else SealedTerms(tuple(row["names"]), tuple(row["facts"]))


async def candidates(
    reader: Reader, table: Any, matter: Any, terms: SealedTerms, visible: sa.TextClause, since: date
) -> list[Row]:
    """Return the newest visible registered matters that share a person's number, most of a text, or place and field."""
    names, facts = (sa.literal(list(numbers), _NUMBERS) for numbers in (terms.names, terms.facts))
    asked = [sa.select(sa.func.sealed_terms_alike(names, facts, type_=sa.Uuid).label("id"))]
    if matter.region is not None and matter.field is not None:
        near = sa.select(table.c.id).where(
            visible, table.c.number.is_not(None), table.c.region == matter.region, table.c.field == matter.field,
            table.c.received_on >= since, table.c.id != matter.id,
        )  # fmt: skip
        newest = near.order_by(table.c.received_on.desc(), table.c.id).limit(MOST_OPENED).subquery()
        asked.append(sa.select(newest.c.id))
    ids = sa.select(sa.union_all(*asked).subquery().c.id).scalar_subquery()
    statement = (
        sa.select(table.c.id, table.c.number, table.c.state, table.c.received_on)
        .where(visible, table.c.id == sa.any_(sa.func.array(ids)), table.c.id != matter.id)
        .order_by(table.c.received_on.desc(), table.c.id)
        .limit(MOST_OPENED)
    )
    return await reader.all(statement)
