"""The file that comes of a job goes into the object store while it is made, comes out in pieces, and goes with its job."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from shared.clock import FakeClock
from shared.db import Scope
from shared.jobs import store
from shared.jobs.show import take_file
from shared.jobs.tables import jobs
from shared.jobs.work import run_next
from shared.process.desk import Call

from tests.shared.jobs.probes import BODIES, MEBIBYTE, OWNER, asked, seen
from tests.support.cast import actor
from tests.support.house import House

IN_MEMORY = 20 * MEBIBYTE
"""What may be held at once, whatever the size: two parts on their way, one being filled, one piece being sealed."""


def objects(tmp_path: Path) -> list[Path]:
    return [one for one in (tmp_path / "objects").rglob("*") if one.is_file()]


async def taken(house: House, job: UUID) -> tuple[int, str]:
    """Read the file piece by piece; return its size and hash."""
    call = Call(actor=actor(OWNER), at=house.clock.now(), today=house.clock.today(), request_id="r")
    file = await take_file(house.desk, job, call)
    size, digest = 0, hashlib.sha256()
    async for piece in file.content:
        size += len(piece)
        digest.update(piece)
    assert size == file.size
    return size, digest.hexdigest()


async def made_and_taken(house: House, mebibytes: int) -> int:
    """Let a file of that size be made and read; return the most that was in memory meanwhile."""
    job = await asked(house, "large", args={"mebibytes": mebibytes})
    expected = hashlib.sha256()
    for number in range(mebibytes):
        expected.update(number.to_bytes(8) * (MEBIBYTE // 8))
    tracemalloc.start()
    try:
        assert await run_next(house.desk, BODIES)
        found = await taken(house, job)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == (mebibytes * MEBIBYTE, expected.hexdigest())
    assert (await seen(house, job))["result"] == {"size": mebibytes * MEBIBYTE}
    return most


async def test_a_file_is_never_whole_in_memory(house: House) -> None:
    assert await made_and_taken(house, 32) < IN_MEMORY


@pytest.mark.nightly
async def test_a_file_of_two_hundred_mebibytes_needs_no_more(house: House) -> None:
    assert await made_and_taken(house, 200) < IN_MEMORY


@pytest.mark.parametrize(("kind", "args"), [("large", {"mebibytes": 7, "breaks": True}), ("lose", {})])
async def test_of_a_job_that_failed_no_file_stays(
    house: House, tmp_path: Path, kind: str, args: dict[str, object]
) -> None:
    job = await asked(house, kind, args=args)

    await run_next(house.desk, BODIES)

    assert (await seen(house, job))["state"] != "done"
    assert objects(tmp_path) == []


async def test_a_file_goes_with_its_job(house: House, tmp_path: Path, clock: FakeClock) -> None:
    job = await asked(house, "once", payload=b"x")
    await run_next(house.desk, BODIES)
    assert len(objects(tmp_path)) == 1

    later = clock.now() + store.KEPT_FOR
    assert await store.forget_expired(house.desk.db, house.desk.keeping.objects, later) == 1

    assert objects(tmp_path) == []
    assert (await house.get(OWNER, f"/v1/jobs/{job}/content")).status_code == 404


async def test_a_file_that_an_older_release_left_in_the_row_is_still_given_out(house: House) -> None:
    job = await asked(house, "in_parts")
    await run_next(house.desk, BODIES)
    sealed = house.desk.seals.seal("旧结果".encode(), "jobs", job, "file")
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await tx.run(sa.update(jobs).where(jobs.c.id == job).values(file=sealed, file_name="旧.txt"))

    got = await house.get(OWNER, f"/v1/jobs/{job}/content")

    assert (got.status_code, got.content) == (200, "旧结果".encode())
    assert got.headers["content-length"] == str(len(got.content))
