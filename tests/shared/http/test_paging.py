from __future__ import annotations

import base64
from datetime import UTC, date, datetime
from itertools import product
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from shared.db import Database
from shared.http.paging import Cursors, PageQuery, Sorting, Window
from shared.http.problems import Problem

ROWS = [
    (UUID(int=number), date(2026, 3, 1 + day), severity, datetime(2026, 3, 1, day, tzinfo=UTC), label)
    for number, (day, severity, label) in enumerate(product(range(3), range(2), ["甲", "乙", "b"]), 1)
]
PAGED = sa.values(
    sa.column("id", sa.Uuid),
    sa.column("received_on", sa.Date),
    sa.column("severity", sa.Integer),
    sa.column("seen_at", sa.DateTime(timezone=True)),
    sa.column("label", sa.Text),
    name="paged",
).data(ROWS)
C = PAGED.c
SORTING = Sorting(
    {"received_on": C.received_on, "severity": C.severity, "seen_at": C.seen_at, "label": C.label},
    default="-received_on",
    last=C.id,
)
CURSORS = Cursors(b"k" * 32)


class Notes(PageQuery):
    colour: tuple[str, ...] = ()


def window(caller: str = "me", sorting: Sorting = SORTING, **asked: Any) -> Window:
    return CURSORS.window(sorting, Notes(**asked), caller=caller)


def code_of(caller: str = "me", sorting: Sorting = SORTING, **asked: Any) -> str:
    with pytest.raises(Problem) as caught:
        window(caller, sorting, **asked)
    return caught.value.code


async def walk(database: Database, sort: str, limit: int) -> list[UUID]:
    """Return every id that paging through the rows shows, in order."""
    seen: list[UUID] = []
    cursor = None
    while True:
        page = window(limit=limit, sort=sort, cursor=cursor)
        async with database.reader() as reader:
            rows = await reader.all(page.apply(sa.select(PAGED)))
        seen += page.page(rows, lambda row: row["id"])["items"]
        cursor = page.next_cursor(rows)
        if cursor is None:
            return seen


@pytest.mark.parametrize("limit", [1, 4, 18, 100])
@pytest.mark.parametrize(
    "sort",
    [
        "-received_on",
        "received_on",
        "severity,-received_on",
        "-severity,label",
        "label,-seen_at,severity",
        "-seen_at",
    ],
)
async def test_pages_show_every_row_once_and_in_order(
    module_database: Database, sort: str, limit: int
) -> None:
    ids = await walk(module_database, sort, limit)

    keys = {"received_on": 1, "severity": 2, "seen_at": 3, "label": 4}
    expected = sorted(ROWS, key=lambda row: row[0], reverse=sort.rsplit(",", maxsplit=1)[-1].startswith("-"))
    for word in reversed(sort.split(",")):
        expected.sort(key=lambda row: row[keys[word.lstrip("-")]], reverse=word.startswith("-"))
    assert ids == [row[0] for row in expected]


def cursor_for(**asked: Any) -> str:
    page = window(limit=1, **asked)
    rows = [{"id": row[0], "received_on": row[1], "severity": row[2]} for row in ROWS[:2]]
    cursor = page.next_cursor(rows)
    assert cursor is not None
    return cursor


def test_the_last_page_has_no_cursor() -> None:
    assert window(limit=2).next_cursor([{}, {}]) is None


def test_a_cursor_serves_its_own_query_only() -> None:
    cursor = cursor_for(colour=("red",))
    other = Sorting({"received_on": C.received_on}, default="-received_on", last=C.id)

    assert window(colour=("red",), cursor=cursor, limit=50).after == (ROWS[0][1], ROWS[0][0])
    assert code_of(colour=("blue",), cursor=cursor) == "cursor_mismatch"
    assert code_of(colour=("red",), cursor=cursor, sort="severity") == "cursor_mismatch"
    assert code_of("somebody else", colour=("red",), cursor=cursor) == "cursor_mismatch"
    assert code_of("me", other, colour=("red",), cursor=cursor) == "cursor_mismatch"


def test_a_forged_cursor_is_refused() -> None:
    cursor = cursor_for()
    raw = bytearray(base64.urlsafe_b64decode(cursor + "=="[: -len(cursor) % 4]))
    raw[-1] ^= 1
    forged = base64.urlsafe_b64encode(raw).decode().rstrip("=")

    for bad in (forged, cursor[:-4], "", "!", "名称", "A" * 40, cursor + "A"):
        assert code_of(cursor=bad) == "cursor_invalid"
    with pytest.raises(Problem):
        Cursors(b"x" * 32).window(SORTING, Notes(cursor=cursor), caller="me")


@pytest.mark.parametrize(
    "sort", ["colour", "-id", "received_on,received_on", "received_on,", "received_on desc", "--severity"]
)
def test_only_listed_sorts_are_allowed(sort: str) -> None:
    with pytest.raises(Problem) as caught:
        window(sort=sort)

    (error,) = caught.value.errors
    assert (error.pointer, error.place, error.code) == ("/sort", "query", "sort_not_allowed")
    assert error.params["allowed"] == ["received_on", "severity", "seen_at", "label"]


def test_a_sort_that_could_lose_rows_is_refused_when_it_is_written() -> None:
    table = sa.Table(
        "loose", sa.MetaData(), sa.Column("id", sa.Uuid, primary_key=True), sa.Column("maybe", sa.Date)
    )

    with pytest.raises(ValueError, match="may be null"):
        Sorting({"maybe": table.c.maybe}, default="maybe", last=table.c.id)
    with pytest.raises(ValueError, match="not allowed"):
        Sorting({"id": table.c.id}, default="other", last=table.c.id)
