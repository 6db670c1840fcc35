"""Row-level security: a statement that forgot to ask who may see shows nothing from elsewhere."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from asyncpg import InsufficientPrivilegeError

from rectification.store.tables import Base
from shared.db import Scope

from tests.rectification.story import CLERK, OFFICE, accepted, do, items_of, supervised
from tests.rectification.test_clues import handed
from tests.support.cast import actor
from tests.support.house import House

TABLES = sorted(Base.metadata.tables)
WRITTEN_ONCE = (
    "papers", "evidence", "item_verifications", "false_rectifications", "joint_opinions", "publications", "progress_checks",
    "linked_demands", "answered_demands",
    "supervision_measures", "evaluation_marks", "evaluation_submissions", "evaluation_discussions",
    "evaluation_results", "evaluation_indexes", "surveys", "survey_answers",
)  # fmt: skip


async def rows(house: House, table: str, scope: Scope | None) -> int:
    """Count the rows a scope sees, asking nothing else."""
    async with house.desk.db.reader(scope) as reader:
        found = await reader.scalar(sa.select(sa.func.count()).select_from(Base.metadata.tables[table]))
    return int(found)


async def settled(house: House) -> None:
    """Bring a matter so far that most tables have a row."""
    thing = await supervised(house)
    item = (await items_of(house, thing))[0]
    await accepted(house, item)
    await do(house, OFFICE, item, "find-false", outcome="false", found_by="report", grounds="与事实不符")
    await handed(house, thing)


async def test_every_table_stands_behind_the_wall(house: House) -> None:
    open_tables = await house.desk.db.pool.fetch(
        "SELECT relname FROM pg_class WHERE relname = ANY($1) AND NOT (relrowsecurity AND relforcerowsecurity)",
        TABLES,
    )
    assert [row["relname"] for row in open_tables] == []


async def test_strangers_see_no_row_of_any_table_and_the_inspected_none_of_clues(house: House) -> None:
    await settled(house)
    at = house.clock.now()

    for scope in (
        None,
        *(actor(login).scope(at) for login in ("district2.handler", "inspected2.principal", "petition.city")),
    ):
        assert {table: await rows(house, table, scope) for table in TABLES} == dict.fromkeys(TABLES, 0)
    own = actor(CLERK).scope(at)
    hidden = ("transferred_clues", "joint_reviews", "joint_opinions", "inspection_rounds", "planned_measures")
    assert {table: await rows(house, table, own) for table in hidden} == dict.fromkeys(hidden, 0)
    assert await rows(house, "rectification_items", own) == 3
    assert await rows(house, "papers", Scope("worker")) > await rows(house, "papers", own) > 0


async def test_what_was_written_and_found_cannot_be_changed_or_taken_away(house: House) -> None:
    for table in WRITTEN_ONCE:
        written = Base.metadata.tables[table]
        column = next(iter(written.columns))
        for statement in (sa.update(written).values({column.name: column}), sa.delete(written)):
            with pytest.raises(InsufficientPrivilegeError):
                async with house.desk.db.transaction(Scope("worker")) as tx:
                    await tx.run(statement)
