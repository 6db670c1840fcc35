from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from uuid import uuid4

import asyncpg
import pytest
import sqlalchemy as sa

from shared.db import Database, DatabaseUnavailable, NotOneRow, Scope, engine, in_transaction
from shared.feed.tables import events
from shared.lifecycle.tables import history
from shared.signoff.tables import sign_offs

from tests.conftest import MakeAccess

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)


def event(**given: object) -> dict[str, object]:
    return {
        "id": uuid4(),
        "type": "huiying.test.thing.done.v1",
        "subject": "s",
        "at": AT,
        "data": {"字": [1, None]},
        **given,
    }


async def count(database: Database) -> int:
    async with database.reader() as reader:
        return int(await reader.scalar(sa.select(sa.func.count()).select_from(events)))


async def test_queued_rows_of_several_tables_arrive_together(database: Database) -> None:
    identity = uuid4()
    async with database.transaction() as tx:
        tx.add(events, **event())
        tx.add(events, **event())
        tx.add(
            history, id=uuid4(), object_id=identity, object_type="thing", version=1, rule="X1", action="begin",
            to_state="open", by_kind="system", by_id="system", by_organisation="", at=AT,
        )  # fmt: skip

    assert await count(database) == 2
    async with database.reader() as reader:
        rows = await reader.all(sa.select(events.c.data))
    assert [row["data"] for row in rows] == [{"字": [1, None]}] * 2


async def test_many_rows_of_a_table_arrive_as_they_are_with_their_lists_and_gaps(database: Database) -> None:
    texts = ['a"b', "c\\d", "", "NULL", "{,}", "换行\n"]
    async with database.transaction() as tx:
        for number in range(50):
            tx.add(
                sign_offs, id=uuid4(), object_id=uuid4(), object_type="thing", object_version=number, action="do",
                rule="X1", proposed_by="p", proposer_path="city", levels=texts[: number % 7], next_level=None,
                document=b"d", document_sha256=b"s", state="waiting" if number % 2 else "approved", version=1,
                proposed_at=AT, closed_at=None if number % 2 else AT,
            )  # fmt: skip
            tx.add(events, **event(data={"number": number}))

    async with database.reader() as reader:
        rows = await reader.all(sa.select(sign_offs).order_by(sign_offs.c.object_version))
        told = await reader.all(sa.select(events.c.data).order_by(events.c.inserted))
    assert [row["levels"] for row in rows] == [texts[: number % 7] for number in range(50)]
    assert [row["closed_at"] for row in rows] == [None if number % 2 else AT for number in range(50)]
    assert [row["data"]["number"] for row in told] == list(range(50))


async def test_an_error_anywhere_in_the_block_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            tx.add(events, **event())
            await tx.flush()
            raise ZeroDivisionError
    assert await count(database) == 0


async def test_one_bad_row_among_the_queued_writes_none_of_them(database: Database) -> None:
    twin = uuid4()
    with pytest.raises(asyncpg.UniqueViolationError):
        async with database.transaction() as tx:
            tx.add(events, **event(id=twin))
            tx.add(events, **event(id=twin))
    assert await count(database) == 0


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        async with database.reader() as reader:
            await reader.all(sa.insert(events).values(**event()).returning(events.c.id))


async def test_a_block_by_index_keeps_its_plans_and_leaves_the_connection_as_it_was(
    database: Database,
) -> None:
    scope = Scope("worker")
    shown = {}
    for by_index in (True, False):
        async with database.reader(scope, by_index=by_index) as reader:
            modes = [
                await reader.scalar(sa.text(f"SHOW {one}")) for one in ("plan_cache_mode", "enable_seqscan")
            ]
        shown[by_index] = modes
    assert shown == {True: ["force_generic_plan", "off"], False: ["auto", "on"]}


async def test_the_application_role_cannot_change_or_delete_events(database: Database) -> None:
    async with database.transaction() as tx:
        tx.add(events, **event())
    for statement in (sa.update(events).values(type="x"), sa.delete(events)):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.transaction() as tx:
                await tx.run(statement)


async def test_a_second_transaction_in_one_task_is_refused(database: Database) -> None:
    async with database.transaction():
        assert in_transaction()
        with pytest.raises(RuntimeError):
            async with database.reader():
                pass
    assert not in_transaction()


async def test_one_wants_exactly_one_row(database: Database) -> None:
    async with database.reader() as reader:
        with pytest.raises(NotOneRow):
            await reader.one(sa.select(events.c.id))
        assert await reader.maybe(sa.select(events.c.id)) is None


async def test_lists_of_any_length_and_arrays_go_through_the_statement_cache(database: Database) -> None:
    async with database.reader() as reader:
        for ids in ([uuid4()], [uuid4(), uuid4()], []):
            statement = sa.select(sign_offs.c.id).where(
                sign_offs.c.id.in_(ids), sign_offs.c.levels.contains(["S1"])
            )
            assert await reader.all(statement) == []


async def test_the_context_ends_with_its_block(database: Database) -> None:
    setting = sa.select(sa.func.current_setting("app.subject", True))
    async with database.reader(Scope("officer", subject="abc", at=AT)) as reader:
        assert await reader.scalar(setting) == "abc"
    async with database.reader() as reader:
        assert await reader.scalar(setting) in (None, "")


def test_a_context_with_a_quote_is_refused() -> None:
    with pytest.raises(ValueError, match="unsafe"):
        Scope("officer", subject="x'; DROP TABLE reports; --").begin_sql(read_only=True)


async def test_a_database_that_is_not_there_is_said_to_be_unavailable() -> None:
    nowhere = await Database.connect("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(DatabaseUnavailable):
        async with nowhere.reader() as reader:
            await reader.scalar(sa.select(1))
    await nowhere.close()


async def test_many_tasks_share_few_connections(database: Database) -> None:
    async def write() -> None:
        async with database.transaction() as tx:
            tx.add(events, **event())

    await asyncio.gather(*(write() for _ in range(60)))
    assert await count(database) == 60


async def test_a_connection_that_is_gone_before_the_commit_is_not_taken_for_done(database: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        async with database.transaction() as tx:
            tx.add(events, **event())
            await tx.flush()
            with contextlib.suppress(asyncpg.PostgresError):
                await tx.scalar(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))
            await asyncio.sleep(0.05)
    assert await count(database) == 0


async def test_after_a_server_fell_silent_no_older_connection_is_used(
    make_access: MakeAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "SILENCE_S", 0.3)
    database = await Database.connect((await make_access("identity")).app, pool_size=2)

    async def pid() -> int:
        async with database.reader() as reader:
            await reader.scalar(sa.text("SELECT pg_sleep(0.05)"))
            return int(await reader.scalar(sa.text("SELECT pg_backend_pid()")))

    before = set(await asyncio.gather(pid(), pid()))
    with pytest.raises(DatabaseUnavailable):
        async with database.reader() as reader:
            await reader.scalar(sa.text("SELECT pg_sleep(3)"))
    after = set(await asyncio.gather(pid(), pid()))
    await database.close()
    assert (len(before), before & after) == (2, set())


async def test_a_connection_whose_last_rows_got_no_answer_is_let_go(
    make_access: MakeAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "SILENCE_S", 0.3)
    access = await make_access("identity")
    database, owner = await Database.connect(access.app, pool_size=1), await asyncpg.connect(access.migrator)
    pid = sa.text("SELECT pg_backend_pid()")
    async with owner.transaction():
        await owner.execute(f"LOCK TABLE {events.name}")
        with pytest.raises(DatabaseUnavailable):
            async with database.transaction() as tx:
                before = await tx.scalar(pid)
                tx.add(events, **event())
    await owner.close()
    async with database.reader() as reader:
        after = await reader.scalar(pid)
    assert (after != before, await count(database)) == (True, 0)
    await database.close()
