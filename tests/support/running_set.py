"""The whole set as processes, started as `make run` starts it, on free ports and in a directory of its own."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from huiying.databases import VARIABLES
from huiying.kinship import die_with
from huiying.places import REPOSITORY, RunDirectory
from huiying.postgres import Server
from huiying.processes import kill_all, lives, tree
from huiying.seed.people import make_people
from huiying.services import (
    GATEWAY_PORT,
    MANAGEMENT_OFFSET,
    PORT_OFFSET,
    POSTGRES_PORT,
    SERVICES,
    SPARE_OFFSET,
    WITH_DATABASE,
    is_taken,
)
from huiying.walk.caller import Caller

READY_WITHIN_S = 120.0
LOOK_EVERY_S = 0.02
USUAL = {service.name: service.usual_port for service in SERVICES}
OFFSETS = range(6_700, 11_200)  # the database's port then lies above 61,000, all others below 32,768
GATEWAY = GATEWAY_PORT - PORT_OFFSET
POSTGRES = POSTGRES_PORT - PORT_OFFSET
T = TypeVar("T")


class NotInTime(AssertionError):
    """A condition did not come true."""


def wait_for(what: str, look: Callable[[], T], *, within_s: float = 30.0) -> T:
    """Look until something is true, and return it. Raises: NotInTime."""
    end = time.monotonic() + within_s
    while not (found := look()):
        if time.monotonic() > end:
            raise NotInTime(f"{what}: not within {within_s:g} s")
        time.sleep(LOOK_EVERY_S)
    return found


async def wait_for_async(
    what: str, look: Callable[[], Awaitable[T]], *, within_s: float = 30.0, every_s: float = 0.1
) -> T:
    """Look until something is true without holding others up, and return it. Raises: NotInTime."""
    end = time.monotonic() + within_s
    while not (found := await look()):
        if time.monotonic() > end:
            raise NotInTime(f"{what}: not within {within_s:g} s")
        await asyncio.sleep(every_s)
    return found


@dataclass
class RunningSet:
    """One set: its run directory, its ports, and the supervisor that keeps it."""

    place: RunDirectory
    offset: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def base_url(self) -> str:
        """Where the gateway answers."""
        return f"http://127.0.0.1:{GATEWAY + self.offset}"

    @property
    def server(self) -> Server:
        """The set's database server."""
        return Server(self.place.postgres, POSTGRES + self.offset)

    @property
    def programs(self) -> list[str]:
        """Every program that is not held down, the gateway among them."""
        names = ["gateway", *(name for one in WITH_DATABASE for name in (one, f"{one}-worker"))]
        return [name for name in names if not (self.place.held / name).exists()]

    def ports(self) -> list[int]:
        """Every port the set listens on."""
        seats = [*USUAL.values(), *(port + SPARE_OFFSET for port in USUAL.values())]
        usual = [GATEWAY, POSTGRES, *seats, *(port + MANAGEMENT_OFFSET for port in seats)]
        return [port + self.offset for port in usual]

    def start(self) -> float:
        """Start everything and wait until it is ready; return the seconds it took. Raises: NotInTime."""
        began = time.monotonic()
        self.begin()
        self.until_started()
        return time.monotonic() - began

    def begin(self) -> None:
        """Start the supervisor, and return at once. It ends with the thread that calls this."""
        self.place.make()
        self.place.ready.unlink(missing_ok=True)
        with (self.place.log / "supervisor.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "huiying", "run", "--empty"],
                cwd=REPOSITORY, env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, preexec_fn=die_with(os.getpid(), signal.SIGTERM),  # noqa: PLW1509 - one thread
            )  # fmt: skip

    def until_started(self) -> None:
        """Wait until everything is ready. Raises: NotInTime with what the supervisor said."""
        wait_for("the set", self._has_begun, within_s=READY_WITHIN_S)
        if not self.place.ready.exists():
            raise NotInTime(f"the set did not start:\n{self.log('supervisor')[-3000:]}")

    def stop(self) -> None:
        """Stop everything, the database as well."""
        if self.process is None:
            return
        self.process.terminate()
        self.process.wait(60)
        self.process = None
        self.server.stop()

    def environment(self) -> dict[str, str]:
        """Return the supervisor's environment: ours, without databases of others; floods are another test's matter."""
        foreign = {f"{service.upper()}_{name}" for service in WITH_DATABASE for name in VARIABLES.values()}
        ours = {name: value for name, value in os.environ.items() if name not in foreign}
        ours.pop("HUIYING_PG_PORT", None)
        return ours | {
            "HUIYING_RUN_DIR": str(self.place.root),
            "HUIYING_PORT_OFFSET": str(self.offset),
            "INTAKE_USUAL_PER_S": "100000",
        }

    def caller(self) -> Caller:
        """Return a client of the gateway that can log in as everybody of the demo."""
        return Caller.of_run(self.base_url, self.place.accounts, loud=False)

    def log(self, program: str) -> str:
        """Return what a program has written."""
        path = self.place.log / f"{program}.log"
        return path.read_text("utf-8", errors="replace") if path.exists() else ""

    def pid(self, program: str) -> int | None:
        """Return the process id of a program, None while it does not run."""
        if program == "postgres":
            return self.server.pid()
        try:
            pid = int((self.place.pids / program).read_text())
        except (FileNotFoundError, ValueError):
            return None
        return pid if lives(pid) else None

    def processes(self, program: str) -> list[int]:
        """Return a program's process and every process below it."""
        pid = self.pid(program)
        return [] if pid is None else tree(pid)

    def kill(self, program: str) -> int | None:
        """Kill a program and all it started, none of them able to notice; return the dead process id."""
        pid = self.pid(program)
        if pid is not None:
            kill_all(tree(pid))
        return pid

    def cut_the_power(self) -> None:
        """Kill supervisor, nursery, programs and database at once."""
        if self.process is None:
            return
        kill_all([*tree(self.process.pid), *self.processes("postgres")])
        self.process.wait()
        self.process = None

    def hold(self, *programs: str) -> None:
        """Keep programs (services with their workers) from being started again."""
        for name in with_workers(programs):
            (self.place.held / name).touch()

    def release(self, *programs: str) -> None:
        """Let programs be started again."""
        for name in with_workers(programs):
            (self.place.held / name).unlink(missing_ok=True)

    def readiness(self, service: str) -> dict[str, Any] | None:
        """Return what a service says of itself, None when it says nothing."""
        url = f"http://127.0.0.1:{USUAL[service] + MANAGEMENT_OFFSET + self.offset}/readyz"
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                said = answer.read()
        except urllib.error.HTTPError as unready:
            said = unready.read()
        except OSError:
            return None
        found: dict[str, Any] = json.loads(said)
        return found

    def is_ready(self, program: str) -> bool:
        """Say whether a program runs and, if it has an API, answers ready. Held programs count as ready."""
        if program == "postgres":
            return self.server.pid() is not None
        if program not in self.programs:
            return True
        if program not in USUAL:
            return self.pid(program) is not None
        said = self.readiness(program)
        return said is not None and not said["failed"]

    def all_ready(self) -> bool:
        """Say whether every program is ready."""
        return self.server.pid() is not None and all(self.is_ready(name) for name in self.programs)

    def is_whole(self) -> bool:
        """Say whether every program is ready and none names a part that works less well."""
        said = [self.readiness(name) for name in self.programs if name in USUAL]
        return self.all_ready() and all(one is not None and not one["degraded"] for one in said)

    def _has_begun(self) -> bool:
        return self.place.ready.exists() or (self.process is not None and self.process.poll() is not None)


def new_set(root: Path) -> RunningSet:
    """Return a set that nobody has started, on ports that are free and that no outgoing connection is given."""
    for _ in range(100):
        one = RunningSet(RunDirectory(root), random.choice(OFFSETS))  # noqa: S311 - no secret
        if not any(is_taken(port) for port in one.ports()):
            return one
    raise NotInTime("no free ports")


def with_people(one: RunningSet) -> RunningSet:
    """Give a set the organisations and officers of the demo, and none of its matters; wait until all know them."""
    make_people(one.base_url, one.place.root)
    wait_for("every service to be whole", one.is_whole)
    return one


def with_workers(programs: Iterable[str]) -> list[str]:
    """Return programs with the workers of the services among them."""
    listed = list(programs)
    return [*listed, *(f"{name}-worker" for name in listed if name in WITH_DATABASE)]
