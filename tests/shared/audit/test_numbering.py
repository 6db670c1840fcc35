from __future__ import annotations

import asyncio
import random

import asyncpg
import pytest
import sqlalchemy as sa

from shared.audit.numbering import number
from shared.audit.record import audit
from shared.audit.tables import audit_entries
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.emit import emit
from shared.feed.tables import events

from tests.shared.audit.conftest import Log


def _tell(tx: Transaction, log: Log, subject: str) -> None:
    emit(tx, "identity", "grant.changed", subject, {}, log.clock.now())


async def _tell_and_fail(log: Log) -> None:
    async with log.app.transaction() as tx:
        _tell(tx, log, "failed")
        await tx.flush()
        raise ZeroDivisionError


async def _number(log: Log, limit: int = 1000) -> int:
    async with log.sealer.transaction() as tx:
        return await number(tx, events, limit=limit)


async def _order(log: Log) -> list[tuple[int, str]]:
    async with log.app.reader() as reader:
        rows = await reader.all(sa.select(events.c.seq, events.c.subject).order_by(events.c.seq))
    return [(row["seq"], row["subject"]) for row in rows]


async def test_what_commits_later_is_numbered_later_though_it_was_inserted_first(log: Log) -> None:
    inserted, may_commit = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with log.app.transaction() as tx:
            _tell(tx, log, "slow")
            await tx.flush()
            inserted.set()
            await may_commit.wait()

    task = asyncio.create_task(slow())
    await inserted.wait()
    async with log.app.transaction() as tx:
        _tell(tx, log, "quick")
    assert await _number(log) == 1
    may_commit.set()
    await task
    assert await _number(log) == 1

    assert await _order(log) == [(1, "quick"), (2, "slow")]


async def test_rows_of_one_transaction_keep_their_order(log: Log) -> None:
    async with log.app.transaction() as tx:
        for letter in "abcdef":
            _tell(tx, log, letter)

    assert [await _number(log, limit=4), await _number(log, limit=4), await _number(log)] == [4, 2, 0]
    assert await _order(log) == list(enumerate("abcdef", 1))


async def test_a_transaction_that_failed_leaves_no_gap(log: Log) -> None:
    for letter in "abc":
        with pytest.raises(ZeroDivisionError):
            await _tell_and_fail(log)
        async with log.app.transaction() as tx:
            _tell(tx, log, letter)
    await _number(log)

    assert await _order(log) == list(enumerate("abc", 1))


async def test_under_load_two_sealers_skip_nothing_and_keep_the_order_of_each_object(log: Log) -> None:
    chance = random.Random(7)  # noqa: S311
    written: dict[str, list[int]] = {name: [] for name in "abcd"}
    done = asyncio.Event()

    async def write() -> None:
        for _ in range(20):
            name = chance.choice("abcd")
            async with log.app.transaction() as tx:
                await tx.all(sa.select(sa.func.pg_advisory_xact_lock(ord(name))))
                step = len(written[name])
                written[name].append(step)
                _tell(tx, log, f"{name}{step}")
                audit(tx, SYSTEM, log.clock.now(), action="x:y", object_id=name)
                await tx.flush()
                await asyncio.sleep(chance.random() / 500)

    async def seal() -> None:
        while not done.is_set():
            await _number(log, limit=5)
            await log.seal(limit=3)
            await asyncio.sleep(0)

    sealers = [asyncio.create_task(seal()) for _ in range(2)]
    await asyncio.gather(*(write() for _ in range(4)))
    done.set()
    await asyncio.gather(*sealers)
    await _number(log)
    await log.seal()

    order = await _order(log)
    assert [place for place, _ in order] == list(range(1, 81))
    for name, steps in written.items():
        assert [subject for _, subject in order if subject[0] == name] == [f"{name}{step}" for step in steps]
    async with log.app.reader() as reader:
        rows = await reader.all(sa.select(audit_entries.c.seq).order_by(audit_entries.c.seq))
    assert [row["seq"] for row in rows] == list(range(1, 81))


async def test_a_number_is_given_once_and_by_the_sealer_only(log: Log) -> None:
    async with log.app.transaction() as tx:
        _tell(tx, log, "a")
    await _number(log)

    for change in (sa.update(events).values(seq=9), sa.update(events).values(subject="b"), sa.delete(events)):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with log.app.transaction() as tx:
                await tx.run(change)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with log.sealer.transaction() as tx:
            await tx.run(sa.update(events).values(subject="b"))
