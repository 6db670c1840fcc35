"""Entries of integrity files: written when a talk or inquiry is filed, found by keyed terms of a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from casework.domain.talk_inquiry import TalkInquiry
from casework.store.tables.measures import IntegrityEntryRow
from shared.auth.permissions import PermissionTable
from shared.auth.predicate import Protected, predicate
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.process.desk import Call

entries: Any = IntegrityEntryRow.__table__
MOST = 200


def add_entry(tx: Transaction, talk: TalkInquiry, terms: list[int], *, by: str, at: datetime) -> None:
    """Queue the entry a talk leaves."""
    tx.add(
        IntegrityEntryRow, id=uuid7(), holder_path=talk.holder_path, secrecy=talk.secrecy, talk_inquiry_id=talk.id,
        terms=terms, outcome=talk.outcome, measure=talk.measure, filed_by=by, filed_at=at,
    )  # fmt: skip


async def entries_about(
    reader: Reader, permissions: PermissionTable, call: Call, terms: list[int]
) -> list[Row]:
    """Return the entries about a person that the caller may read, newest first."""
    seen = predicate(permissions, call.actor, "integrity_entry:read", Protected.of(entries), call.at)
    about = entries.c.terms.overlap(sa.literal(terms, ARRAY(sa.BigInteger)))
    return await reader.all(
        sa.select(entries).where(about, seen).order_by(entries.c.filed_at.desc(), entries.c.id).limit(MOST)
    )
