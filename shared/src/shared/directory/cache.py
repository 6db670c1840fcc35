"""The directory in memory, for the public surface: a code is checked without a statement.

Inside a transaction it is not read again, for a second connection would be needed: who asks there reads ahead.
"""

from __future__ import annotations

import time
from typing import NamedTuple

import sqlalchemy as sa

from shared.db import Database, in_transaction
from shared.directory.tables import directory

KEEP_S = 15.0
_NAMES = ("name", "name_en", "place_name", "place_name_en")
_OPEN = sa.select(directory.c.code, directory.c.kind, *(directory.c[name] for name in _NAMES)).where(
    directory.c.is_open
)


class Known(NamedTuple):
    """What is kept of an organisation; who was never told its name calls it by its code.

    `place` is what the place it is responsible for is called, or the organisation itself where nobody named that.
    """

    code: str
    kind: str
    name: str
    name_en: str
    place: str
    place_en: str


class DirectoryCache:
    """Codes, kinds and names of the open organisations, read again when older than fifteen seconds."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, Known] = {}
        self._read_at: float | None = None

    async def kind_of(self, code: str) -> str | None:
        """Return the kind of an open organisation, or None."""
        found = (await self._current()).get(code)
        return found.kind if found else None

    async def admits(self, code: str, kinds: frozenset[str]) -> bool:
        """Say whether a code names an organisation of one of these kinds; an unfilled directory refuses nobody."""
        known = await self._current()
        return not known or (code in known and known[code].kind in kinds)

    async def codes_of_kind(self, kind: str) -> list[str]:
        """Return the codes of the open organisations of a kind, in order."""
        return [one.code for one in await self.of_kind(kind)]

    async def of_kind(self, kind: str) -> list[Known]:
        """Return the open organisations of a kind, in order of their codes."""
        return sorted(one for one in (await self._current()).values() if one.kind == kind)

    async def read_ahead(self) -> None:
        """Read what a transaction is going to ask for; it may last longer than the directory is kept."""
        await self._current()

    async def _current(self) -> dict[str, Known]:
        if self._is_old() and (self._read_at is None or not in_transaction()):
            async with self._db.reader() as reader:
                rows = await reader.all(_OPEN)
            self._known = {code: _known(code, kind, *names) for code, kind, *names in rows}
            self._read_at = time.monotonic()
        return self._known

    def _is_old(self) -> bool:
        return self._read_at is None or time.monotonic() - self._read_at > KEEP_S


def _known(code: str, kind: str, name: str, name_en: str, place: str, place_en: str) -> Known:
    name = name or code
    name_en = name_en or name
    return Known(code, kind, name, name_en, place or name, place_en or place or name_en)
