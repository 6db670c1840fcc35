"""Keeps programs running: starts them, restarts what dies, stops all of them with everything they started."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from huiying.kinship import die_with
from huiying.offspring import Nursery, Running
from huiying.places import REPOSITORY, RunDirectory
from huiying.programs import Program

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
STEADY_AFTER_S = 5.0
HELD_LOOK_S = 0.1
STOP_WITHIN_S = 15.0
GIVE_UP_AFTER = 4


class NotReady(Exception):
    """A program died again and again, or did not become ready in time."""


@dataclass
class Child:
    """One program kept alive."""

    program: Program
    run: RunDirectory
    start_at: Callable[[], str | None]
    nursery: Nursery
    running: Running | None = None
    deaths: int = 0
    renewed: bool = False
    told: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def log_file(self) -> Path:
        """Where the program's output goes."""
        return self.run.log / f"{self.program.name}.log"

    @property
    def is_held(self) -> bool:
        """Say whether an operator keeps the program from being started."""
        return (self.run.held / self.program.name).exists()

    async def keep(self) -> None:
        """Run the program until told to stop, with longer pauses the more often it dies soon after its start."""
        while not self.told.is_set():
            if self.is_held:
                await self._pause(HELD_LOOK_S)
                continue
            started = time.monotonic()
            try:
                code = await self._run_once()
            except OSError as error:  # the nursery was killed in the very moment of the order
                code = error.errno or 1
            if self.told.is_set():
                return
            if self.renewed:
                self.renewed = False
                continue
            if time.monotonic() - started > STEADY_AFTER_S:
                self.deaths = 0
            self.deaths += 1
            pause = min(FIRST_PAUSE_S * 2 ** (self.deaths - 1), LONGEST_PAUSE_S)
            print(f"{self.program.name} ended with {code}; again in {pause:.1f} s", flush=True)
            await self._pause(pause)

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.told.wait(), seconds)

    async def _run_once(self) -> int:
        environment = self.program.environment(self.run, self.start_at())
        self.running = await self.nursery.start(
            self.program.module, self.log_file, environment, afresh=self.program.release is not None
        )
        (self.run.pids / self.program.name).write_text(str(self.running.pid))
        if self.told.is_set():
            _signal_group(self.running.pid, signal.SIGTERM)
        code = await self.running.wait()
        _signal_group(self.running.pid, signal.SIGKILL)  # what outlived its parent
        (self.run.pids / self.program.name).unlink(missing_ok=True)
        return code

    async def stop(self) -> None:
        """End the program and whatever it started: asked first, then told."""
        self.told.set()
        await self._end()

    async def renew(self, program: Program) -> None:
        """End the program, asked first, and have this one started in its place. `ready` says when it is there."""
        self.program, self.deaths = program, 0
        self.renewed = self.running is not None and not self.running.ended.done()
        await self._end()

    async def _end(self) -> None:
        if self.running is None or self.running.ended.done():
            return
        _signal_group(self.running.pid, signal.SIGTERM)
        try:
            await asyncio.wait_for(self.running.wait(), STOP_WITHIN_S)
        except TimeoutError:
            _signal_group(self.running.pid, signal.SIGKILL)
            await self.running.wait()
        _signal_group(self.running.pid, signal.SIGKILL)  # what outlived its parent

    async def ready(self, within_s: float) -> None:
        """Wait until the program answers ready. Raises: NotReady with the end of its log."""
        end = time.monotonic() + within_s
        while self.program.ready_port is not None and not await is_ready(self.program.ready_port):
            if self.deaths >= GIVE_UP_AFTER or time.monotonic() > end:
                end_of_log = _tail(self.log_file)
                raise NotReady(f"{self.program.name} is not ready; the end of {self.log_file}:\n{end_of_log}")
            await asyncio.sleep(0.05)


async def run_once(run: RunDirectory, name: str, arguments: list[str]) -> None:
    """Run one of our commands to its end; it ends with us. Raises: NotReady when it fails."""
    log_file = run.log / f"{name}.log"
    with log_file.open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=REPOSITORY,
            start_new_session=True,
            preexec_fn=die_with(os.getpid(), signal.SIGTERM),
        )
    try:
        code = await process.wait()
    finally:
        _signal_group(process.pid, signal.SIGKILL)
    if code:
        raise NotReady(f"{name} failed; the end of {log_file}:\n{_tail(log_file)}")


def _tail(log_file: Path) -> str:
    return log_file.read_text(errors="replace")[-1500:] if log_file.exists() else ""


async def is_ready(port: int, path: str = "/readyz") -> bool:
    """Say whether a management port answers 200."""
    try:
        async with asyncio.timeout(2):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            status = await reader.readline()
            writer.close()
    except (OSError, TimeoutError):
        return False
    return status.split(b" ")[1:2] == [b"200"]


async def stop_all(children: list[Child]) -> None:
    """Stop the front door first, then everything behind it at once."""
    front = [child for child in children if child.program.name == "gateway"]
    behind = [child for child in children if child.program.name != "gateway"]
    for group in (front, behind):
        await asyncio.gather(*(child.stop() for child in group))


def _signal_group(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
