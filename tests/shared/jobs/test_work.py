"""A job is done once, by however many workers, through any death of a worker; refused, tried again or stopped."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from shared.auth.revocation import record
from shared.db import Scope
from shared.jobs import store
from shared.jobs.job import Job, LeaseLost, job_of
from shared.jobs.tables import jobs
from shared.jobs.work import MOST_ATTEMPTS, run_next

from tests.shared.jobs.probes import BODIES, asked, effect, effects, in_parts, once, seen
from tests.support.cast import actor
from tests.support.house import House

WORKER = Scope("worker")


async def claimed(house: House) -> Job:
    """Take the next job as a worker that will not be heard of again."""
    async with house.desk.db.transaction(WORKER) as tx:
        row = await store.claim(tx, house.clock.now())
    assert row is not None
    return job_of(house.desk, row)


async def work(house: House) -> bool:
    return await run_next(house.desk, BODIES, beat_s=0.05)


async def test_a_job_is_done_with_its_result_and_file(house: House) -> None:
    job = await asked(house, "once", args={"given": 7}, payload="材料".encode())

    assert await work(house)
    assert not await work(house)

    shown = await seen(house, job)
    assert (shown["state"], shown["result"], shown["file_name"]) == ("done", {"given": 7}, "结果.txt")
    file = await house.get("petition.city", f"/v1/jobs/{job}/content")
    assert file.content == b"result of " + "材料".encode()
    assert await effects(house) == [0]


async def test_a_job_that_was_rolled_back_with_its_request_does_not_exist(house: House) -> None:
    with pytest.raises(ZeroDivisionError):
        async with house.desk.db.transaction() as tx:
            await tx.flush()
            tx.add(jobs)
            raise ZeroDivisionError

    assert not await work(house)


async def test_two_workers_at_once_do_each_job_once(house: House) -> None:
    for _ in range(6):
        await asked(house, "once")

    async def worker() -> int:
        count = 0
        while await work(house):
            count += 1
        return count

    done = await asyncio.gather(worker(), worker(), worker())

    assert sum(done) == 6
    assert len(await effects(house)) == 6


async def test_a_job_that_is_not_due_waits(house: House) -> None:
    await asked(house, "once", run_at=house.clock.now() + timedelta(hours=1))

    assert not await work(house)
    house.clock.move(timedelta(hours=1))
    assert await work(house)


async def test_the_job_of_a_worker_that_died_is_done_by_another_when_the_lease_is_over(house: House) -> None:
    job = await asked(house, "once")
    await claimed(house)

    assert not await work(house)
    house.clock.move(store.LEASE)
    assert await work(house)

    assert (await seen(house, job))["state"] == "done"
    assert await effects(house) == [0]


async def test_a_worker_thought_dead_changes_nothing_when_it_comes_back(house: House) -> None:
    await asked(house, "once")
    late = await claimed(house)
    house.clock.move(store.LEASE)
    await work(house)

    with pytest.raises(LeaseLost):
        await once(late)

    assert await effects(house) == [0]


async def test_two_workers_with_one_job_racing_to_the_commit_have_one_effect(house: House) -> None:
    await asked(house, "once")
    first = await claimed(house)
    house.clock.move(store.LEASE)
    second = await claimed(house)

    outcomes = await asyncio.gather(once(first), once(second), return_exceptions=True)

    assert [type(one) for one in outcomes] == [LeaseLost, type(None)]
    assert await effects(house) == [0]


async def test_a_job_in_steps_goes_on_where_the_dead_worker_stopped(house: House) -> None:
    job = await asked(house, "in_parts")
    dying = await claimed(house)
    async with dying.step() as tx:
        effect(tx, dying, 0)
        dying.reached(1)
    with pytest.raises(asyncio.CancelledError):
        async with dying.step() as tx:
            effect(tx, dying, 1)
            await tx.flush()
            raise asyncio.CancelledError

    house.clock.move(store.LEASE)
    assert await work(house)

    assert await effects(house) == [0, 1, 2]
    assert (await seen(house, job))["progress"] == {"done": 3, "total": 3}
    with pytest.raises(LeaseLost):
        await in_parts(dying)
    assert await effects(house) == [0, 1, 2]


async def test_what_a_body_refuses_is_told_in_the_readers_language_and_leaves_nothing(house: House) -> None:
    job = await asked(house, "refuse")
    other = await asked(house, "refuse_by_guard")

    await work(house)
    await work(house)

    shown = await seen(house, job)
    assert (shown["state"], shown["problem"]["code"]) == ("failed", "import_refused")
    assert shown["problem"]["detail"].startswith("2 errors")
    assert shown["problem"]["errors"][0]["pointer"] == "/rows/3/name"
    assert (await seen(house, other))["problem"]["code"] == "sign_off_pending"
    assert await effects(house) == []


async def test_what_nobody_foresaw_is_tried_again_later_and_given_up_after_five_times(house: House) -> None:
    job = await asked(house, "stumble")

    tries = 0
    for _ in range(2 * MOST_ATTEMPTS):
        tries += await work(house)
        house.clock.move(timedelta(minutes=5))

    assert tries == MOST_ATTEMPTS
    assert (await seen(house, job))["problem"]["code"] == "internal_error"
    assert await effects(house) == []


async def test_a_job_that_kills_its_workers_is_given_up(house: House) -> None:
    job = await asked(house, "once")
    for _ in range(MOST_ATTEMPTS):
        await claimed(house)
        house.clock.move(store.LEASE)

    assert await work(house)
    assert (await seen(house, job))["state"] == "failed"
    assert await effects(house) == []


async def test_rights_withdrawn_since_are_not_used(house: House) -> None:
    job = await asked(house, "once")
    async with house.desk.db.transaction() as tx:
        await record(tx, actor("petition.city").id, 2)

    await work(house)

    assert (await seen(house, job))["problem"]["code"] == "token_revoked"
    assert await effects(house) == []


async def test_progress_is_seen_while_a_job_runs_and_a_cancelled_job_leaves_nothing(house: House) -> None:
    job = await asked(house, "forever")
    working = asyncio.create_task(work(house))
    while (await seen(house, job))["progress"]["done"] == 0:
        await asyncio.sleep(0.02)

    assert (await seen(house, job))["state"] == "running"
    answer = await house.http.post(
        f"/v1/jobs/{job}/cancel", headers=house.headers("petition.city", key=str(uuid4()))
    )
    await asyncio.wait_for(working, 5)

    assert answer.json()["state"] == "cancelling"
    assert (await seen(house, job))["state"] == "cancelled"
    assert await effects(house) == []


async def test_a_running_job_keeps_its_lease_for_as_long_as_it_takes(house: House) -> None:
    await asked(house, "forever")
    working = asyncio.create_task(work(house))
    for _ in range(4):
        await asyncio.sleep(0.2)
        house.clock.move(store.LEASE * 0.9)
    await asyncio.sleep(0.2)

    assert not await work(house)
    assert not working.done()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


async def test_old_jobs_are_forgotten_and_their_payload_goes_when_they_end(house: House) -> None:
    await asked(house, "once", payload=b"something")
    await work(house)

    async with house.desk.db.transaction(WORKER) as tx:
        row = await tx.one(sa.select(jobs))
        assert row["payload"] is None
    objects, at = house.desk.keeping.objects, house.clock.now()
    assert await store.forget_expired(house.desk.db, objects, at) == 0
    assert await store.forget_expired(house.desk.db, objects, at + store.KEPT_FOR) == 1
