"""Everything that is measured, set up for one run and thrown away after it: server, reports, programs."""

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
from dataclasses import dataclass
from pathlib import Path
from signal import SIGTERM

from huiying import keys
from huiying.bench.filling import fill, visible_ids
from huiying.bench.issuer import URL, Issuer
from huiying.binaries import find
from huiying.databases import Access, provision
from huiying.kinship import die_with
from huiying.migrate import upgrade
from huiying.places import REPOSITORY
from huiying.postgres import Server
from huiying.programs import PASSED_ON
from huiying.services import free_port
from huiying.supervisor import is_ready

READY_WITHIN_S = 30.0


@dataclass
class Stage:
    """One run's server and programs; programs are added as they start."""

    folder: Path
    server: Server
    access: Access
    issuer: Issuer
    reports: list[str]
    ports: dict[str, int]
    pids: dict[str, int]
    stack: ExitStack

    @property
    def pgbench(self) -> str:
        """The program that measures PostgreSQL alone."""
        return find(None).program("pgbench")

    @property
    def superuser(self) -> str:
        """The address for which no row-level security holds."""
        return self.server.dsn("intake")

    def start(self, name: str, module: str, settings: dict[str, str], ready_port: int | None) -> None:
        """Start one program and wait until it is ready. Raises: TimeoutError."""
        environment = {word: value for word, value in os.environ.items() if word in PASSED_ON} | settings
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module], env=environment, cwd=REPOSITORY, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, preexec_fn=die_with(os.getpid(), SIGTERM),  # noqa: PLW1509 - one call
            )  # fmt: skip
        self.pids[name] = process.pid
        self.stack.callback(_end, process)
        end = time.monotonic() + READY_WITHIN_S
        while ready_port is not None and not asyncio.run(is_ready(ready_port)):
            if process.poll() is not None or time.monotonic() > end:
                raise TimeoutError(
                    f"{name} is not ready: {(self.folder / f'{name}.log').read_text()[-1500:]}"
                )
            time.sleep(0.05)

    def intake_settings(self) -> dict[str, str]:
        """Return what intake and its worker are given."""
        place = self.folder / "keys"
        here, stub = self.ports["intake"], f"http://127.0.0.1:{self.issuer.port}"
        settings = {
            "DATABASE_URL": self.access.app,
            "SEALER_URL": self.access.sealer,
            "KEY_RING_FILE": str(keys.ring_of(place, "intake")),
            "SERVICE_KEY_FILE": str(keys.identity_of(place, "intake")),
            "JWKS_FILE": str(self.folder / "jwks.json"),
            "CURSOR_KEY": keys.cursor_key_of(place, "intake").read_text(),
            "OBJECTS_URL": f"file://{self.folder}",
            "PORT": str(here),
            "MANAGEMENT_PORT": str(self.ports["intake health"]),
            "ISSUER": URL,
            "USUAL_PER_S": "1000000",
            **{f"{name}_URL": stub for name in ("IDENTITY", "CASEWORK", "RECTIFICATION")},
        }
        return {f"INTAKE_{name}": value for name, value in settings.items()}

    def gateway_settings(self) -> dict[str, str]:
        """Return what the gateway is given: intake behind it, and limits that do not bite one caller."""
        stub = f"127.0.0.1:{self.issuer.port}/{self.issuer.port}"
        upstreams = dict.fromkeys(("identity", "casework", "rectification"), stub)
        upstreams["intake"] = f"127.0.0.1:{self.ports['intake']}/{self.ports['intake health']}"
        return {
            "GATEWAY_PORT": str(self.ports["gateway"]),
            "GATEWAY_PAGES_PORT": str(self.ports["gateway pages"]),
            "GATEWAY_MANAGEMENT_PORT": str(self.ports["gateway health"]),
            "GATEWAY_RUN_DIR": str(self.folder / "gateway"),
            "GATEWAY_UPSTREAMS": json.dumps(upstreams),
            "GATEWAY_ISSUER": URL,
            **{f"GATEWAY_{limit}_PER_S": "1000000" for limit in ("CALLER", "ADDRESS", "CONNECTION")},
        }


@contextmanager
def staged(folder: Path, reports: int) -> Iterator[Stage]:
    """Set the stage: a durable server with a filled database, and nothing running before it yet."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        server = Server(folder / "postgres", free_port())
        stack.callback(server.drop)
        server.start(bound=True)
        access = asyncio.run(provision(server, folder / "passwords.json", ["intake"]))["intake"]
        upgrade(access)
        asyncio.run(fill(server.dsn("intake"), reports))
        keys.prepare_keys(folder / "keys")
        issuer = Issuer(folder / "issuer.jwk")
        stack.callback(issuer.close)
        pid = server.pid()
        assert pid is not None  # noqa: S101 - it was just started
        names = ("intake", "intake health", "gateway", "gateway pages", "gateway health", "bare")
        ports = {name: free_port() for name in names}
        ids = asyncio.run(visible_ids(server.dsn("intake"), 2000))
        yield Stage(folder, server, access, issuer, ids, ports, {"postgres": pid}, stack)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
