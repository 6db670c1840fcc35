"""Illegal order is refused by the database too: for every process, exactly the steps of its table of moves."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

import pytest
import sqlalchemy as sa
from asyncpg import CheckViolationError

from casework.usecases.processes import PROCESSES
from shared.breakglass.record import BREAK_GLASSES
from shared.lifecycle.order import order_sql, steps_of
from shared.process.process import Process

from tests.casework.case_story import filed
from tests.casework.linkage_story import approved, asked
from tests.casework.story import WORKER, allocated
from tests.support.house import House

OWN: list[Process[Any]] = [one for one in PROCESSES.values() if one is not BREAK_GLASSES]
WALLS = """
SELECT c.relname, t.tgargs FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_illegal_order'
"""


async def test_the_database_knows_exactly_the_steps_of_every_table_of_moves(house: House) -> None:
    async with house.desk.db.reader() as reader:
        found = {row["relname"]: row["tgargs"] for row in await reader.all(sa.text(WALLS))}

    known = {table: set(steps.decode().rstrip("\0").split("\0")) for table, steps in found.items()}
    assert known == {_name(one): steps_of(one.lifecycle) for one in OWN}


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


def _name(process: Process[Any]) -> str:
    return str(cast("sa.Table", process.table).name)


async def _go_to(house: House, table: str, thing: str, state: str) -> None:
    rows: Any = next(one.table for one in OWN if _name(one) == table)
    around = sa.update(rows).where(rows.c.id == UUID(thing.split("/")[1])).values(state=state)
    async with house.desk.db.transaction(WORKER) as tx:
        assert await tx.run(around) == 1


@pytest.mark.parametrize("name", ["a b", "A>b", "a'>b", "a>b; DROP TABLE clues"])
def test_only_names_of_ours_become_sql(name: str) -> None:
    with pytest.raises(ValueError, match="no name of ours"):
        order_sql("clues", [name])
