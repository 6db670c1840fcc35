"""Papers (文书): written once, sealed, hashed; a correction is the next version.

A service makes its own table from `PaperColumns` and hands it to `Papers`.

Rule: 1.8.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.sealing.seals import Seals

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder().decode


class PaperColumns:
    """Columns of a table of papers; nothing in it is ever changed."""

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid)
    kind: Mapped[str] = mapped_column(sa.Text)
    version: Mapped[int] = mapped_column(sa.Integer)
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)
    sha256: Mapped[bytes] = mapped_column(sa.LargeBinary)
    made_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper opened. `sha256` is what signatures are bound to."""

    kind: str
    version: int
    fields: dict[str, Any]
    sha256: bytes
    made_by: str
    at: datetime


class Papers:
    """The papers of one service, in its own table."""

    def __init__(self, table: Any) -> None:
        self._table: sa.Table = table
        self._name = self._table.name

    async def add(
        self,
        tx: Transaction,
        seals: Seals,
        about: tuple[str, UUID],
        kind: str,
        fields: dict[str, Any],
        *,
        by: str,
        at: datetime,
    ) -> int:
        """Queue the next version of a paper about an object (type and id); return its version."""
        object_type, object_id = about
        c = self._table.c
        last = await tx.scalar(
            sa.select(sa.func.max(c.version)).where(c.object_id == object_id, c.kind == kind)
        )
        identity, version, content = uuid7(), (last or 0) + 1, _encode(fields)
        tx.add(
            self._table, id=identity, object_type=object_type, object_id=object_id, kind=kind, version=version,
            content=seals.seal(content, self._name, identity, "content"),
            sha256=hashlib.sha256(content).digest(), made_by=by, at=at,
        )  # fmt: skip
        return version

    async def newest(self, reader: Reader, seals: Seals, object_id: UUID, kind: str) -> Paper | None:
        """Open the newest version of one paper, if it was ever written."""
        c = self._table.c
        rows = await reader.all(
            sa.select(self._table)
            .where(c.object_id == object_id, c.kind == kind)
            .order_by(c.version.desc())
            .limit(1)
        )
        return self._opened(rows[0], seals) if rows else None

    async def is_written(self, reader: Reader, object_id: UUID, kind: str) -> bool:
        """Say whether a paper of a kind was ever written about an object; none is opened."""
        c = self._table.c
        found = sa.select(c.id).where(c.object_id == object_id, c.kind == kind).limit(1)
        return await reader.scalar(found) is not None

    def has(self, kind: str) -> Callable[[Reader, UUID], Awaitable[bool]]:
        """Return the same as a question about one kind, for a table that asks it of any object."""

        async def is_written(reader: Reader, object_id: UUID) -> bool:
            return await self.is_written(reader, object_id, kind)

        return is_written

    async def of_object(self, reader: Reader, seals: Seals, object_id: UUID) -> list[Paper]:
        """Open the newest version of every paper about an object, in the order they were first written."""
        c = self._table.c
        rows = await reader.all(
            sa.select(self._table).where(c.object_id == object_id).order_by(c.at, c.version, c.kind)
        )
        newest = {row["kind"]: row for row in rows}
        return [self._opened(row, seals) for row in newest.values()]

    async def trail(self, reader: Reader, object_id: UUID) -> list[Row]:
        """Return kind, version, author and time of every version of every paper about an object; none is opened."""
        c = self._table.c
        return await reader.all(
            sa.select(c.kind, c.version, c.made_by, c.at).where(c.object_id == object_id).order_by(c.at, c.id)
        )

    def _opened(self, row: Row, seals: Seals) -> Paper:
        return Paper(
            kind=row["kind"],
            version=row["version"],
            fields=_decode(seals.open(row["content"], self._name, row["id"], "content")),
            sha256=row["sha256"],
            made_by=row["made_by"],
            at=row["at"],
        )
