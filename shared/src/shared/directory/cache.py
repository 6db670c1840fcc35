"""The directory in memory, for the public surface: a code is checked without a statement.

Inside a transaction it is not read again, for a second connection would be needed: who asks there reads ahead.
"""

from __future__ import annotations

import time

import sqlalchemy as sa

from shared.db import Database, in_transaction
from shared.directory.tables import directory

KEEP_S = 15.0


class DirectoryCache:
    """Codes and kinds of the open organisations, read again when older than fifteen seconds."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._kinds: dict[str, str] = {}
        self._read_at: float | None = None

    async def kind_of(self, code: str) -> str | None:
        """Return the kind of an open organisation, or None."""
        return (await self._current()).get(code)

    async def admits(self, code: str, kinds: frozenset[str]) -> bool:
        """Say whether a code names an organisation of one of these kinds; an unfilled directory refuses nobody."""
        known = await self._current()
        return not known or known.get(code) in kinds

    async def codes_of_kind(self, kind: str) -> list[str]:
        """Return the codes of the open organisations of a kind, in order."""
        return sorted(code for code, one in (await self._current()).items() if one == kind)

    async def read_ahead(self) -> None:
        """Read what a transaction is going to ask for; it may last longer than the directory is kept."""
        await self._current()

    async def _current(self) -> dict[str, str]:
        if self._is_old() and (self._read_at is None or not in_transaction()):
            async with self._db.reader() as reader:
                rows = await reader.all(
                    sa.select(directory.c.code, directory.c.kind).where(directory.c.is_open)
                )
            self._kinds = {row["code"]: row["kind"] for row in rows}
            self._read_at = time.monotonic()
        return self._kinds

    def _is_old(self) -> bool:
        return self._read_at is None or time.monotonic() - self._read_at > KEEP_S
