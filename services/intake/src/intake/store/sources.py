"""Which matter a number of another system became. The content is known by a keyed digest only."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from intake.store.tables.entry import SourceRow
from shared.db import Reader, Transaction

_TEXTS = ARRAY(sa.Text)


@dataclass(frozen=True, slots=True)
class Source:
    """A number of another system, and the digest of what came under it."""

    system: str
    ref: str
    digest: bytes

    @property
    def number(self) -> tuple[str, str]:
        """Return what there is one matter of."""
        return self.system, self.ref


@dataclass(frozen=True, slots=True)
class Found:
    """The matter a number became, and whether it came with the same content."""

    object_type: str
    object_id: UUID
    is_same: bool


def add_source(tx: Transaction, source: Source, object_type: str, object_id: UUID) -> None:
    """Queue the row; a twin breaks the commit."""
    tx.add(
        SourceRow, system=source.system, ref=source.ref, digest=source.digest, object_type=object_type,
        object_id=object_id,
    )  # fmt: skip


async def find_source(reader: Reader, source: Source) -> Found | None:
    """Return what a number became, or None."""
    row = await reader.maybe(
        sa.select(SourceRow.__table__).where(SourceRow.system == source.system, SourceRow.ref == source.ref)
    )
    if row is None:
        return None
    same = hmac.compare_digest(row["digest"], source.digest)
    return Found(row["object_type"], row["object_id"], same)


async def known_numbers(reader: Reader, numbers: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of these numbers, each a system and a reference, that became a matter."""
    asked = (
        sa.func.unnest(
            sa.bindparam("systems", [system for system, _ in numbers], type_=_TEXTS),
            sa.bindparam("refs", [ref for _, ref in numbers], type_=_TEXTS),
        )
        .table_valued("system", "ref", name="asked")
        .render_derived()
    )
    rows = await reader.all(
        sa.select(SourceRow.system, SourceRow.ref).join(
            asked, sa.and_(SourceRow.system == asked.c.system, SourceRow.ref == asked.c.ref)
        )
    )
    return {(row["system"], row["ref"]) for row in rows}
