"""Run one chain of migrations; the section name says which, and in which service's database.

Statements that wait for a lock give up soon, since everybody behind them would wait too.
"""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import sqlalchemy as sa
from alembic import context
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from huiying.databases import Access, access_to
from shared.db.hosts import connect

from migrations.tables import mechanisms, own_tables

LOCK_TIMEOUT = "5s"
STATEMENT_TIMEOUT = "15min"
ONE_AT_A_TIME = 4_819_420_001  # advisory lock: two starters must not migrate one database together

section = context.config.config_ini_section
is_shared = section.startswith("shared.")
service = section.removeprefix("shared.")
access: Access = context.config.attributes.get("access") or access_to(service)


def options() -> dict[str, Any]:
    """Return what both modes tell alembic."""
    compares = not context.config.attributes.get("only_upgrades")
    metadata = (mechanisms() if is_shared else own_tables(service)) if compares else None
    return {
        "target_metadata": metadata,
        "version_table": "alembic_version_shared" if is_shared else "alembic_version",
        "include_object": lambda table, name, kind, reflected, other: _is_ours(metadata, table, name, kind),
        "compare_type": True,
        "compare_server_default": False,
        "transaction_per_migration": True,
        "roles": {name: access.role(name) for name in ("app", "sealer")},
    }


def _is_ours(metadata: sa.MetaData | None, thing: Any, name: str | None, kind: str) -> bool:
    """Leave the tables of the other chain in this database alone."""
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", None)
    return metadata is None or table is None or table in metadata.tables


def run_offline() -> None:
    """Write the SQL instead of running it."""
    context.configure(url="postgresql://", literal_binds=True, **options())
    with context.begin_transaction():
        context.run_migrations()


def run_on(connection: Connection) -> None:
    """Run the chain on an open connection."""
    connection.execute(sa.text(f"SELECT pg_advisory_lock({ONE_AT_A_TIME})"))
    connection.execute(sa.text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
    connection.execute(sa.text(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))
    connection.commit()
    context.configure(connection=connection, **options())
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


async def _connect() -> asyncpg.Connection:
    """Connect as the driver reads the address, which may name several servers."""
    return await connect(access.migrator)


async def run_online() -> None:
    """Connect as the migrator, who owns the tables, and run the chain."""
    engine = create_async_engine("postgresql+asyncpg://", poolclass=sa.NullPool, async_creator=_connect)
    async with engine.connect() as connection:
        await connection.run_sync(run_on)
    await engine.dispose()


if context.is_offline_mode():
    run_offline()
else:
    asyncio.run(run_online())
