from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
import sqlalchemy as sa

from shared.db import Database
from shared.http.filters import Filters, any_of, count_up_to, equals, from_day, is_true, to_day
from shared.http.paging import PageQuery


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class NoteQuery(PageQuery):
    colour: tuple[Colour, ...] = ()
    weight: int | None = None
    heavy: bool | None = None
    day_from: date | None = None
    day_to: date | None = None
    seen_from: date | None = None
    seen_to: date | None = None


NOTES = sa.values(
    sa.column("id", sa.Integer),
    sa.column("colour", sa.Text),
    sa.column("weight", sa.Integer),
    sa.column("day", sa.Date),
    sa.column("seen_at", sa.DateTime(timezone=True)),
    name="notes",
).data(
    [
        (1, "red", 1, date(2026, 3, 1), datetime(2026, 2, 28, 15, 59, tzinfo=UTC)),
        (2, "blue", 5, date(2026, 3, 2), datetime(2026, 2, 28, 16, 0, tzinfo=UTC)),
        (3, "green", 9, date(2026, 3, 3), datetime(2026, 3, 1, 15, 59, 59, tzinfo=UTC)),
        (4, "red", 9, date(2026, 3, 4), datetime(2026, 3, 1, 16, 0, tzinfo=UTC)),
    ]
)
C = NOTES.c
CONDITIONS = {
    "colour": any_of(C.colour),
    "weight": equals(C.weight),
    "heavy": is_true(C.weight > 4),
    "day_from": from_day(C.day),
    "day_to": to_day(C.day),
    "seen_from": from_day(C.seen_at),
    "seen_to": to_day(C.seen_at),
}
FILTERS = Filters(NoteQuery, CONDITIONS)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {1, 2, 3, 4}),
        ({"colour": ("red",)}, {1, 4}),
        ({"colour": ("red", "blue")}, {1, 2, 4}),
        ({"colour": ("red",), "weight": 9}, {4}),
        ({"heavy": True}, {2, 3, 4}),
        ({"heavy": False}, {1}),
        ({"day_from": date(2026, 3, 2), "day_to": date(2026, 3, 3)}, {2, 3}),
        ({"seen_from": date(2026, 3, 1)}, {2, 3, 4}),
        ({"seen_from": date(2026, 3, 1), "seen_to": date(2026, 3, 1)}, {2, 3}),
    ],
)
async def test_filters_select_what_they_say(
    module_database: Database, asked: dict[str, Any], found: set[int]
) -> None:
    async with module_database.reader() as reader:
        rows = await reader.all(sa.select(C.id).where(*FILTERS.conditions(NoteQuery(**asked))))

    assert {row[0] for row in rows} == found


def test_a_parameter_without_a_condition_is_found_at_import() -> None:
    without = {name: condition for name, condition in CONDITIONS.items() if name != "heavy"}

    with pytest.raises(ValueError, match="NoteQuery: heavy not on both sides"):
        Filters(NoteQuery, without)
    with pytest.raises(ValueError, match="NoteQuery: shape not on both sides"):
        Filters(NoteQuery, CONDITIONS | {"shape": equals(C.weight)})


def test_the_text_of_a_statement_does_not_depend_on_how_many_values_are_given() -> None:
    one = FILTERS.conditions(NoteQuery(colour=(Colour.RED,)))
    two = FILTERS.conditions(NoteQuery(colour=(Colour.RED, Colour.BLUE)))

    assert str(sa.and_(*one)) == str(sa.and_(*two))


async def test_counts_are_exact_up_to_a_point(module_database: Database) -> None:
    async with module_database.reader() as reader:
        exact = await count_up_to(reader, sa.select(C.id).order_by(C.day), 4)
        capped = await count_up_to(reader, sa.select(C.id), 3)

    assert (exact.count, exact.at_least) == (4, False)
    assert (capped.count, capped.at_least) == (3, True)
