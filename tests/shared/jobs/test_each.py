"""Many objects in one job: each in its own step, refusals noted, nothing twice through the death of a worker."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from shared.db import Scope, Transaction
from shared.http.problems import Problem
from shared.jobs import store
from shared.jobs.each import for_each
from shared.jobs.job import Job, job_of
from shared.jobs.work import run_next

from tests.shared.jobs.probes import asked, effect, effects, seen
from tests.support.house import House

OBJECTS = [UUID(int=number) for number in range(1, 5)]


class Killed(BaseException):
    """What no worker survives."""


async def each(job: Job) -> None:
    """Leave a trace for each but the second, which refuses after it did half of it."""

    async def do(tx: Transaction, one: UUID) -> str:
        effect(tx, job, one.int)
        if one.int == 2:
            raise Problem("version_stale")
        return "done"

    await for_each(job, OBJECTS, do)


async def test_what_one_object_refuses_keeps_none_of_the_others(house: House) -> None:
    job = await asked(house, "each")
    assert await run_next(house.desk, {"each": each})

    assert await effects(house) == [1, 3, 4]
    shown = await seen(house, job)
    assert (shown["state"], shown["progress"]) == ("done", {"done": 4, "total": 4})
    assert shown["result"]["counts"] == {"done": 3, "refused": 1}
    assert [(one["outcome"], one["code"]) for one in shown["result"]["items"]][:2] == [
        ("done", None),
        ("refused", "version_stale"),
    ]


async def test_a_worker_that_dies_is_followed_by_one_that_goes_on_behind_its_last_step(house: House) -> None:
    job = await asked(house, "each")
    async with house.desk.db.transaction(Scope("worker")) as tx:
        row = await store.claim(tx, house.clock.now())
    assert row is not None
    dying = job_of(house.desk, row)

    async def die_at_third(tx: Transaction, one: UUID) -> str:
        effect(tx, dying, one.int)
        if one.int == 3:
            raise Killed
        return "done"

    with pytest.raises(Killed):
        await for_each(dying, OBJECTS, die_at_third)
    assert (await seen(house, job))["result"]["counts"] == {"done": 2}

    house.clock.move(store.LEASE + timedelta(seconds=1))
    assert await run_next(house.desk, {"each": each})

    assert await effects(house) == [1, 2, 3, 4]
    assert (await seen(house, job))["result"]["counts"] == {"done": 4}
