"""A statement that goes around the table of moves is refused by the database."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

import pytest
import sqlalchemy as sa
from asyncpg import CheckViolationError

from casework.usecases.processes import PROCESSES

from tests.casework.case_story import filed
from tests.casework.linkage_story import approved, asked
from tests.casework.story import WORKER, allocated
from tests.support.house import House

TABLES = {cast("sa.Table", one.table).name: one.table for one in PROCESSES.values()}


async def test_a_statement_that_goes_around_the_table_of_moves_changes_nothing(house: House) -> None:
    task = await approved(house)
    things = {
        "clues": (await allocated(house), "archived"),
        "cases": (await filed(house), "decided"),
        "linkage_tasks": (task, "archived"),
        "secondments": (await asked(house, task, "group1.member"), "begun"),
    }
    for table, (thing, state) in things.items():
        with pytest.raises(CheckViolationError, match=f"no move leads from .* to {state} in {table}"):
            await _go_to(house, table, thing, state)
    await _go_to(house, "clues", things["clues"][0], "under_assessment")


async def _go_to(house: House, table: str, thing: str, state: str) -> None:
    rows: Any = TABLES[table]
    around = sa.update(rows).where(rows.c.id == UUID(thing.split("/")[1])).values(state=state)
    async with house.desk.db.transaction(WORKER) as tx:
        assert await tx.run(around) == 1
