from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import asyncpg
import pytest
import pytest_asyncio
import sqlalchemy as sa

from shared.auth.actor import Actor, RoleGrant
from shared.auth.rls import child_policy_sql, let_go, past_sight, policy_sql
from shared.auth.roles import Role
from shared.db import Database, Scope
from shared.needtoknow.store import grant
from shared.recusal.store import recuse

from tests.shared.auth.matters import matters, notes, rights_database
from tests.shared.auth.rights_world import AT
from tests.support.postgres import ThrowawayServer

OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"
RECEIPT = b"\x07" * 32
WORKER = Scope("worker", at=AT)


@pytest_asyncio.fixture(scope="module")
async def database(throwaway: ThrowawayServer) -> AsyncIterator[Database]:
    async with rights_database(throwaway) as made:
        yield made


@pytest_asyncio.fixture
async def matter(database: Database) -> UUID:
    """A matter of city/office-1 with one note and a receipt."""
    matter_id = uuid4()
    async with database.transaction() as tx:
        tx.add(matters, id=matter_id, holder_path="city/office-1", secrecy="internal", receipt_hash=RECEIPT)
        tx.add(notes, id=uuid4(), matter_id=matter_id)
    return matter_id


def officer(path: str = "city/office-1") -> Scope:
    return Actor("officer", OFFICER, grants=(RoleGrant(Role.HANDLER, path),)).scope(AT)


async def sees(database: Database, scope: Scope | None, matter_id: UUID) -> tuple[int, int]:
    """Count the matter and its notes as that context shows them."""
    async with database.reader(scope) as reader:
        own = await reader.all(sa.select(matters.c.id).where(matters.c.id == matter_id))
        below = await reader.all(sa.select(notes.c.id).where(notes.c.matter_id == matter_id))
    return len(own), len(below)


async def test_without_context_there_are_no_rows(database: Database, matter: UUID) -> None:
    assert await sees(database, None, matter) == (0, 0)
    async with database.reader() as reader:
        assert await reader.scalar(sa.select(sa.func.count()).select_from(matters)) == 0


async def test_an_unknown_kind_of_context_shows_no_rows(database: Database, matter: UUID) -> None:
    for kind in ("service", "system", "superuser", ""):
        assert await sees(database, Scope(kind, subject=OFFICER, paths=("city/office-1",)), matter) == (0, 0)


async def test_a_row_and_what_belongs_to_it_are_seen_from_the_same_places(
    database: Database, matter: UUID
) -> None:
    assert await sees(database, officer(), matter) == (1, 1)
    assert await sees(database, officer("city"), matter) == (1, 1)
    assert await sees(database, officer("city/office-2"), matter) == (0, 0)
    assert await sees(database, WORKER, matter) == (1, 1)


async def test_a_receipt_opens_its_own_row_only(database: Database, matter: UUID) -> None:
    assert await sees(database, Scope("public", receipt=RECEIPT.hex()), matter) == (1, 1)
    assert await sees(database, Scope("public", receipt=(b"\x08" * 32).hex()), matter) == (0, 0)
    assert await sees(database, Scope("public"), matter) == (0, 0)


async def test_a_recused_officer_sees_nothing_though_in_place(database: Database, matter: UUID) -> None:
    async with database.transaction(WORKER) as tx:
        recuse(tx, matter, OFFICER, ground="witness", decided_by="head", at=AT)

    assert await sees(database, officer(), matter) == (0, 0)


async def test_an_officer_can_hand_a_matter_on_and_then_no_longer_sees_it(
    database: Database, matter: UUID
) -> None:
    async with database.transaction(officer()) as tx:
        await let_go(tx, matter)
        moved = await tx.one(
            sa.update(matters)
            .where(matters.c.id == matter)
            .values(holder_path="city/office-2")
            .returning(matters.c.holder_path)
        )

    assert moved["holder_path"] == "city/office-2"
    assert await sees(database, officer(), matter) == (0, 0)
    assert await sees(database, officer("city/office-2"), matter) == (1, 1)


async def test_a_question_past_ones_sight_sees_all_and_the_next_statement_no_more_than_before(
    database: Database, matter: UUID
) -> None:
    own = sa.select(sa.func.count()).select_from(matters).where(matters.c.id == matter)
    async with database.transaction(officer("city/office-2")) as tx:
        async with past_sight(tx):
            inside = await tx.scalar(own)
        after = await tx.scalar(own)

    assert (inside, after) == (1, 0)


async def test_a_failure_past_ones_sight_ends_the_transaction(database: Database, matter: UUID) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction(officer("city/office-2")) as tx, past_sight(tx):
            raise ZeroDivisionError
    assert await sees(database, officer("city/office-2"), matter) == (0, 0)


async def test_without_letting_go_a_matter_cannot_be_put_out_of_sight(
    database: Database, matter: UUID
) -> None:
    statement = sa.update(matters).where(matters.c.id == matter).values(holder_path="city/office-2")

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(officer()) as tx:
            await tx.run(statement)


async def test_what_is_out_of_sight_cannot_be_changed_or_deleted(database: Database, matter: UUID) -> None:
    async with database.transaction(officer("city/office-2")) as tx:
        changed = await tx.run(sa.update(matters).where(matters.c.id == matter).values(secrecy="public"))
        deleted = await tx.run(sa.delete(matters).where(matters.c.id == matter))
    async with database.transaction(officer()) as tx:
        own = await tx.run(sa.delete(matters).where(matters.c.id == matter))

    assert (changed, deleted, own) == (0, 0, 0)


async def test_context_does_not_outlive_its_transaction(database: Database, matter: UUID) -> None:
    for _ in range(10):
        assert (await sees(database, officer(), matter))[0] == 1
        assert (await sees(database, None, matter))[0] == 0


async def test_knowledge_begins_and_ends_on_the_instant_of_the_context(
    database: Database, matter: UUID
) -> None:
    async with database.transaction(WORKER) as tx:
        grant(tx, matter, OFFICER, "member", by="head", since=AT, until=None)
    early = Scope("officer", OFFICER, at=AT.replace(year=2025))

    assert await sees(database, Scope("officer", OFFICER, at=AT), matter) == (1, 1)
    assert await sees(database, early, matter) == (0, 0)


@pytest.mark.parametrize("name", ["matters; DROP TABLE x", "Matters", "", "a b", 'a"b'])
def test_a_name_that_is_not_ours_makes_no_policy(name: str) -> None:
    with pytest.raises(ValueError, match="no name of ours"):
        policy_sql(name)
    with pytest.raises(ValueError, match="no name of ours"):
        child_policy_sql("notes", name, "matter_id")
