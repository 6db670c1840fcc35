"""The supervisor's side of the nursery: give orders, learn who was born and who ended."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from huiying.kinship import die_with
from huiying.places import REPOSITORY

KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Running:
    """One started program."""

    pid: int
    ended: asyncio.Future[int]

    async def wait(self) -> int:
        """Return the exit code once there is one; negative when a signal ended it."""
        return await asyncio.shield(self.ended)


@dataclass
class Nursery:
    """A process that forks programs. It is started with the first order, and again should it ever die."""

    _process: asyncio.subprocess.Process | None = None
    _births: dict[int, asyncio.Future[int]] = field(default_factory=dict)
    _lives: dict[int, asyncio.Future[int]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _listening: asyncio.Task[None] | None = None

    async def start(
        self, module: str, log_file: Path, environment: Mapping[str, str], *, afresh: bool = False
    ) -> Running:
        """Start `python -m module`, its output appended to a log; `afresh` shares nothing imported here.

        Raises: ConnectionError.
        """
        orders = cast("asyncio.StreamWriter", (await self._opened()).stdin)
        number = next(self._numbers)
        born = self._births[number] = asyncio.get_running_loop().create_future()
        order = {
            "order": number,
            "module": module,
            "log": str(log_file),
            "environment": dict(environment),
            "afresh": afresh,
        }
        orders.write(json.dumps(order).encode() + b"\n")
        await orders.drain()
        pid = await born
        return Running(pid, self._life_of(pid))

    async def close(self) -> None:
        """End the nursery; what still runs in it ends as well."""
        if self._process is None or self._listening is None:
            return
        cast("asyncio.StreamWriter", self._process.stdin).close()
        await self._process.wait()
        await self._listening

    async def _opened(self) -> asyncio.subprocess.Process:
        async with self._opening:
            if self._process is None or self._listening is None or self._listening.done():
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    *("-m", "huiying.nursery"),
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    cwd=REPOSITORY,
                    start_new_session=True,
                    preexec_fn=die_with(os.getpid(), signal.SIGTERM),
                )
                self._listening = asyncio.create_task(self._listen(self._process))
            return self._process

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        async for line in cast("asyncio.StreamReader", process.stdout):
            said = json.loads(line)
            if "pid" in said:
                self._births.pop(said["order"]).set_result(said["pid"])
            else:
                self._life_of(said["ended"]).set_result(said["code"])
                del self._lives[said["ended"]]
        for birth in self._births.values():
            birth.set_exception(ConnectionError("the nursery ended"))
        for pid, life in self._lives.items():  # told to end by their parent's death, but not waited for
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            life.set_result(KILLED)
        self._births.clear()
        self._lives.clear()

    def _life_of(self, pid: int) -> asyncio.Future[int]:
        if pid not in self._lives:
            self._lives[pid] = asyncio.get_running_loop().create_future()
        return self._lives[pid]
