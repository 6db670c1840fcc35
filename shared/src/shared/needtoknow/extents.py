"""Who knows of many objects besides what they hold, such as who keeps a ledger: lists are then asked in another way.

Remembered for a minute: it chooses between two ways of asking, which answer the same.
"""

from __future__ import annotations

import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.auth.actor import Actor
from shared.db import Database
from shared.db.compiler import Fixed
from shared.needtoknow.tables import need_to_know

MANY = 1000
"""So many objects are gathered in less time than a list takes to ask each one."""
KEPT_S = 60.0
MOST_KEPT = 5000

_named = sa.any_(sa.bindparam("names", type_=ARRAY(sa.Text)))
_some: sa.Select[Any] = (
    sa.select(sa.literal_column("1"))
    .where(need_to_know.c.grantee == _named)
    .limit(sa.literal_column(str(MANY + 1)))
)
_COUNT = Fixed(sa.select(sa.func.count()).select_from(_some.subquery()))


class Extents:
    """What one process remembers, by the names need-to-know rows could have for a caller."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[float, bool]] = {}

    async def are_many(self, db: Database, actor: Actor) -> bool:
        """Say whether more rows name the caller, or a place of theirs, than are worth gathering."""
        names = (actor.id, *sorted({grant.path for grant in actor.grants}))
        until_s, many = self._known.get(names, (0.0, False))
        if until_s < time.monotonic():
            async with db.reader() as reader:
                many = await reader.scalar(_COUNT, names=list(names)) > MANY
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[names] = time.monotonic() + KEPT_S, many
        return many
