from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from shared.db import Database, Reader
from shared.recusal.store import lift_all, recuse, recused_from_many

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
DAY = timedelta(days=1)
OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"


async def recused_from(reader: Reader, object_id: UUID, at: datetime) -> frozenset[str]:
    return (await recused_from_many(reader, [object_id], at)).get(object_id, frozenset())


async def test_a_recusal_holds_from_its_instant_until_its_end(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        recuse(tx, object_id, OFFICER, ground="witness", decided_by="head", at=AT, until=AT + DAY)

    async with database.reader() as reader:
        found = [
            await recused_from(reader, object_id, at)
            for at in (AT - timedelta(seconds=1), AT, AT + DAY - timedelta(seconds=1), AT + DAY)
        ]

    assert found == [frozenset(), {OFFICER}, {OFFICER}, frozenset()]


async def test_a_lifted_recusal_no_longer_holds_and_other_officers_keep_theirs(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        for officer in (OFFICER, "another"):
            recuse(tx, object_id, officer, ground="interest", decided_by="head", at=AT)
        assert await lift_all(tx, [object_id], OFFICER, at=AT + DAY) == 1

    async with database.reader() as reader:
        assert await recused_from(reader, object_id, AT + DAY) == {"another"}
        assert await recused_from(reader, object_id, AT) == {OFFICER, "another"}


async def test_a_recusal_lifted_before_it_began_never_begins(database: Database) -> None:
    object_id = uuid4()
    async with database.transaction() as tx:
        recuse(tx, object_id, OFFICER, ground="interest", decided_by="head", at=AT + DAY)
        await lift_all(tx, [object_id], OFFICER, at=AT)

    async with database.reader() as reader:
        assert await recused_from(reader, object_id, AT + 2 * DAY) == frozenset()


async def test_recusals_of_several_objects_come_in_one_answer(database: Database) -> None:
    first, second = uuid4(), uuid4()
    async with database.transaction() as tx:
        recuse(tx, first, OFFICER, ground="interest", decided_by="head", at=AT)
        recuse(tx, first, OFFICER, ground="witness", decided_by="head", at=AT)

    async with database.reader() as reader:
        assert await recused_from_many(reader, [first, second], AT) == {first: {OFFICER}}
