"""A worker that is killed in the middle of a job's last step, before it commits. Run as a program by a test."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from intake.app import SPEC
from intake.settings import Settings
from shared.clock import FakeClock
from shared.db import Scope
from shared.jobs import store
from shared.jobs.job import job_of
from shared.service.opening import open_desk

from tests.shared.jobs.probes import effect


async def die(dsn: str, ring: Path, at: datetime) -> None:
    """Take the next job, do all of it, and be killed before the commit."""
    settings = Settings(
        database_url=SecretStr(dsn), key_ring_file=ring, cursor_key=SecretStr("c" * 40),
        service_key_file=ring, jwks_file=ring, objects_url=f"file://{ring.parent}/objects",
    )  # fmt: skip
    desk = await open_desk(SPEC, settings, FakeClock(at), {})
    async with desk.db.transaction(Scope("worker")) as tx:
        row = await store.claim(tx, at)
    if row is None:
        raise SystemExit("there was no job")
    job = job_of(desk, row)
    async with job.step() as tx:
        effect(tx, job)
        job.finish({})
        await tx.flush()
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(die(sys.argv[1], Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])))
