"""Organisations: the tree and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from identity.domain.kinds import OrganisationKind
from identity.domain.organisations import SEPARATORS, ClosingFacts, Organisation, Relation, rebased
from identity.store.tables.officers import OfficerRow
from identity.store.tables.organisations import OrganisationRow
from identity.store.tables.rights import RoleGrantRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.directory.paths import is_below

organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]
officers: sa.Table = OfficerRow.__table__  # type: ignore[assignment]
grants: sa.Table = RoleGrantRow.__table__  # type: ignore[assignment]

TREE_LOCK = sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("organisations")))


def organisation_of(row: Row) -> Organisation:
    """Return a row as a domain object."""
    return Organisation(
        id=row["id"], code=row["code"], path=row["path"], parent_id=row["parent_id"],
        relation=Relation(row["relation"]), kind=OrganisationKind(row["kind"]),
        sub_kind=row["sub_kind"], name=row["name"],
        name_en=row["name_en"], host_id=row["host_id"], opened_on=row["opened_on"],
        closed_on=row["closed_on"], version=row["version"],
        place_name=row["place_name"], place_name_en=row["place_name_en"],
    )  # fmt: skip


async def lock_tree(tx: Transaction) -> None:
    """Let only one transaction at a time change the shape of the tree."""
    await tx.all(TREE_LOCK)


async def maybe_organisation(reader: Reader, code: str) -> Organisation | None:
    row = await reader.maybe(sa.select(organisations).where(organisations.c.code == code))
    return None if row is None else organisation_of(row)


async def by_codes(reader: Reader, codes: Iterable[str]) -> dict[str, Organisation]:
    """Return the organisations of these codes that exist."""
    rows = await reader.all(sa.select(organisations).where(organisations.c.code.in_(sorted(set(codes)))))
    return {row["code"]: organisation_of(row) for row in rows}


async def by_ids(reader: Reader, ids: Iterable[UUID | None]) -> dict[UUID, Organisation]:
    """Return the organisations of these ids."""
    wanted = sorted({one for one in ids if one is not None})
    if not wanted:
        return {}
    rows = await reader.all(sa.select(organisations).where(organisations.c.id.in_(wanted)))
    return {row["id"]: organisation_of(row) for row in rows}


async def lock_organisation(tx: Transaction, code: str) -> Organisation | None:
    row = await tx.maybe(sa.select(organisations).where(organisations.c.code == code).with_for_update())
    return None if row is None else organisation_of(row)


async def tree(reader: Reader, *, with_closed: bool = False) -> list[Organisation]:
    """Return every organisation in the order of paths, so that each comes after the one above it."""
    statement = sa.select(organisations).order_by(sa.collate(organisations.c.path, "C"))
    if not with_closed:
        statement = statement.where(organisations.c.closed_on.is_(None))
    return [organisation_of(row) for row in await reader.all(statement)]


def add_organisation(tx: Transaction, organisation: Organisation, at: Any) -> None:
    """Queue a new organisation."""
    columns = asdict(organisation) | {
        "relation": organisation.relation.value,
        "kind": organisation.kind.value,
    }
    tx.add(organisations, **columns, created_at=at)


async def save_organisation(tx: Transaction, organisation: Organisation, **changes: Any) -> Organisation:
    """Write changed columns and the next version."""
    row = await tx.one(
        sa.update(organisations)
        .where(organisations.c.id == organisation.id)
        .values(version=organisation.version + 1, **changes)
        .returning(*organisations.c)
    )
    return organisation_of(row)


async def below(reader: Reader, path: str) -> list[Organisation]:
    """Return the organisations below a path, at any depth."""
    prefixes = [
        organisations.c.path.startswith(f"{path}{step}", autoescape=True) for step in SEPARATORS.values()
    ]
    rows = await reader.all(sa.select(organisations).where(sa.or_(*prefixes)).order_by(organisations.c.path))
    return [organisation_of(row) for row in rows]


async def rebase(tx: Transaction, old: str, new: str) -> list[Organisation]:
    """Give everything below a path its new place; return what moved. The officers there move along."""
    moved = [one for one in await below(tx, old) if is_below(one.path, old)]
    for one in moved:
        await tx.run(
            sa.update(organisations)
            .where(organisations.c.id == one.id)
            .values(path=rebased(one.path, old, new), version=one.version + 1)
        )
    place = (
        sa.select(organisations.c.path)
        .where(organisations.c.id == officers.c.organisation_id)
        .scalar_subquery()
    )
    await tx.run(
        sa.update(officers)
        .where(
            sa.or_(
                officers.c.holder_path == old,
                *(
                    officers.c.holder_path.startswith(f"{old}{step}", autoescape=True)
                    for step in SEPARATORS.values()
                ),
            )
        )
        .values(holder_path=place)
    )
    return [organisation_of(row) for row in await tx.all(
        sa.select(organisations).where(organisations.c.id.in_([one.id for one in moved]))
    )]  # fmt: skip


async def concerned_officers(reader: Reader, organisation_ids: Iterable[UUID]) -> list[UUID]:
    """Return the officers whose tokens name one of these organisations: who works there, or holds a role there."""
    ids = list(organisation_ids)
    at_home = sa.select(officers.c.id).where(officers.c.organisation_id.in_(ids), officers.c.state != "left")
    granted = sa.select(grants.c.officer_id).where(
        grants.c.organisation_id.in_(ids), grants.c.ended_at.is_(None)
    )
    return [row[0] for row in await reader.all(sa.union(at_home, granted))]


async def closing_facts(reader: Reader, organisation: Organisation, today: date) -> ClosingFacts:
    """Count what still depends on an organisation."""
    open_below = sa.select(sa.func.count()).where(
        organisations.c.parent_id == organisation.id, organisations.c.closed_on.is_(None)
    )
    working = sa.select(sa.func.count()).where(
        officers.c.organisation_id == organisation.id, officers.c.state != "left"
    )
    granted = sa.select(sa.func.count()).where(
        grants.c.organisation_id == organisation.id,
        grants.c.ended_at.is_(None),
        sa.or_(grants.c.ends_on.is_(None), grants.c.ends_on >= today),
    )
    row = await reader.one(
        sa.select(
            open_below.scalar_subquery().label("open_below"),
            working.scalar_subquery().label("officers"),
            granted.scalar_subquery().label("live_grants"),
        )
    )
    return ClosingFacts(**row)
