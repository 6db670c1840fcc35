"""Contact zones and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from identity.store.tables.officers import OfficerRow
from identity.store.tables.organisations import ContactZoneMemberRow, ContactZoneRow, OrganisationRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

zones: sa.Table = ContactZoneRow.__table__  # type: ignore[assignment]
members: sa.Table = ContactZoneMemberRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]
officers: sa.Table = OfficerRow.__table__  # type: ignore[assignment]

ZONES = sa.select(
    *zones.c, organisations.c.code.label("office"), organisations.c.path.label("office_path")
).join(organisations, organisations.c.id == zones.c.office_id)


async def maybe_zone(reader: Reader, code: str, *, lock: bool = False) -> Row | None:
    statement = ZONES.where(zones.c.code == code)
    return await reader.maybe(statement.with_for_update(of=zones) if lock else statement)


async def all_zones(reader: Reader, *, with_closed: bool = False) -> list[Row]:
    """Return the zones in the order of their codes."""
    statement = ZONES.order_by(zones.c.code)
    return await reader.all(statement if with_closed else statement.where(zones.c.closed_on.is_(None)))


async def members_of(reader: Reader, zone_ids: Iterable[UUID]) -> list[Row]:
    """Return who belongs to these zones today: organisations with their codes, officers with names."""
    return await reader.all(
        sa.select(*members.c, organisations.c.code, organisations.c.kind, officers.c.name, officers.c.login)
        .outerjoin(organisations, organisations.c.id == members.c.organisation_id)
        .outerjoin(officers, officers.c.id == members.c.officer_id)
        .where(members.c.zone_id.in_(list(zone_ids)), members.c.until_on.is_(None))
        .order_by(organisations.c.code, officers.c.login)
    )


async def set_members(tx: Transaction, zone_id: UUID, column: str, wanted: set[UUID], today: date) -> None:
    """End who no longer belongs to a zone and add who is new; `column` says organisations or officers."""
    concerned = members.c[column]
    rows = await tx.all(
        sa.select(members.c.id, concerned.label("who")).where(
            members.c.zone_id == zone_id, members.c.until_on.is_(None), concerned.is_not(None)
        )
    )
    gone = [row["id"] for row in rows if row["who"] not in wanted]
    if gone:
        await tx.run(sa.update(members).where(members.c.id.in_(gone)).values(until_on=today))
    for who in sorted(wanted - {row["who"] for row in rows}):
        tx.add(members, id=uuid7(), zone_id=zone_id, since_on=today, **{column: who})


def add_zone(tx: Transaction, at: datetime, **columns: Any) -> None:
    """Queue a new zone."""
    tx.add(zones, version=1, created_at=at, **columns)


async def save_zone(tx: Transaction, zone_id: UUID, version: int, **changes: Any) -> None:
    """Write changed columns and the next version."""
    await tx.run(sa.update(zones).where(zones.c.id == zone_id).values(version=version + 1, **changes))
