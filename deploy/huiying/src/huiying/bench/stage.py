"""A stage: a service with a server of its own and its rows, set up for one run and thrown away after it."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM

import asyncpg

from huiying import keys
from huiying.bench.issuer import URL, Issuer
from huiying.binaries import find
from huiying.databases import Access, provision
from huiying.kinship import die_with
from huiying.migrate import upgrade
from huiying.places import REPOSITORY
from huiying.postgres import Server
from huiying.programs import PASSED_ON
from huiying.services import WITH_DATABASE, free_port
from huiying.supervisor import is_ready

READY_WITHIN_S = 120.0
_HEARD = """
INSERT INTO permission_feed (source, heard_at) VALUES ('identity', now() + interval '1 hour')
ON CONFLICT (source) DO UPDATE SET heard_at = excluded.heard_at
"""
_PORTS = ("service", "health", "gateway", "gateway pages", "gateway health", "bare")


@dataclass
class Stage:
    """One service's server and programs; programs are added as they start."""

    service: str
    folder: Path
    server: Server
    access: Access
    issuer: Issuer
    ports: dict[str, int]
    pids: dict[str, int]
    stack: ExitStack
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def port(self) -> int:
        """Where the service answers, with no gateway before it."""
        return self.ports["service"]

    @property
    def pgbench(self) -> str:
        """The program that measures PostgreSQL alone."""
        return find(None).program("pgbench")

    @property
    def superuser(self) -> str:
        """The address for which no row-level security holds."""
        return self.server.dsn(self.service)

    def start_service(self) -> None:
        """Start the service. Raises: TimeoutError."""
        self.start(self.service, self.service, self.service_settings(), self.ports["health"])

    def start_again(self) -> None:
        """Stop the service and start it anew, with nothing prepared. Raises: TimeoutError."""
        _end(self.processes.pop(self.service))
        del self.pids[self.service]
        self.start_service()

    def hear_of_rights(self) -> None:
        """Let the service believe for an hour that it hears of withdrawn rights, as its worker does from identity."""
        asyncio.run(_hear(self.superuser))

    def start_worker(self) -> None:
        """Start what seals, and works through jobs."""
        self.start("worker", f"{self.service}.worker", self.service_settings(), None)

    def start_gateway(self) -> None:
        """Start the gateway before the service. Raises: TimeoutError."""
        self.start("gateway", "gateway", self.gateway_settings(), self.ports["gateway health"])

    def start(self, name: str, module: str, settings: dict[str, str], ready_port: int | None) -> None:
        """Start one program, unless it runs, and wait until it is ready. Raises: TimeoutError."""
        if name in self.pids:
            return
        environment = {word: value for word, value in os.environ.items() if word in PASSED_ON} | settings
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module], env=environment, cwd=REPOSITORY, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, preexec_fn=die_with(os.getpid(), SIGTERM),  # noqa: PLW1509 - one call
            )  # fmt: skip
        self.pids[name], self.processes[name] = process.pid, process
        self.stack.callback(_end, process)
        end = time.monotonic() + READY_WITHIN_S
        while ready_port is not None and not asyncio.run(is_ready(ready_port)):
            if process.poll() is not None or time.monotonic() > end:
                raise TimeoutError(
                    f"{name} is not ready: {(self.folder / f'{name}.log').read_text()[-1500:]}"
                )
            time.sleep(0.05)

    def service_settings(self) -> dict[str, str]:
        """Return what the service and its worker are given; the neighbours are stood in for by the issuer."""
        place, stub = self.folder / "keys", f"http://127.0.0.1:{self.issuer.port}"
        settings = {
            "DATABASE_URL": self.access.app,
            "SEALER_URL": self.access.sealer,
            "KEY_RING_FILE": str(keys.ring_of(place, self.service)),
            "SERVICE_KEY_FILE": str(keys.identity_of(place, self.service)),
            "JWKS_FILE": str(self.folder / "jwks.json"),
            "CURSOR_KEY": keys.cursor_key_of(place, self.service).read_text(),
            "OBJECTS_URL": f"file://{self.folder}",
            "PORT": str(self.port),
            "MANAGEMENT_PORT": str(self.ports["health"]),
            "ISSUER": URL,
            "USUAL_PER_S": "1000000",
            **{f"{name.upper()}_URL": stub for name in WITH_DATABASE if name != self.service},
        }
        return {f"{self.service.upper()}_{name}": value for name, value in settings.items()}

    def gateway_settings(self) -> dict[str, str]:
        """Return what the gateway is given: the service behind it, and limits that do not bite one caller."""
        upstreams = dict.fromkeys(WITH_DATABASE, f"127.0.0.1:{self.issuer.port}/{self.issuer.port}")
        upstreams[self.service] = f"127.0.0.1:{self.port}/{self.ports['health']}"
        return {
            "GATEWAY_PORT": str(self.ports["gateway"]),
            "GATEWAY_PAGES_PORT": str(self.ports["gateway pages"]),
            "GATEWAY_MANAGEMENT_PORT": str(self.ports["gateway health"]),
            "GATEWAY_RUN_DIR": str(self.folder / "gateway"),
            "GATEWAY_UPSTREAMS": json.dumps(upstreams),
            "GATEWAY_ISSUER": URL,
            **{f"GATEWAY_{limit}_PER_S": "1000000" for limit in ("CALLER", "ADDRESS", "CONNECTION")},
        }


async def _hear(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(_HEARD)
    finally:
        await connection.close()


@contextmanager
def staged(folder: Path, service: str) -> Iterator[Stage]:
    """Set the stage: a durable server with an empty database of the newest shape, and no program before it yet."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        server = Server(folder / "postgres", free_port())
        stack.callback(server.drop)
        server.start(bound=True)
        access = asyncio.run(provision(server, folder / "passwords.json", [service]))[service]
        upgrade(access)
        keys.prepare_keys(folder / "keys")
        issuer = Issuer(folder / "issuer.jwk", service)
        stack.callback(issuer.close)
        pid = server.pid()
        assert pid is not None  # noqa: S101 - it was just started
        ports = {name: free_port() for name in _PORTS}
        yield Stage(service, folder, server, access, issuer, ports, {"postgres": pid}, stack)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
