"""The process that sends requests, kept at hand, and how it is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any


class Wrong(Exception):
    """What was measured answered something else than it should."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one order measured: answers a second, and how long they took."""

    per_s: float
    p50_ms: float
    p99_ms: float
    cpu_s: dict[str, float]
    lasted_s: float
    count: int


class Generator:
    """A process that carries out orders: one line of JSON in, one line out."""

    module = "huiying.bench.load"

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", self.module], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, order: dict[str, Any]) -> dict[str, Any]:
        """Return what one order gave. Raises: Wrong when the process ended."""
        if self._process.stdin is None or self._process.stdout is None:
            raise Wrong("no pipes to the load generator")
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise Wrong("the load generator ended")
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        """End the process."""
        with self._process:  # closes its pipes and waits
            self._process.terminate()


class LoadGenerator(Generator):
    """Keeps connections busy: sends again as soon as it was answered."""

    def counted(
        self, port: int, requests: list[str], *, connections: int, measure_s: float, warm_up_s: float,
        watch: dict[str, int] | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Keep connections busy with these requests in turn, for so long; return all that was answered. Raises: Wrong."""
        return self.ask({
            "port": port, "requests": requests, "connections": connections, "watch": watch or {},
            "warm_up_s": warm_up_s, "measure_s": measure_s,
        })  # fmt: skip

    def measure(
        self, port: int, requests: list[str], *, connections: int, measure_s: float, warm_up_s: float = 0.5,
        status: int = 200, watch: dict[str, int] | None = None, may_refuse: bool = False,
    ) -> Load:  # fmt: skip
        """Keep connections busy as `counted` does; only answers of this status are counted.

        Raises: Wrong for any other, but for the 503 of a service that has too much to do, where it `may_refuse`.
        """
        found = self.counted(
            port, requests, connections=connections, measure_s=measure_s, warm_up_s=warm_up_s, watch=watch
        )
        if set(found["statuses"]) - ({"503"} if may_refuse else set()) != {str(status)}:
            raise Wrong(f"{requests[0].splitlines()[0]}: {found['statuses']}")
        count: int = found["statuses"][str(status)]
        return Load(
            count / found["lasted_s"], found["p50_ms"], found["p99_ms"], found["cpu_s"], found["lasted_s"], count
        )  # fmt: skip
