from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import sqlalchemy as sa

from shared.auth.actor import PUBLIC, SYSTEM, Actor
from shared.db import Database
from shared.http.answers import Answer
from shared.http.idempotency import (
    Clash,
    Key,
    claim,
    claim_with_commit,
    forget_expired,
    keep,
    key_of,
    replay_after,
)
from shared.http.problems import Problem
from shared.http.tables import idempotency_answers, idempotency_keys

AT = datetime(2026, 3, 2, 1, 30, 15, tzinfo=UTC)
OFFICER = Actor(kind="officer", id="0192-officer", login="wang")
SECRET = "0f8d1c0e-6a1b-4f57-9a3e-2d3f6a7b8c9d"
BODY = b'{"content":"a"}'
ANSWER = Answer(201, {"receipt": "7K3M-9QX2"}, etag=3, location="/v1/reports/1")


@dataclass(frozen=True)
class Call:
    actor: Actor = OFFICER
    route: str = "POST /v1/reports"
    idempotency_key: str | None = SECRET


def made(body: bytes = BODY, **call: Any) -> Key:
    key = key_of(Call(**call), body)
    assert key is not None
    return key


async def write(database: Database, key: Key, answer: Answer = ANSWER, pause: float = 0) -> Answer:
    """Do what a use case does."""
    async with database.transaction() as tx:
        if replay := await claim(tx, key, AT):
            return replay
        await asyncio.sleep(pause)
        keep(tx, key, answer, AT)
    return answer


async def count(database: Database, table: sa.Table) -> int:
    async with database.reader() as reader:
        return int(await reader.scalar(sa.select(sa.func.count()).select_from(table)))


async def test_the_same_key_with_the_same_body_gets_the_same_answer(database: Database) -> None:
    first = await write(database, made())
    second = await write(database, made(), Answer(201, {"receipt": "another"}))

    assert not first.replayed
    assert second.replayed
    assert (second.status, second.content, second.headers) == (first.status, first.content, first.headers)
    assert second.response().headers["idempotency-replayed"] == "true"
    assert second.response().headers["etag"] == '"3"'


async def test_the_same_key_with_another_body_is_refused(database: Database) -> None:
    await write(database, made())

    with pytest.raises(Problem) as caught:
        await write(database, made(b'{"content":"b"}'))

    assert caught.value.code == "idempotency_key_reused"


async def test_a_key_belongs_to_a_caller_and_a_route(database: Database) -> None:
    await write(database, made())

    for other in (
        made(actor=Actor(kind="officer", id="another")),
        made(actor=Actor(kind="client", id=OFFICER.id)),
        made(route="POST /v1/demands"),
    ):
        assert not (await write(database, other)).replayed


async def test_a_failure_is_not_kept(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as tx:
            await claim(tx, made(), AT)
            keep(tx, made(), ANSWER, AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert not (await write(database, made())).replayed


async def test_of_many_twins_one_works_and_all_get_its_answer(database: Database) -> None:
    answers = await asyncio.gather(
        *(write(database, made(), Answer(201, {"n": n}), pause=0.05) for n in range(8))
    )

    assert len({answer.content for answer in answers}) == 1
    assert sum(not answer.replayed for answer in answers) == 1


async def test_a_twin_that_takes_too_long_is_waited_for_two_seconds_only(database: Database) -> None:
    slow = asyncio.create_task(write(database, made(), pause=2.6))
    await asyncio.sleep(0.1)
    began = asyncio.get_running_loop().time()

    with pytest.raises(Problem) as caught:
        await write(database, made())

    assert caught.value.code == "idempotency_in_flight"
    assert caught.value.headers == {"Retry-After": "2"}
    assert 1.5 < asyncio.get_running_loop().time() - began < 2.5
    assert not (await slow).replayed
    assert (await write(database, made())).replayed


async def submit(database: Database, key: Key, answer: Answer) -> Answer:
    """Do what a use case on the quick path does."""
    try:
        async with database.transaction() as tx:
            tx.add(idempotency_keys, scope_hash=answer.content.ljust(32), expires_at=AT)
            claim_with_commit(tx, key, answer, AT)
    except Clash as clash:
        return await replay_after(clash, database, key)
    return answer


async def test_on_the_quick_path_the_commit_decides(database: Database) -> None:
    key = made(actor=PUBLIC)

    answers = await asyncio.gather(*(submit(database, key, Answer(201, {"n": n})) for n in range(5)))

    assert len({answer.content for answer in answers}) == 1
    assert sum(not answer.replayed for answer in answers) == 1
    assert await count(database, idempotency_keys) == 1
    with pytest.raises(Problem) as caught:
        await submit(database, made(b"other", actor=PUBLIC), Answer(201, {"n": 9}))
    assert caught.value.code == "idempotency_key_reused"


async def test_on_the_quick_path_another_clash_is_not_swallowed(database: Database) -> None:
    await submit(database, made(actor=PUBLIC), ANSWER)

    with pytest.raises(asyncpg.UniqueViolationError):
        await submit(database, made(actor=PUBLIC, route="POST /v1/demands"), ANSWER)


async def test_neither_key_nor_answer_nor_body_can_be_read_in_the_table(database: Database) -> None:
    await write(database, made(actor=PUBLIC))

    async with database.reader() as reader:
        (row,) = await reader.all(sa.select(idempotency_answers))
    stored = b"".join(value for value in row.values() if isinstance(value, bytes))
    for secret in (SECRET.encode(), UUID(SECRET).bytes, b"7K3M", BODY):
        assert secret not in stored


async def test_answers_are_kept_seven_days_and_anonymous_ones_48_hours_from_the_hour(
    database: Database,
) -> None:
    await write(database, made())
    await write(database, made(actor=PUBLIC))

    async with database.reader() as reader:
        rows = await reader.all(sa.select(idempotency_answers.c.expires_at))
    assert {row[0] for row in rows} == {AT + timedelta(days=7), datetime(2026, 3, 4, 1, tzinfo=UTC)}

    async with database.transaction() as tx:
        assert await forget_expired(tx, AT + timedelta(hours=48)) == 1
    assert await count(database, idempotency_keys) == 1
    assert (await write(database, made())).replayed


def test_a_call_without_a_key_is_refused_unless_the_system_makes_it() -> None:
    assert key_of(Call(actor=SYSTEM, idempotency_key=None), BODY) is None
    with pytest.raises(Problem, match="idempotency_key_required"):
        key_of(Call(idempotency_key=None), BODY)


def test_an_anonymous_key_must_be_hard_to_guess() -> None:
    with pytest.raises(Problem) as caught:
        key_of(Call(actor=PUBLIC, idempotency_key="20260302-0930-001"), BODY)

    assert caught.value.errors[0].code == "idempotency_key_invalid"
    assert key_of(Call(idempotency_key="20260302-0930-001"), BODY) is not None


async def test_what_the_system_does_by_itself_leaves_no_row(database: Database) -> None:
    async with database.transaction() as tx:
        assert await claim(tx, None, AT) is None
        keep(tx, None, ANSWER, AT)

    assert await count(database, idempotency_answers) == 0


def test_a_key_does_not_show_its_secret() -> None:
    assert SECRET not in repr(made())
