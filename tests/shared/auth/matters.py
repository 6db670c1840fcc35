"""A protected table of the tests' own, in a database whose application role owns nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import asyncpg
import sqlalchemy as sa

from huiying.databases import Access
from shared.auth.rls import child_policy_sql, policy_sql
from shared.db import Database, Scope, Transaction
from shared.needtoknow import store as knowledge
from shared.recusal import store as recusal

from tests.shared.auth.rights_world import World
from tests.support.postgres import ThrowawayServer

METADATA = sa.MetaData()
matters = sa.Table(
    "matters",
    METADATA,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("holder_path", sa.Text, nullable=False),
    sa.Column("secrecy", sa.Text, nullable=False),
    sa.Column("receipt_hash", sa.LargeBinary),
)
notes = sa.Table(
    "notes",
    METADATA,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("matter_id", sa.Uuid, nullable=False),
)
CREATE = """
CREATE TABLE matters (id uuid PRIMARY KEY, holder_path text NOT NULL, secrecy text NOT NULL, receipt_hash bytea);
CREATE INDEX ON matters (holder_path text_pattern_ops);
CREATE TABLE notes (id uuid PRIMARY KEY, matter_id uuid NOT NULL);
"""
HELD = "receipt_hash = (SELECT decode(NULLIF(current_setting('app.receipt', true), ''), 'hex'))"
WORKER = Scope("worker")


@asynccontextmanager
async def rights_database(throwaway: ThrowawayServer) -> AsyncIterator[Database]:
    """A fresh database with the protected tables, seen with the application's rights."""
    access = await throwaway.copy("identity")
    await _create(access)
    database = await Database.connect(access.app, pool_size=5, application="tests")
    try:
        yield database
    finally:
        await database.close()
        await throwaway.drop(access)


async def _create(access: Access) -> None:
    owner = await asyncpg.connect(access.migrator)
    try:
        await owner.execute(CREATE)
        await owner.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON matters, notes TO {access.role('app')}")
        protected = policy_sql("matters", public=HELD) + child_policy_sql("notes", ("matters",), "matter_id")
        for statement in protected:
            await owner.execute(statement)
    finally:
        await owner.close()


async def fill(database: Database, world: World) -> None:
    """Write a world's objects, need-to-know rows and recusals."""
    async with database.transaction(WORKER) as tx:
        for facts in world.objects:
            tx.add(matters, id=UUID(facts.id), holder_path=facts.holder_path, secrecy=facts.secrecy.value)
            tell(tx, world, facts.id)
        for object_id, officer, since, until in world.recusals:
            recusal.recuse(
                tx, UUID(object_id), officer, ground="other_doubt", decided_by="head", at=since, until=until
            )


def tell(tx: Transaction, world: World, object_id: str) -> None:
    for row in world.knowledge[object_id]:
        knowledge.grant(
            tx, UUID(object_id), row.grantee, row.capacity, by="head", since=row.since, until=row.until
        )
