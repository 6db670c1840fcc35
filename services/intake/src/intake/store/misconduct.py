"""The signs of staff misconduct among what lies where an auditor's grants reach: counted, and by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from intake.domain.misconduct import Act
from intake.store.misconduct_queries import QUERIES, Asked
from shared.auth.predicate import Visible
from shared.db import Reader
from shared.db.engine import Row
from shared.http.paging import Sorting, Window


def signs_of(
    act: Act, asked: Asked, seen: Iterable[tuple[sa.FromClause, Visible]], *, sees_gone: bool
) -> Any:
    """Select the signs of an act, each object once, of what lies where the auditor's grants reach.

    Whose an object was that is gone nobody can tell: `sees_gone` shows those all the same.
    """
    parts = [sa.select(table.c.id).where(visible.condition) for table, visible in seen]
    known = sa.union_all(*parts).subquery("known")
    found = QUERIES[act](asked).subquery("found")
    is_known = sa.exists().where(known.c.id == found.c.object_id)
    shown = sa.or_(is_known, found.c.is_gone) if sees_gone else is_known
    once = sa.select(found).where(shown).ext(distinct_on(found.c.object_id))
    return once.order_by(found.c.object_id, found.c.noted_on).subquery(act.value)


async def count_signs(reader: Reader, signs: Any, most: int, values: Mapping[str, Any]) -> int:
    """Count signs up to one more than `most`."""
    some = sa.select(signs.c.object_id).limit(most + 1).subquery()
    found: int = await reader.scalar(sa.select(sa.func.count()).select_from(some), **values)
    return found


def sorting_of(signs: Any) -> Sorting:
    """Return what the signs of an act are sorted by."""
    return Sorting({"noted_on": signs.c.noted_on}, default="-noted_on", last=signs.c.object_id)


async def page_of_signs(reader: Reader, signs: Any, window: Window, values: Mapping[str, Any]) -> list[Row]:
    """Return a page of signs, and one more where there is one."""
    return await reader.all(window.apply(sa.select(signs)), **values, **window.binds())
