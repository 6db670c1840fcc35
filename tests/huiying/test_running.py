"""Only one supervisor holds a run directory, and only a run directory can be dropped."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from huiying.places import RunDirectory
from huiying.run_clock import RunClock
from huiying.running import AlreadyRunning, only_supervisor, reset, supervisor_pid
from shared.clock import SystemClock, clock_from


@pytest.fixture
def place(tmp_path: Path) -> RunDirectory:
    return RunDirectory(tmp_path / "run")


def test_a_second_supervisor_is_refused_while_the_first_runs(place: RunDirectory) -> None:
    with only_supervisor(place):
        assert supervisor_pid(place) is not None
        with pytest.raises(AlreadyRunning), only_supervisor(place):
            pass
    assert supervisor_pid(place) is None
    with only_supervisor(place):
        pass


def test_a_folder_that_is_no_run_directory_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(ValueError, match="left alone"):
        reset(RunDirectory(tmp_path))
    assert (tmp_path / "letters").exists()


def test_reset_drops_everything_a_run_made(place: RunDirectory) -> None:
    place.make()
    assert reset(place)
    assert not place.root.exists()
    assert not reset(place)


def test_a_chosen_first_day_goes_on_after_a_restart(place: RunDirectory) -> None:
    place.make()
    chosen = RunClock.load(place, "2026-03-01").start_at()
    again = RunClock.load(place, None).start_at()
    assert chosen is not None
    assert again is not None
    apart = clock_from(again).now() - clock_from(chosen).now()
    assert abs(apart) < timedelta(seconds=5)
    assert clock_from(chosen).today().isoformat() == "2026-03-01"


def test_without_a_chosen_day_the_time_is_the_machines(place: RunDirectory) -> None:
    place.make()
    assert RunClock.load(place, None).start_at() is None
    assert clock_from(None).today() == SystemClock().today()
