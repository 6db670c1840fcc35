"""One node: a Patroni with its PostgreSQL and its voice in the vote on who leads. It can be killed whole."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from huiying.binaries import Binaries, guise
from huiying.kinship import die_with
from huiying.places import write_private
from huiying.postgres import SUPERUSER, bury, recorded_pid, server_settings
from huiying.processes import kill_all, lives, tree

REPLICATOR = "huiying_replicator"
LEASE_S, LOOK_S, ASK_S = 20, 2, 3
"""How long a leader's lock outlives it (Patroni allows no less), how often each node looks, how long it asks."""
STOP_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Ports:
    """Where one node listens: the database, Patroni's own answers, the vote."""

    postgres: int
    patroni: int
    vote: int


@dataclass
class Node:
    """One of the nodes. `others` are the ports of its peers."""

    name: str
    folder: Path
    ports: Ports
    others: Sequence[Ports]
    passwords: dict[str, str]
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """The node's data directory."""
        return self.folder / "data"

    @property
    def log_file(self) -> Path:
        """What Patroni and PostgreSQL say."""
        return self.folder / "node.log"

    def start(self, patroni: Sequence[str], binaries: Binaries) -> None:
        """Start Patroni, and return at once. It ends with the thread that calls this."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        config = self.folder / "patroni.yaml"
        write_private(config, yaml.safe_dump(self.configuration(binaries), sort_keys=False))
        bury(self.data)
        as_whom = guise(binaries, self.folder)
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*as_whom.prefix, *patroni, str(config)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with(os.getpid(), signal.SIGTERM),  # noqa: PLW1509 - one call
                **as_whom.popen,
            )

    def processes(self) -> list[int]:
        """Return every process of the node: Patroni's, and PostgreSQL's, which Patroni lets go of."""
        roots = [self.process.pid if self.process else None, recorded_pid(self.data)]
        return [pid for root in roots if root is not None and lives(root) for pid in tree(root)]

    def kill(self) -> None:
        """End the node as a lost machine ends: every process at once, none able to notice."""
        kill_all(self.processes())
        if self.process is not None:
            self.process.wait()
            self.process = None

    def freeze(self) -> None:
        """Hold the node still, as a machine that hangs: it takes connections and answers nobody."""
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen node go on, which believes that it still leads."""
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    def stop(self) -> None:
        """Ask the node to end, which stops its PostgreSQL; kill what is left."""
        if self.process is None:
            return
        self.process.terminate()
        end = time.monotonic() + STOP_WITHIN_S
        while self.process.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        self.kill()

    def configuration(self, binaries: Binaries) -> dict[str, Any]:
        """Return what Patroni is told. An answer waits for a second node, and only such a one may lead next."""
        place = f"127.0.0.1:{self.ports.postgres}"
        people = {"superuser": SUPERUSER, "replication": REPLICATOR, "rewind": SUPERUSER}
        doors = f"host all all 127.0.0.1/32 scram-sha-256\nhost replication {REPLICATOR} 127.0.0.1/32 scram-sha-256"
        parameters = server_settings(binaries, durable=True) | {"max_connections": "300"}
        return {
            "scope": "huiying",
            "name": self.name,
            "restapi": {
                "listen": f"127.0.0.1:{self.ports.patroni}",
                "connect_address": f"127.0.0.1:{self.ports.patroni}",
            },
            "raft": {
                "data_dir": str(self.folder / "vote"),
                "self_addr": f"127.0.0.1:{self.ports.vote}",
                "partner_addrs": [f"127.0.0.1:{other.vote}" for other in self.others],
            },
            "bootstrap": {
                "dcs": {
                    "ttl": LEASE_S, "loop_wait": LOOK_S, "retry_timeout": ASK_S,
                    "synchronous_mode": True, "synchronous_mode_strict": True,
                    "postgresql": {"use_pg_rewind": True, "parameters": parameters},
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"],
            },
            "postgresql": {
                "listen": place,
                "connect_address": place,
                "data_dir": str(self.data),
                "bin_dir": str(binaries.folder),
                "pgpass": str(self.folder / "pgpass"),
                "authentication": {
                    role: {"username": name, "password": self.passwords[name]} for role, name in people.items()
                },
                "pg_hba": doors.split("\n"),
            },
        }  # fmt: skip
