from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from shared.auth.permissions import HOLDER, NeedToKnow
from shared.db import Database
from shared.needtoknow.store import end, end_all_of, grant, grantees_of, grantees_of_many, keep_to

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)
OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"


async def live(database: Database, object_id: UUID, at: datetime) -> list[tuple[str, str]]:
    async with database.reader() as reader:
        rows = await grantees_of(reader, object_id)
    return [(row.grantee, row.capacity) for row in rows if row.is_live(at)]


async def test_what_is_granted_can_be_read_back(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        told = grant(tx, object_id, "city:housing", "assigned", by="head", since=AT, until=AT + DAY)

    async with database.reader() as reader:
        assert await grantees_of(reader, object_id) == (told,)
    assert told == NeedToKnow("city:housing", "assigned", AT, AT + DAY)


async def test_an_ended_right_ends_on_the_instant_and_stays_on_record(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        grant(tx, object_id, OFFICER, "member", by="head", since=AT)

    async with database.transaction() as tx:
        ended = await end(tx, object_id, by="head", at=AT + DAY)

    assert ended == 1
    assert await live(database, object_id, AT + DAY - timedelta(seconds=1)) == [(OFFICER, "member")]
    assert await live(database, object_id, AT + DAY) == []
    async with database.reader() as reader:
        assert len(await grantees_of(reader, object_id)) == 1


async def test_only_the_named_grantee_or_capacity_is_ended(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        for grantee, capacity in ((OFFICER, "member"), (OFFICER, "leader"), ("city:housing", "member")):
            grant(tx, object_id, grantee, capacity, by="head", since=AT)
        assert await end(tx, object_id, by="head", at=AT + DAY, grantee=OFFICER, capacity="member") == 1

    left = await live(database, object_id, AT + DAY)

    assert sorted(left) == [(OFFICER, "leader"), ("city:housing", "member")]


async def test_a_right_that_was_to_begin_later_never_begins(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        grant(tx, object_id, OFFICER, "member", by="head", since=AT + DAY)
        await end(tx, object_id, by="head", at=AT)

    for later in range(4):
        assert await live(database, object_id, AT + later * DAY) == []


async def test_a_right_that_is_over_is_not_ended_again(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        grant(tx, object_id, OFFICER, "member", by="head", since=AT, until=AT + DAY)
        assert await end(tx, object_id, by="head", at=AT + 2 * DAY) == 0


async def test_rights_of_several_objects_come_in_one_answer(database: Database) -> None:
    first, second, nobody = uuid4(), uuid4(), uuid4()
    async with database.transaction() as tx:
        grant(tx, first, OFFICER, "member", by="head", since=AT)
        grant(tx, second, OFFICER, "member", by="head", since=AT + DAY)
        grant(tx, second, "city", "member", by="head", since=AT)

    async with database.reader() as reader:
        found = await grantees_of_many(reader, [first, second, nobody])

    assert {object_id: len(rows) for object_id, rows in found.items()} == {first: 1, second: 2}


async def test_the_holder_is_a_column_and_never_a_need_to_know_row(database: Database) -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        async with database.transaction() as tx:
            grant(tx, uuid4(), "city", HOLDER, by="head", since=AT)


async def test_need_to_know_rows_cannot_be_deleted(database: Database) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await database.pool.execute("DELETE FROM need_to_know")


async def test_a_leavers_rights_end_now_and_nobody_inherits_them(database: Database) -> None:
    first, second = uuid4(), uuid4()
    async with database.transaction() as tx:
        grant(tx, first, OFFICER, "member", by="head", since=AT, until=AT + 9 * DAY)
        grant(tx, first, OFFICER, "break_glass", by="head", since=AT, until=AT + DAY / 2)
        grant(tx, second, OFFICER, "member", by="head", since=AT + 2 * DAY)
        grant(tx, second, "city/city-office-1", "handling", by="head", since=AT)

    async with database.transaction() as tx:
        assert await end_all_of(tx, OFFICER, by="system", at=AT + DAY) == 2
        assert await end_all_of(tx, "nobody", by="system", at=AT + DAY) == 0

    for later in range(1, 9):
        assert await live(database, first, AT + later * DAY) == []
        assert await live(database, second, AT + later * DAY) == [("city/city-office-1", "handling")]


async def test_exactly_those_named_know_in_a_capacity_and_who_knew_already_goes_on(
    database: Database,
) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        first = grant(tx, object_id, "city/one", "handling", by="head", since=AT)
        grant(tx, object_id, "city/two", "handling", by="head", since=AT)
        grant(tx, object_id, "city/two", "ledger", by="head", since=AT)

    async with database.transaction() as tx:
        await keep_to(tx, object_id, ["city/three", "city/one"], "handling", by="head", at=AT + DAY)
        await keep_to(tx, object_id, ["city/three", "city/one"], "handling", by="head", at=AT + DAY)

    known = await live(database, object_id, AT + DAY)
    assert sorted(known) == [("city/one", "handling"), ("city/three", "handling"), ("city/two", "ledger")]
    async with database.reader() as reader:
        assert first in await grantees_of(reader, object_id)
        assert len(await grantees_of(reader, object_id)) == len(known) + 1
