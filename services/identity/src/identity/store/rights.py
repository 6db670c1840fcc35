"""Role grants, delegations and clearances."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from identity.domain.grants import Delegation, Grant, Period
from identity.domain.officers import DEFAULT_CLEARANCE
from identity.store.tables.organisations import OrganisationRow
from identity.store.tables.rights import ClearanceRow, DelegationRow, RoleGrantRow
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.db import Reader, Transaction
from shared.db.engine import Row

grants: sa.Table = RoleGrantRow.__table__  # type: ignore[assignment]
delegations: sa.Table = DelegationRow.__table__  # type: ignore[assignment]
clearances: sa.Table = ClearanceRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]

AT_ONCE = 500

GRANTS = sa.select(*grants.c, organisations.c.path, organisations.c.code.label("organisation_code")).join(
    organisations, organisations.c.id == grants.c.organisation_id
)
_LENT = [grants.c[name].label(f"grant_{name}") for name in ("officer_id", "role", "subtree", "begins_on", "ends_on", "ended_at")]  # fmt: skip # noqa: E501
DELEGATIONS = (
    sa.select(*delegations.c, *_LENT, organisations.c.path, organisations.c.code.label("organisation_code"))
    .join(grants, grants.c.id == delegations.c.grant_id)
    .join(organisations, organisations.c.id == grants.c.organisation_id)
)


def grant_of(row: Row) -> Grant:
    """Return a row of `GRANTS` as a domain object."""
    return Grant(
        id=row["id"], officer_id=row["officer_id"], role=Role(row["role"]), path=row["path"],
        subtree=row["subtree"], period=Period(row["begins_on"], row["ends_on"]), ended_at=row["ended_at"],
    )  # fmt: skip


def delegation_of(row: Row) -> Delegation:
    """Return a row of `DELEGATIONS` as a domain object."""
    lent = Grant(
        id=row["grant_id"], officer_id=row["grant_officer_id"], role=Role(row["grant_role"]), path=row["path"],
        subtree=row["grant_subtree"], period=Period(row["grant_begins_on"], row["grant_ends_on"]),
        ended_at=row["grant_ended_at"],
    )  # fmt: skip
    return Delegation(
        row["id"], lent, row["to_officer"], Period(row["begins_on"], row["ends_on"]), row["ended_at"]
    )


async def grants_of(reader: Reader, officer_id: UUID) -> list[Grant]:
    """Return the grants of an officer that have not ended, those to come included."""
    rows = await reader.all(
        GRANTS.where(grants.c.officer_id == officer_id, grants.c.ended_at.is_(None)).order_by(grants.c.id)
    )
    return [grant_of(row) for row in rows]


async def delegations_to(reader: Reader, officer_id: UUID) -> list[Delegation]:
    """Return what was lent to an officer and has not ended."""
    rows = await reader.all(
        DELEGATIONS.where(delegations.c.to_officer == officer_id, delegations.c.ended_at.is_(None)).order_by(
            delegations.c.id
        )
    )
    return [delegation_of(row) for row in rows]


async def delegations_of_grants(reader: Reader, grant_ids: Iterable[UUID]) -> list[Delegation]:
    """Return what was lent from these grants and has not ended."""
    ids = list(grant_ids)
    if not ids:
        return []
    rows = await reader.all(
        DELEGATIONS.where(delegations.c.grant_id.in_(ids), delegations.c.ended_at.is_(None)).order_by(
            delegations.c.id
        )
    )
    return [delegation_of(row) for row in rows]


def between(officer_id: UUID) -> sa.ColumnElement[bool]:
    """Select what an officer lent to others or others lent to him."""
    return sa.or_(delegations.c.from_officer == officer_id, delegations.c.to_officer == officer_id)


async def clearance_of(reader: Reader, officer_id: UUID, today: date) -> SecrecyLevel:
    """Return the highest clearance that holds today, or what everybody has."""
    rows = await reader.all(
        sa.select(clearances.c.level, clearances.c.begins_on, clearances.c.ends_on).where(
            clearances.c.officer_id == officer_id, clearances.c.ended_at.is_(None)
        )
    )
    live = [
        SecrecyLevel(row["level"]) for row in rows if Period(row["begins_on"], row["ends_on"]).holds(today)
    ]
    return max(live, key=lambda level: level.rank, default=DEFAULT_CLEARANCE)


async def maybe_dated(reader: Reader, table: sa.Table, row_id: UUID, *, lock: bool = False) -> Row | None:
    """Return a grant, delegation or clearance with what belongs to it, or None."""
    statement = {grants: GRANTS, delegations: DELEGATIONS}.get(table, sa.select(table))
    statement = statement.where(table.c.id == row_id)
    return await reader.maybe(statement.with_for_update(of=table) if lock else statement)


def add_dated(
    tx: Transaction,
    table: sa.Table,
    row_id: UUID,
    period: Period,
    *,
    today: date,
    by: str,
    at: datetime,
    **columns: Any,
) -> None:
    """Queue a new grant, delegation or clearance."""
    tx.add(
        table, id=row_id, begins_on=period.begins_on, ends_on=period.ends_on, in_force=period.holds(today),
        made_by=by, made_at=at, version=1, **columns,
    )  # fmt: skip


async def end_dated(
    tx: Transaction, table: sa.Table, where: sa.ColumnElement[bool], *, by: str, at: datetime
) -> list[Row]:
    """End what matches and has not ended; return the rows."""
    return await tx.all(
        sa.update(table)
        .where(where, table.c.ended_at.is_(None))
        .values(ended_at=at, ended_by=by, in_force=False, version=table.c.version + 1)
        .returning(*table.c)
    )


async def turn_of_the_day(tx: Transaction, table: sa.Table, today: date, at: datetime) -> list[Row]:
    """Bring `in_force` up to the day; what is over ends. Returns the rows whose right began or ended."""
    over = sa.and_(table.c.ends_on.is_not(None), table.c.ends_on < today)
    held = sa.and_(table.c.begins_on <= today, sa.not_(over))
    rows = await tx.all(
        sa.select(table.c.id)
        .where(table.c.ended_at.is_(None), sa.or_(table.c.in_force != held, over))
        .order_by(table.c.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    if not rows:
        return []
    return await tx.all(
        sa.update(table)
        .where(table.c.id.in_([row["id"] for row in rows]))
        .values(
            in_force=held,
            ended_at=sa.case((over, sa.literal(at, sa.DateTime(timezone=True))), else_=None),
            ended_by=sa.case((over, "system"), else_=None),
            version=table.c.version + 1,
        )
        .returning(*table.c)
    )
