"""Row-level security: a statement that forgot to ask who may see shows nothing from elsewhere."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from asyncpg import InsufficientPrivilegeError

from casework.store.tables import Base
from shared.db import Scope

from tests.casework.story import verified
from tests.support.cast import actor
from tests.support.house import House

TABLES = sorted(Base.metadata.tables)
OF_THE_STORY = {
    "clues", "clue_origins", "papers", "report_signatures", "verification_members", "verifications",
}  # fmt: skip


async def rows(house: House, table: str, scope: Scope | None) -> int:
    """Count the rows a scope sees, asking nothing else."""
    async with house.desk.db.reader(scope) as reader:
        found = await reader.scalar(sa.select(sa.func.count()).select_from(Base.metadata.tables[table]))
    return int(found)


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "petition.city"])
async def test_strangers_see_no_row_of_any_table(house: House, login: str) -> None:
    await verified(house)
    scope = actor(login).scope(house.clock.now())

    assert {table: await rows(house, table, scope) for table in TABLES} == dict.fromkeys(TABLES, 0)
    assert {table: await rows(house, table, None) for table in TABLES} == dict.fromkeys(TABLES, 0)


async def test_the_worker_and_the_office_see_what_there_is(house: House) -> None:
    await verified(house)
    at_office = actor("office1.handler").scope(house.clock.now())

    for scope in (Scope("worker"), at_office):
        seen = {table for table in TABLES if await rows(house, table, scope)}
        assert seen >= OF_THE_STORY


@pytest.mark.parametrize("table", ["papers", "report_signatures", "clue_origins"])
async def test_what_was_written_and_signed_cannot_be_changed_or_taken_away(house: House, table: str) -> None:
    written = Base.metadata.tables[table]
    column = next(iter(written.columns))

    for statement in (sa.update(written).values({column.name: column}), sa.delete(written)):
        with pytest.raises(InsufficientPrivilegeError):
            async with house.desk.db.transaction(Scope("worker")) as tx:
                await tx.run(statement)
