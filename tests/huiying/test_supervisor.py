"""Programs are kept running, and nothing of them is left when they are stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from huiying import supervisor
from huiying.offspring import Nursery
from huiying.places import REPOSITORY, RunDirectory
from huiying.programs import Program
from huiying.services import free_port
from huiying.supervisor import Child, NotReady, is_ready, stop_all

pytestmark = pytest.mark.running
KILLED_SUPERVISOR = """
import asyncio, os
from pathlib import Path
from huiying.offspring import Nursery

async def start_and_wait():
    running = await Nursery().start("tests.support.fake_service", Path(os.devnull), os.environ)
    await running.wait()

asyncio.run(start_and_wait())
"""


@pytest_asyncio.fixture
async def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Child]:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.05)
    run = RunDirectory(tmp_path)
    run.make()
    port = free_port()
    settings = {"FAKE_NOTES": str(tmp_path / "notes"), "FAKE_PORT": str(port)}
    nursery = Nursery()
    program = Program("fake", "tests.support.fake_service", "fake", settings, port)
    child = Child(program, run, lambda: None, nursery)
    keeping = asyncio.create_task(child.keep())
    yield child
    await stop_all([child])
    await keeping
    await nursery.close()


def pids(child: Child) -> list[int]:
    return [int(word) for word in Path(child.program.settings["FAKE_NOTES"]).read_text().split()]


def lives(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


async def gone(pid: int) -> bool:
    for _ in range(200):
        if not lives(pid):
            return True
        await asyncio.sleep(0.02)
    return False


async def test_a_program_that_dies_is_started_again(child: Child) -> None:
    await child.ready(20)
    first = pids(child)[0]
    assert child.program.ready_port is not None
    await is_ready(child.program.ready_port, "/die")
    assert await gone(first)
    await child.ready(20)
    assert pids(child)[0] != first


async def test_stopping_ends_the_program_and_what_it_started(child: Child) -> None:
    await child.ready(20)
    program, grandchild = pids(child)
    assert (child.run.pids / "fake").read_text() == str(program)
    await child.stop()
    assert await gone(program)
    assert await gone(grandchild)


async def test_a_program_that_cannot_start_is_reported_with_the_end_of_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.05)
    run = RunDirectory(tmp_path)
    run.make()
    settings = {"FAKE_NOTES": str(tmp_path / "notes"), "FAKE_FAILS": "1"}
    program = Program("fake", "tests.support.fake_service", "fake", settings, free_port())
    nursery = Nursery()
    child = Child(program, run, lambda: None, nursery)
    keeping = asyncio.create_task(child.keep())
    with pytest.raises(NotReady, match="cannot start"):
        await child.ready(30)
    await stop_all([child])
    await keeping
    await nursery.close()


async def test_a_killed_supervisor_takes_its_programs_along(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    environment = {**os.environ, "FAKE_NOTES": str(notes), "FAKE_PORT": str(free_port())}
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_SUPERVISOR, cwd=REPOSITORY, env=environment
    )
    end = time.monotonic() + 20
    while not (notes.exists() and notes.read_text()) and time.monotonic() < end:
        await asyncio.sleep(0.05)
    program, grandchild = (int(word) for word in notes.read_text().split())
    parent.kill()
    await parent.wait()
    assert await gone(program)
    os.kill(grandchild, signal.SIGKILL)


def test_a_program_sees_its_own_settings_and_nobody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEWORK_CURSOR_KEY", "secret of another")
    monkeypatch.setenv("INTAKE_LOG_LEVEL", "debug")
    monkeypatch.setenv("SOMETHING_ELSE", "1")
    run = RunDirectory(tmp_path)
    run.make()
    program = Program("intake", "intake", "intake", {"INTAKE_PORT": "8102"}, None)
    environment = program.environment(run, "2026-03-01T09:00:00+08:00")
    assert environment["INTAKE_LOG_LEVEL"] == "debug"
    assert environment["INTAKE_START_AT"] == "2026-03-01T09:00:00+08:00"
    assert not {"CASEWORK_CURSOR_KEY", "SOMETHING_ELSE"} & set(environment)
    assert (run.env / "intake.env").stat().st_mode & 0o777 == 0o600
