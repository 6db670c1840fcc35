"""Illegal order is refused by every database too: exactly the steps of the tables of moves, in every service."""

from __future__ import annotations

from typing import cast

import pytest
import sqlalchemy as sa

from huiying.generated import spec_of
from huiying.services import WITH_DATABASE
from identity.domain.officer_lifecycle import OFFICER_LIFECYCLE
from shared.breakglass.lifecycle import BREAK_GLASS_LIFECYCLE
from shared.lifecycle.order import order_sql, steps_of, written_steps
from shared.lifecycle.table import Lifecycle

from tests.conftest import MakeDatabase

WALLS = """
SELECT c.relname, t.tgargs FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'refuse_illegal_order'
"""


@pytest.mark.parametrize("service", WITH_DATABASE)
async def test_the_database_knows_exactly_the_steps_of_every_table_of_moves(
    make_database: MakeDatabase, service: str
) -> None:
    database = await make_database(service)
    async with database.reader() as reader:
        found = {row["relname"]: row["tgargs"] for row in await reader.all(sa.text(WALLS))}
    known = {table: set(steps.decode().rstrip("\0").split("\0")) for table, steps in found.items()}

    for table, lifecycle in moved_in(service).items():
        hint = f"a migration is due with:\n{table}:\n{written_steps(lifecycle)}"
        assert known.pop(table, set()) == steps_of(lifecycle), hint
    assert not known


def moved_in(service: str) -> dict[str, Lifecycle]:
    """Return the table of moves of every table of a service's database."""
    processes = spec_of(service).processes.values()
    moved = {str(cast("sa.Table", one.table).name): one.lifecycle for one in processes}
    return {
        "break_glasses": BREAK_GLASS_LIFECYCLE,
        **({"officers": OFFICER_LIFECYCLE} if service == "identity" else moved),
    }


@pytest.mark.parametrize("name", ["a b", "A>b", "a'>b", "a>b; DROP TABLE clues"])
def test_only_names_of_ours_become_sql(name: str) -> None:
    with pytest.raises(ValueError, match="no name of ours"):
        order_sql("clues", [name])
