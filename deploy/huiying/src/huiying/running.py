"""Find the supervisor of a run directory, tell it to stop, and clear what it leaves behind."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from huiying.databases import embedded_server
from huiying.places import REPOSITORY, RunDirectory
from huiying.services import SERVICES
from huiying.supervisor import is_ready

STOP_WITHIN_S = 60.0
START_WITHIN_S = 900.0


class AlreadyRunning(Exception):
    """Another supervisor holds this run directory."""


@contextmanager
def only_supervisor(place: RunDirectory) -> Iterator[None]:
    """Hold the run directory for as long as the block runs. Raises: AlreadyRunning."""
    place.make()
    with place.supervisor.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(str(place.root)) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
        lock.truncate(0)


def supervisor_pid(place: RunDirectory) -> int | None:
    """Return the process id of the running supervisor, or None."""
    try:
        with place.supervisor.open("r+") as lock, contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return None
        text = place.supervisor.read_text()
    except FileNotFoundError:
        return None
    return int(text) if text else None


def detach(place: RunDirectory, arguments: list[str]) -> int:
    """Start a supervisor that outlives this command; return 0 when all is ready, else its exit code."""
    place.make()
    log_file = place.log / "supervisor.log"
    with log_file.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "huiying", "run", *arguments],
            cwd=REPOSITORY, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    end = time.monotonic() + START_WITHIN_S
    while not place.ready.exists():
        if process.poll() is not None or time.monotonic() > end:
            print(log_file.read_text())
            return process.returncode or 1
        time.sleep(0.1)
    return 0


def stop(place: RunDirectory) -> bool:
    """Stop the supervisor and everything it started; return whether something ran."""
    pid = supervisor_pid(place)
    server = embedded_server(place)
    if pid is None:
        ran = (
            server.pid() is not None
        )  # the supervisor was killed: its programs ended with it, the server may stay
        if ran:
            server.stop()
        place.ready.unlink(missing_ok=True)
        return ran
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + STOP_WITHIN_S
    while supervisor_pid(place) == pid:
        if time.monotonic() > end:
            os.kill(pid, signal.SIGKILL)
            server.stop()
            break
        time.sleep(0.05)
    return True


def reset(place: RunDirectory) -> bool:
    """Stop what runs and throw the run directory away; return whether there was one.

    Databases given by address are not touched. Raises: ValueError when the folder is not a run directory.
    """
    stop(place)
    if not place.root.exists():
        return False
    if not place.mark.exists():
        raise ValueError(f"{place.root} was not made by `make run`: it is left alone")
    shutil.rmtree(place.root)
    return True


def status() -> dict[str, bool]:
    """Say for every program with a management port whether it answers ready."""

    async def ask() -> list[bool]:
        return await asyncio.gather(*(is_ready(service.management_port) for service in SERVICES))

    return dict(zip((service.name for service in SERVICES), asyncio.run(ask()), strict=True))
