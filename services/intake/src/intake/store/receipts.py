"""Receipts: written with the submission, found by their keyed hash and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from intake.store.tables import ReceiptRow
from intake.store.tables.routing import ReceiptMatterRow
from shared.db import Reader, Transaction
from shared.ids import uuid4

_FIND = sa.select(ReceiptRow.object_type, ReceiptRow.object_id, ReceiptRow.voided).where(
    ReceiptRow.receipt_hash == sa.any_(sa.bindparam("hashes", type_=ARRAY(sa.LargeBinary)))
)
_BY_COMMITMENT = sa.select(ReceiptRow.audit_id).where(ReceiptRow.commitment == sa.bindparam("commitment"))
_HELD_UNDER = sa.select(ReceiptRow.object_type, ReceiptRow.object_id).where(
    ReceiptRow.commitment == sa.bindparam("commitment")
)
_OPENED_TOO = sa.select(ReceiptMatterRow.object_type, ReceiptMatterRow.object_id).where(
    ReceiptMatterRow.origin_id == sa.bindparam("origin_id")
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a receipt opens."""

    object_type: str
    object_id: UUID


def add_receipt(
    tx: Transaction,
    *,
    receipt_hash: bytes,
    commitment: bytes,
    object_type: str,
    object_id: UUID,
    audit_id: UUID,
) -> None:
    tx.add(
        ReceiptRow, id=uuid4(), receipt_hash=receipt_hash, object_type=object_type, object_id=object_id,
        commitment=commitment, audit_id=audit_id, voided=False,
    )  # fmt: skip


async def find_receipt(reader: Reader, hashes: list[bytes]) -> Held | None:
    """Return what the receipt opens, under any of the keys; None for an unknown, expired or voided one alike."""
    row = await reader.maybe(_FIND, hashes=hashes)
    if row is None or row["voided"]:
        return None
    return Held(row["object_type"], row["object_id"])


async def audit_entry_of(reader: Reader, commitment: bytes) -> UUID | None:
    """Return the audit entry that records a submission."""
    found: UUID | None = await reader.scalar(_BY_COMMITMENT, commitment=commitment)
    return found


async def held_under(reader: Reader, commitment: bytes) -> Held | None:
    """Return what the receipt of a published commitment opens."""
    row = await reader.maybe(_HELD_UNDER, commitment=commitment)
    return None if row is None else Held(row["object_type"], row["object_id"])


def open_too(tx: Transaction, origin_id: UUID, object_type: str, object_id: UUID) -> None:
    """Let the receipt of one matter open another that was split from it."""
    tx.add(ReceiptMatterRow, origin_id=origin_id, object_type=object_type, object_id=object_id)


async def opened_too(reader: Reader, origin_id: UUID) -> list[Held]:
    """Return what a receipt opens besides the matter it was given for."""
    rows = await reader.all(_OPENED_TOO, origin_id=origin_id)
    return [Held(row["object_type"], row["object_id"]) for row in rows]


async def has_receipt(reader: Reader, object_id: UUID) -> bool:
    """Say whether anybody holds a receipt for a matter; the context must see receipts."""
    statement = sa.select(ReceiptRow.id).where(ReceiptRow.object_id == object_id).limit(1)
    return await reader.scalar(statement) is not None
