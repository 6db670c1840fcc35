"""A program is replaced by one that is ready, and stays when the new one never is."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from typer.testing import CliRunner

from huiying import replacing, services, supervisor
from huiying.cli import app
from huiying.offspring import Nursery
from huiying.places import RunDirectory
from huiying.processes import lives
from huiying.programs import Program
from huiying.replacing import NotReplaced, Replacements, replace
from huiying.services import free_port
from huiying.supervisor import Child, stop_all


@dataclass
class House:
    """A supervised program that pretends to be intake."""

    run: RunDirectory
    child: Child

    def pid(self) -> int:
        return int((self.run.pids / "intake").read_text())


@pytest_asyncio.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    for module in (supervisor, replacing):
        monkeypatch.setattr(module, "LOOK_EVERY_S", 0.05, raising=False)
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.05)
    monkeypatch.setattr(replacing, "SEEN_WITHIN_S", 0.1)
    monkeypatch.setattr(services, "SPARE_OFFSET", free_port() - services.named("intake").port - 1000)
    run = RunDirectory(tmp_path / "run")
    run.make()
    port = free_port()
    broken = str(tmp_path / "broken")
    settings = {
        "FAKE_NOTES": str(tmp_path / "notes"),
        "INTAKE_MANAGEMENT_PORT": str(port),
        "FAKE_BROKEN": broken,
    }
    nursery = Nursery()
    child = Child(
        Program("intake", "tests.support.fake_service", "intake", settings, port), run, lambda: None, nursery
    )
    tasks = [asyncio.create_task(child.keep()), asyncio.create_task(Replacements(run, [child]).watch())]
    await child.ready(20)
    yield House(run, child)
    tasks[1].cancel()
    await stop_all([child])
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks)
    await nursery.close()


@pytest.mark.running
async def test_a_replaced_program_is_another_process_of_the_release(house: House, tmp_path: Path) -> None:
    before = house.pid()
    await asyncio.to_thread(replace, house.run, "intake", tmp_path / "release")
    assert house.pid() != before
    assert not lives(before)
    assert house.child.program.release == tmp_path / "release"
    assert not (house.run.pids / "intake-spare").exists()


@pytest.mark.running
async def test_a_program_that_never_becomes_ready_leaves_the_old_one_alone(
    house: House, tmp_path: Path
) -> None:
    before = house.pid()
    with pytest.raises(NotReplaced, match="cannot start"):
        await asyncio.to_thread(replace, house.run, "intake", tmp_path / "broken")
    assert house.pid() == before
    assert lives(before)
    assert house.child.program.release is None


@pytest.fixture
def place(tmp_path: Path) -> RunDirectory:
    """The run directory of a set without programs."""
    run = RunDirectory(tmp_path / "run")
    run.make()
    return run


async def test_an_interrupted_replacement_is_not_reported_as_done(
    place: RunDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def never_done(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Replacements, "_replace", never_done)
    watching = asyncio.create_task(Replacements(place, []).watch())
    ordering = asyncio.create_task(asyncio.to_thread(replace, place, "intake", None))
    await begun.wait()
    watching.cancel()
    with pytest.raises(NotReplaced, match="intake: stopped before it was done"):
        await ordering


async def test_an_order_withdrawn_while_it_is_read_does_not_end_the_watch(
    place: RunDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = Replacements(place, []).watch()
    monkeypatch.setattr(Path, "exists", lambda _: True)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(watching, 0.1)


async def test_an_order_placed_while_the_set_starts_is_refused(place: RunDirectory) -> None:
    ordering = asyncio.create_task(asyncio.to_thread(replace, place, "intake", None))
    while not (place.replacements / "intake").exists():
        await asyncio.sleep(0.01)
    Replacements(place, [])
    with pytest.raises(NotReplaced, match="only just starting"):
        await ordering


@pytest.mark.parametrize(
    "wrong", [["warehouse"], ["gateway"], ["intake", "--release", "."], ["intake"]], ids=json.dumps
)
def test_what_cannot_be_replaced_is_said(
    wrong: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUIYING_RUN_DIR", str(tmp_path / "run"))
    done = CliRunner().invoke(app, ["restart", *wrong])
    assert done.exit_code == (1 if wrong in (["gateway"], ["intake"]) else 2)
    assert "Traceback" not in done.output
