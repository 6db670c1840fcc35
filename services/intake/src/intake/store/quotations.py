"""Texts that may quote a report after all, found again by the keyed hash of their signs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.quotation import bare
from intake.domain.quotation_lifecycle import Quotation, QuotationState
from intake.store.tables.answering import QuotationRow
from shared.db import Reader
from shared.db.engine import Row
from shared.sealing.provider import KeyProvider
from shared.sealing.seals import Seals

_PURPOSE = "quotation"
_FIELDS = tuple(Quotation.__dataclass_fields__)


def quotation_of(row: Row) -> Quotation:
    return Quotation(*(row[name] for name in _FIELDS))


def digest_of(provider: KeyProvider, text: str) -> bytes:
    """Return the keyed hash by which a cleared text is known again."""
    return provider.mac(_PURPOSE, bare(text).encode()).value


async def is_cleared(reader: Reader, provider: KeyProvider, object_id: UUID, text: str) -> bool:
    """Say whether two people allowed this very text to leave, under any key since then."""
    signs = bare(text).encode()
    found = [provider.mac(_PURPOSE, signs, version=version).value for version in provider.status().versions]
    statement = sa.select(QuotationRow.id).where(
        QuotationRow.object_id == object_id,
        QuotationRow.state == QuotationState.CLEARED.value,
        QuotationRow.digest.in_(found),
    )
    return bool(await reader.all(statement))


def sealed(seals: Seals, quotation_id: UUID, text: str, reason: str) -> dict[str, bytes]:
    """Return the sealed columns of a request."""
    return {
        "text": seals.seal_text(text, "quotations", quotation_id, "text"),
        "reason": seals.seal_text(reason, "quotations", quotation_id, "reason"),
    }


async def read_words(reader: Reader, seals: Seals, quotation_id: UUID) -> dict[str, Any]:
    """Return the text and why it must quote."""
    row = await reader.one(
        sa.select(QuotationRow.text, QuotationRow.reason).where(QuotationRow.id == quotation_id)
    )
    return {name: seals.open_text(row[name], "quotations", quotation_id, name) for name in ("text", "reason")}
