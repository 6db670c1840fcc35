"""Who is declared for a field in a region, as competent or as watching, now and before."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from intake.domain.demand_lifecycle import COMPETENT, SUPERVISING
from intake.store.tables.routing import CompetenceRow, WatchRow
from shared.db import Reader, Transaction
from shared.ids import uuid7

_ROWS: MappingProxyType[str, type[CompetenceRow] | type[WatchRow]] = MappingProxyType(
    {COMPETENT: CompetenceRow, SUPERVISING: WatchRow}
)


def _now(row: type[CompetenceRow] | type[WatchRow]) -> sa.Select[Any]:
    here = row.region == sa.bindparam("of_region", type_=sa.Text)
    return (
        sa.select(row.department_path)
        .where(row.until.is_(None), row.field == sa.bindparam("of_field"), sa.or_(row.region.is_(None), here))
        .order_by(row.region.is_(None))
        .limit(1)
    )


_NOW = MappingProxyType({capacity: _now(row) for capacity, row in _ROWS.items()})


async def declared_for(reader: Reader, capacity: str, field: str | None, region: str | None) -> str | None:
    """Return the path of who is declared for a field in a capacity: for the region first, else for every region."""
    if field is None:
        return None
    found: str | None = await reader.scalar(_NOW[capacity], of_field=field, of_region=region)
    return found


async def declare(
    tx: Transaction, *, capacity: str, field: str, region: str | None, department_path: str, by: str, at: datetime
) -> dict[str, Any]:  # fmt: skip
    """End what was declared for that capacity, field and region, and declare anew; return the new row."""
    row = _ROWS[capacity]
    same = sa.func.coalesce(row.region, "") == (region or "")
    await tx.run(sa.update(row).where(row.field == field, same, row.until.is_(None)).values(until=at))
    declared = {
        "id": uuid7(), "field": field, "region": region, "department_path": department_path, "set_by": by,
        "since": at, "until": None,
    }  # fmt: skip
    tx.add(row, **declared)
    return {"capacity": capacity, **declared}


async def all_declared(reader: Reader, *, past: bool) -> list[dict[str, Any]]:
    """Return what is declared, and with `past` what was, by capacity, field, region and time."""
    found: list[dict[str, Any]] = []
    for capacity, row in _ROWS.items():
        statement = sa.select(row.__table__).order_by(row.field, row.region, row.since, row.id)
        rows = await reader.all(statement if past else statement.where(row.until.is_(None)))
        found += [{"capacity": capacity, **one} for one in rows]
    return found
