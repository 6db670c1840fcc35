"""Officers' accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from identity.domain.officers import Officer
from identity.store.tables.officers import OfficerRow
from identity.store.tables.organisations import OrganisationRow
from shared import search
from shared.db import Reader, Transaction
from shared.db.engine import Row

officers: sa.Table = OfficerRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]
_FIELDS = [field for field in Officer.__slots__]  # noqa: C416
COLUMNS = [officers.c[name] for name in _FIELDS]


def officer_of(row: Row) -> Officer:
    """Return a row as a domain object."""
    return Officer(**{name: row[name] for name in _FIELDS})


def columns_of(officer: Officer) -> dict[str, Any]:
    """Return the columns of a new officer's row."""
    return {name: getattr(officer, name) for name in _FIELDS} | {
        "search": search_vector(officer.name, officer.login)
    }


def search_vector(name: str, login: str) -> str:
    """Return what an officer is found by."""
    return search.tsvector(name, login)


async def maybe_officer(reader: Reader, officer_id: UUID) -> Officer | None:
    row = await reader.maybe(sa.select(*COLUMNS).where(officers.c.id == officer_id))
    return None if row is None else officer_of(row)


async def lock_officer(tx: Transaction, officer_id: UUID) -> Officer | None:
    row = await tx.maybe(sa.select(*COLUMNS).where(officers.c.id == officer_id).with_for_update())
    return None if row is None else officer_of(row)


async def by_logins(reader: Reader, logins: Iterable[str]) -> dict[str, Officer]:
    """Return the officers of these logins that exist."""
    rows = await reader.all(sa.select(*COLUMNS).where(officers.c.login.in_(sorted(set(logins)))))
    return {row["login"]: officer_of(row) for row in rows}


async def by_names(reader: Reader, names: Iterable[str]) -> list[Officer]:
    """Return every officer who bears one of these names; several may bear the same."""
    wanted = sorted(set(names))
    if not wanted:
        return []
    rows = await reader.all(sa.select(*COLUMNS).where(officers.c.name.in_(wanted)).order_by(officers.c.login))
    return [officer_of(row) for row in rows]


async def officers_by_ids(reader: Reader, ids: Iterable[UUID]) -> dict[UUID, Officer]:
    """Return the officers of these ids."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = await reader.all(sa.select(*COLUMNS).where(officers.c.id.in_(wanted)))
    return {row["id"]: officer_of(row) for row in rows}


async def save_officer(tx: Transaction, officer: Officer, **changes: Any) -> Officer:
    """Write changed columns and the next version; never the state, which only moves change."""
    row = await tx.one(
        sa.update(officers)
        .where(officers.c.id == officer.id)
        .values(version=officer.version + 1, **changes)
        .returning(*COLUMNS)
    )
    return officer_of(row)


async def set_duty(tx: Transaction, officer_id: UUID, duty: str) -> None:
    """Change what kind of roles a person may hold; the database refuses while grants of another kind are open."""
    await tx.run(sa.update(officers).where(officers.c.id == officer_id).values(duty=duty))
