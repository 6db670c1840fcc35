"""Stubs, what they lead to while it is still here, and its erasure."""

from __future__ import annotations

from dataclasses import fields
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from intake.domain.stub_lifecycle import Stub, StubState
from intake.store.tables import ContentRow, ExtractRow, MessageRow, OpinionRow, ReporterRow
from intake.store.tables.answering import NoteRow
from intake.store.tables.confidential import StubRow
from intake.store.tables.merging import SealedTermsRow
from intake.store.tables.requests import (
    ProtectionRequestRow,
    RecusalRequestRow,
    RewardProposalRow,
    TraceRequestRow,
)
from intake.store.tables.routing import ContactAttemptRow, PaperRow
from shared.attachments.tables import attachments
from shared.db import Reader, Transaction
from shared.db.engine import Row

_FIELDS = tuple(field.name for field in fields(Stub))
ERASED = (
    ContentRow, ReporterRow, MessageRow, ExtractRow, OpinionRow, PaperRow, NoteRow, SealedTermsRow, ContactAttemptRow,
)  # fmt: skip
"""Every table that holds words or traces of a matter; its row, receipt and history keep codes and days only."""
REQUESTS = (ProtectionRequestRow, RecusalRequestRow, RewardProposalRow, TraceRequestRow)
"""Requests about a matter: objects of their own, which go with it."""


class Erased(NamedTuple):
    """What was erased: the keys of files, still to be deleted, and requests by table and id."""

    keys: list[str]
    requests: list[tuple[sa.FromClause, UUID]]


def stub_of(row: Row) -> Stub:
    return Stub(*(row[name] for name in _FIELDS))


async def stub_for(reader: Reader, report_id: UUID) -> Stub | None:
    """Return the stub of a report that went up from here; the context must see it."""
    row = await reader.maybe(
        sa.select(StubRow.__table__).where(StubRow.report_id == report_id).with_for_update()
    )
    return None if row is None else stub_of(row)


async def confirmed_stubs(tx: Transaction, limit: int) -> list[Stub]:
    """Return stubs whose receiver has signed, locked, for the worker to clear."""
    rows = await tx.all(
        sa.select(StubRow.__table__)
        .where(StubRow.state == StubState.CONFIRMED.value)
        .order_by(StubRow.received_on, StubRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [stub_of(row) for row in rows]


async def erase(tx: Transaction, report_id: UUID) -> Erased:
    """Delete every word of a matter, and the requests about it; files are to be deleted once this is committed."""
    for table in ERASED:
        await tx.run(sa.delete(table).where(table.object_id == report_id))
    requests = [
        (request.__table__, row["id"])
        for request in REQUESTS
        for row in await tx.all(
            sa.delete(request).where(request.object_id == report_id).returning(request.id)
        )
    ]
    rows = await tx.all(
        sa.delete(attachments)
        .where(attachments.c.object_id == report_id)
        .returning(attachments.c.stored_key, attachments.c.original_stored_key)
    )
    return Erased([key for row in rows for key in row if key], requests)


async def note_package(tx: Transaction, stub_id: UUID, sha256: str) -> None:
    """Note which package was taken away for the superior."""
    await tx.run(sa.update(StubRow).where(StubRow.id == stub_id).values(package_sha256=sha256))
