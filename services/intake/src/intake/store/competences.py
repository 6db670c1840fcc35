"""Who is declared competent for a field in a region, now and before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from intake.store.tables.routing import CompetenceRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

_c = CompetenceRow.__table__.c
_NOW = (
    sa.select(_c.department_path)
    .where(
        _c.until.is_(None),
        _c.field == sa.bindparam("of_field"),
        sa.or_(_c.region.is_(None), _c.region == sa.bindparam("of_region", type_=sa.Text)),
    )
    .order_by(_c.region.is_(None))
    .limit(1)
)


async def competent_for(reader: Reader, field: str | None, region: str | None) -> str | None:
    """Return the path of the department declared for a field: for the region first, else for every region."""
    if field is None:
        return None
    found: str | None = await reader.scalar(_NOW, of_field=field, of_region=region)
    return found


async def declare(
    tx: Transaction, *, field: str, region: str | None, department_path: str, by: str, at: datetime
) -> dict[str, Any]:
    """End what was declared for that field and region, and declare the department; return the new row."""
    same = sa.func.coalesce(_c.region, "") == (region or "")
    await tx.run(sa.update(CompetenceRow).where(_c.field == field, same, _c.until.is_(None)).values(until=at))
    row = {
        "id": uuid7(), "field": field, "region": region, "department_path": department_path, "set_by": by,
        "since": at, "until": None,
    }  # fmt: skip
    tx.add(CompetenceRow, **row)
    return row


async def all_declared(reader: Reader, *, past: bool) -> list[Row]:
    """Return what is declared, and with `past` what was, by field, region and time."""
    statement = sa.select(CompetenceRow.__table__).order_by(_c.field, _c.region, _c.since, _c.id)
    return await reader.all(statement if past else statement.where(_c.until.is_(None)))
