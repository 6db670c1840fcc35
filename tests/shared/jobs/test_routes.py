"""Only its owner sees a job, stops it and takes what came of it; row-level security says so too."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import httpx
import sqlalchemy as sa

from shared.audit.tables import audit_entries
from shared.jobs.tables import jobs
from shared.jobs.work import run_next

from tests.shared.jobs.probes import BODIES, asked, seen
from tests.support.cast import actor
from tests.support.house import House


async def cancel(house: House, job: object, login: str = "petition.city") -> httpx.Response:
    return await house.http.post(f"/v1/jobs/{job}/cancel", headers=house.headers(login, key=str(uuid4())))


async def test_somebody_elses_job_is_one_that_does_not_exist(house: House) -> None:
    job = await asked(house, "once")
    await run_next(house.desk, BODIES)

    for login in ("petition-head.city", "sysadmin", "principal.city"):
        missing = await house.get(login, f"/v1/jobs/{uuid4()}")
        for answer in (
            await house.get(login, f"/v1/jobs/{job}"),
            await house.get(login, f"/v1/jobs/{job}/content"),
            await cancel(house, job, login),
        ):
            assert answer.status_code == missing.status_code == 404
    async with house.desk.db.reader(actor("principal.city").scope(house.clock.now())) as reader:
        assert await reader.all(sa.select(jobs)) == []


async def test_a_waiting_job_is_cancelled_at_once_and_an_ended_one_not_at_all(house: House) -> None:
    job = await asked(house, "once")

    stopped = await cancel(house, job)
    again = await cancel(house, job)

    assert (stopped.status_code, stopped.json()["state"]) == (200, "cancelled")
    assert (again.status_code, again.json()["code"]) == (409, "job_over")
    assert not await run_next(house.desk, BODIES)


async def test_a_job_under_way_says_when_to_ask_again_and_an_ended_one_until_when_it_is_kept(
    house: House,
) -> None:
    job = await asked(house, "once")

    waiting = await house.get("petition.city", f"/v1/jobs/{job}")
    await run_next(house.desk, BODIES)
    done = await seen(house, job)

    assert waiting.headers["retry-after"] == "1"
    assert waiting.json()["progress"] == {"done": 0, "total": None}
    assert done["expires_at"].startswith("2026-03-09")


async def test_taking_the_file_is_recorded_and_a_job_without_one_has_none(house: House) -> None:
    with_file, without = await asked(house, "once"), await asked(house, "in_parts")
    await run_next(house.desk, BODIES)
    await run_next(house.desk, BODIES)

    taken = await house.get("petition.city", f"/v1/jobs/{with_file}/content")

    assert taken.headers["content-disposition"] == "attachment; filename*=UTF-8''%E7%BB%93%E6%9E%9C.txt"
    assert (await house.get("petition.city", f"/v1/jobs/{without}/content")).status_code == 404
    async with house.desk.db.reader() as reader:
        row = await reader.one(sa.select(audit_entries).where(audit_entries.c.action == "job:read"))
    assert row["object_id"] == str(with_file)


async def test_what_a_job_was_given_and_gave_lies_sealed(house: House, tmp_path: Path) -> None:
    await asked(house, "once", payload="张三的来信".encode())
    async with house.desk.db.reader(actor("petition.city").scope(house.clock.now())) as reader:
        waiting = await reader.one(sa.select(jobs))
    await run_next(house.desk, BODIES)
    async with house.desk.db.reader(actor("petition.city").scope(house.clock.now())) as reader:
        done = await reader.one(sa.select(jobs))

    assert "张三".encode() not in waiting["payload"]
    (stored,) = [one for one in (tmp_path / "objects").rglob("*") if one.is_file()]
    assert "张三".encode() not in stored.read_bytes()
    assert done["file_size"] == len("result of 张三的来信".encode())
    assert len(done["file"]) < 200, "the key alone"
