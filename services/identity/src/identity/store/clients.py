"""API clients, and the assertions they have used."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from identity.domain.clients import Client, ClientKind
from identity.store.tables.access import ClientAssertionRow, ClientRow
from identity.store.tables.organisations import OrganisationRow
from shared.auth.roles import Role
from shared.db import Reader, Transaction
from shared.db.engine import Row

clients: sa.Table = ClientRow.__table__  # type: ignore[assignment]
assertions: sa.Table = ClientAssertionRow.__table__  # type: ignore[assignment]
organisations: sa.Table = OrganisationRow.__table__  # type: ignore[assignment]

CLIENTS = sa.select(
    *clients.c,
    sa.func.coalesce(organisations.c.path, "").label("path"),
    organisations.c.code.label("organisation_code"),
).outerjoin(organisations, organisations.c.id == clients.c.organisation_id)


def client_of(row: Row) -> Client:
    """Return a row of `CLIENTS` as a domain object."""
    return Client(
        id=row["id"], kind=ClientKind(row["kind"]), name=row["name"], path=row["path"],
        audiences=tuple(row["audiences"]), roles=tuple(Role(role) for role in row["roles"]),
        event_types=tuple(row["event_types"]), keys=tuple(row["keys"]), is_enabled=row["is_enabled"],
        version=row["version"],
    )  # fmt: skip


async def maybe_client(reader: Reader, client_id: str) -> Client | None:
    row = await reader.maybe(CLIENTS.where(clients.c.id == client_id))
    return None if row is None else client_of(row)


async def lock_client(tx: Transaction, client_id: str) -> Client | None:
    row = await tx.maybe(CLIENTS.where(clients.c.id == client_id).with_for_update(of=clients))
    return None if row is None else client_of(row)


async def all_clients(reader: Reader) -> list[Row]:
    """Return every client, as rows of `CLIENTS`."""
    return await reader.all(CLIENTS.order_by(clients.c.id))


def add_client(tx: Transaction, at: datetime, **columns: Any) -> None:
    """Queue a new client."""
    tx.add(clients, version=1, created_at=at, is_enabled=True, **columns)


async def save_client(tx: Transaction, client: Client, **changes: Any) -> None:
    """Write changed columns and the next version."""
    await tx.run(
        sa.update(clients).where(clients.c.id == client.id).values(version=client.version + 1, **changes)
    )


async def use_assertion(tx: Transaction, client_id: str, jti: str, expires_at: datetime) -> bool:
    """Record an assertion; False when it was used before."""
    new = insert(assertions).values(client_id=client_id, jti=jti, expires_at=expires_at)
    return await tx.run(new.on_conflict_do_nothing()) == 1
