"""Find what was changed behind the service's back: each object's row is hashed anew and compared with the audit.

Every move leaves the hash of the row after it in the audit log, which is signed. An object whose row hashes
otherwise was changed by somebody else, one without a row was deleted, one that the log does not know was slipped in.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from shared.audit.tables import audit_entries
from shared.db import Reader
from shared.db.engine import Row
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.process.process import Process
from shared.process.rowhash import row_hash

PAGE = 500
ACTION = "audit:reconcile"
"""The action under which a difference stands in the log."""
CHANGED, DELETED, UNKNOWN = "row_changed", "row_deleted", "row_unknown"
ERASED = "erase"
"""The action under which a service itself deletes an object's row."""
_entries = audit_entries.c


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not as the log says."""

    kind: str
    object_type: str
    object_id: UUID


Sweep = Callable[[Desk, UUID | None], Awaitable[tuple[list[Difference], UUID | None]]]
"""Looks through one page of something behind an id, and says what differs and where to go on, None at the end."""
_Look = Callable[[Reader, UUID | None], Awaitable[tuple[list[Difference], UUID | None]]]
"""The same in a transaction that is open."""


def sweeps_of(processes: Mapping[str, Process[Any]]) -> tuple[Sweep, ...]:
    """Return the sweeps over the rows of every process, and the one over the objects that the log knows."""
    return tuple(_read_by_a_worker(look) for look in _looks(processes))


def _looks(processes: Mapping[str, Process[Any]]) -> list[_Look]:
    return [*(partial(differences, process) for process in processes.values()), partial(gone, processes)]


def _read_by_a_worker(look: _Look) -> Sweep:
    async def page(desk: Desk, after: UUID | None) -> tuple[list[Difference], UUID | None]:
        async with desk.db.reader(WORKER) as reader:
            return await look(reader, after)

    return page


async def differences(
    process: Process[Any], reader: Reader, after: UUID | None
) -> tuple[list[Difference], UUID | None]:
    """Compare one page of rows behind an id; return what differs, and where to go on, None at the end."""
    table = process.table
    page = sa.select(table).order_by(table.c.id).limit(PAGE)
    rows = await reader.all(page if after is None else page.where(table.c.id > after))
    logged = await _logged(reader, process.name, [row["id"] for row in rows])
    found = [
        Difference(kind, process.name, row["id"])
        for row in rows
        if (kind := _judge(process, row, logged.get(str(row["id"]))))
    ]
    return found, rows[-1]["id"] if len(rows) == PAGE else None


async def gone(
    processes: Mapping[str, Process[Any]], reader: Reader, after: UUID | None
) -> tuple[list[Difference], UUID | None]:
    """Look for one page of the log's objects behind an id; return those whose rows are gone, and where to go on.

    What the service erased itself is not lost.
    """
    page = (
        sa.select(_entries.object_type, _entries.object_id)
        .where(_entries.object_type.in_(list(processes)), _entries.row_hash.is_not(None))
        .ext(distinct_on(_entries.object_id))
        .order_by(_entries.object_id)
        .limit(PAGE)
    )
    rows = await reader.all(page if after is None else page.where(_entries.object_id > str(after)))
    known: dict[str, list[UUID]] = {}
    for row in rows:
        known.setdefault(row["object_type"], []).append(UUID(row["object_id"]))
    found = [
        Difference(DELETED, name, one)
        for name, ids in known.items()
        for one in await _lost(reader, processes[name], ids)
    ]
    return found, UUID(rows[-1]["object_id"]) if len(rows) == PAGE else None


async def _lost(reader: Reader, process: Process[Any], ids: Sequence[UUID]) -> list[UUID]:
    """Return those of these objects that have no row, and that the service did not erase."""
    column = process.table.c.id
    there = {row["id"] for row in await reader.all(sa.select(column).where(column.in_(ids)))}
    without = [one for one in ids if one not in there]
    if not without:
        return []
    rows = await reader.all(
        sa.select(_entries.object_id).where(
            _entries.object_id.in_([str(one) for one in without]),
            _entries.action == process.permission(ERASED),
        )
    )
    erased = {UUID(row["object_id"]) for row in rows}
    return [one for one in without if one not in erased]


async def is_as_logged(reader: Reader, process: Process[Any], object_id: UUID) -> bool:
    """Say whether an object's row is there and is as the log says."""
    row = await reader.maybe(sa.select(process.table).where(process.table.c.id == object_id))
    if row is None:
        return False
    return (
        _judge(process, row, (await _logged(reader, process.name, [object_id])).get(str(object_id))) is None
    )


async def sweep(reader: Reader, processes: Mapping[str, Process[Any]]) -> AsyncIterator[Difference]:
    """Compare everything once; the caller's transaction is one view of the database."""
    for look in _looks(processes):
        found, after = await look(reader, None)
        while True:
            for one in found:
                yield one
            if after is None:
                break
            found, after = await look(reader, after)


async def _logged(reader: Reader, object_type: str, ids: Sequence[UUID]) -> dict[str, bytes]:
    """Return the newest hash the log has of each object."""
    newest = (
        sa.select(sa.func.max(_entries.inserted))
        .where(
            _entries.object_type == object_type,
            _entries.object_id.in_([str(one) for one in ids]),
            _entries.row_hash.is_not(None),
        )
        .group_by(_entries.object_id)
    )
    rows = await reader.all(
        sa.select(_entries.object_id, _entries.row_hash).where(_entries.inserted.in_(newest))
    )
    return {row["object_id"]: row["row_hash"] for row in rows}


def _judge(process: Process[Any], row: Row, logged: bytes | None) -> str | None:
    if logged is None:
        return UNKNOWN
    return None if row_hash(process.of(row)) == logged else CHANGED
