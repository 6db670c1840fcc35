"""Requests about matters, and what was asked and decided in words."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from intake.domain.request import Request
from intake.store.tables.requests import (
    ProtectionRequestRow,
    RecusalRequestRow,
    RewardProposalRow,
    TraceRequestRow,
)
from shared.auth.rls import past_sight
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.paging import Sorting
from shared.sealing.seals import Seals

ROWS = (ProtectionRequestRow, RecusalRequestRow, RewardProposalRow, TraceRequestRow)
_FIELDS = tuple(field.name for field in fields(Request))
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def request_of(row: Row) -> Request:
    return Request(*(row[name] for name in _FIELDS))


def seal_words(seals: Seals, table: Any, request_id: UUID, group: str, words: dict[str, Any]) -> bytes:
    """Return what is stored of words asked or decided."""
    return seals.seal(_encode(words), table.name, request_id, group)


async def read_words(reader: Reader, seals: Seals, table: Any, request_id: UUID) -> dict[str, Any]:
    """Open what was asked and, where it was, decided."""
    row = await reader.one(sa.select(table.c.asked, table.c.decided).where(table.c.id == request_id))
    return {
        group: _decode(seals.open(row[group], table.name, request_id, group)) if row[group] else None
        for group in ("asked", "decided")
    }


def requests_sorting(table: Any) -> Sorting:
    """Return what a list of requests may be sorted by."""
    keys = {"requested_on": table.c.requested_on, "state": table.c.state}
    return Sorting(keys, default="-requested_on", last=table.c.id)


async def go_along(tx: Transaction, object_id: UUID, holder_path: str) -> list[tuple[sa.FromClause, Row]]:
    """Let the requests about a matter go where it goes, out of the sight of whom it leaves; return them by table."""
    moved: list[tuple[sa.FromClause, Row]] = []
    async with past_sight(tx):
        for request in ROWS:
            table: Any = request.__table__
            going = sa.update(request).where(request.object_id == object_id).values(holder_path=holder_path)
            moved += [(table, row) for row in await tx.all(going.returning(*table.c))]
    return moved
