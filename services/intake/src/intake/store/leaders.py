"""The register of principal leaders, and a copy in memory: the public surface asks it without a statement."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from intake.domain.leaders import plain
from intake.store.tables.confidential import LeaderRow
from shared.db import Database, Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

KEEP_S = 15.0
_c = LeaderRow.__table__.c
_copies: WeakKeyDictionary[Database, tuple[float, Mapping[str, frozenset[str]]]] = WeakKeyDictionary()


async def leaders_now(db: Database, reader: Reader | None = None) -> Mapping[str, frozenset[str]]:
    """Return the organs' paths by plain name; read again when older than fifteen seconds.

    `reader` where a transaction is open already.
    """
    kept = _copies.get(db)
    if kept is not None and time.monotonic() - kept[0] < KEEP_S:
        return kept[1]
    if reader is not None:
        found = await _read(reader)
    else:
        async with db.reader() as fresh:
            found = await _read(fresh)
    _copies[db] = (time.monotonic(), found)
    return found


async def _read(reader: Reader) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in await reader.all(sa.select(_c.name, _c.organ_path).where(_c.until.is_(None))):
        name = plain(row["name"])
        found[name] = found.get(name, frozenset()) | {row["organ_path"]}
    return found


def forget_copy(db: Database) -> None:
    """Let the next question read the register again."""
    _copies.pop(db, None)


async def declare_leader(
    tx: Transaction, *, organ_path: str, name: str, by: str, at: datetime
) -> dict[str, Any]:
    """End who was an organ's principal leader, and name who is; return the new row."""
    ended = sa.update(LeaderRow).where(_c.organ_path == organ_path, _c.until.is_(None))
    await tx.run(ended.values(until=at))
    row = {"id": uuid7(), "organ_path": organ_path, "name": name, "set_by": by, "since": at, "until": None}
    tx.add(LeaderRow, **row)
    return row


async def all_leaders(reader: Reader, *, past: bool) -> list[Row]:
    """Return the register by organ and time."""
    statement = sa.select(LeaderRow.__table__).order_by(_c.organ_path, _c.since, _c.id)
    return await reader.all(statement if past else statement.where(_c.until.is_(None)))
