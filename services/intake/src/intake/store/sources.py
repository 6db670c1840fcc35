"""Which matter a number of another system became. The content is known by a keyed digest only."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables.entry import SourceRow
from shared.db import Reader, Transaction


@dataclass(frozen=True, slots=True)
class Source:
    """A number of another system, and the digest of what came under it."""

    system: str
    ref: str
    digest: bytes


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
