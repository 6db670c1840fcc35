"""One measurement after the other: the load generator kept at hand, and `pgbench` in between."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from huiying.bench import pgbench
from huiying.bench.cases import ALONE, PAGE, Case
from huiying.bench.cpu import machine_s, tree_s
from huiying.bench.filling import OFFICE
from huiying.bench.stage import Stage

CONNECTIONS = 32
SCRIPTS = 32


class Wrong(Exception):
    """A target answered something else than it should."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how often; seconds."""

    reports: int
    rounds: int
    warm_up_s: float
    measure_s: float
    with_worker: bool


DEFAULT = Plan(reports=100_000, rounds=3, warm_up_s=0.5, measure_s=2.5, with_worker=True)
QUICK = Plan(reports=20_000, rounds=1, warm_up_s=0.3, measure_s=1.2, with_worker=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one measurement gave. `cpu_us` is processor time a request by program, `other_cores` what others used."""

    case: str
    target: str
    round: int
    per_s: float
    p50_ms: float
    p99_ms: float
    cpu_us: dict[str, float]
    other_cores: float


class LoadGenerator:
    """The process that sends the requests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "huiying.bench.load"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )  # fmt: skip

    def measure(self, order: dict[str, Any]) -> dict[str, Any]:
        """Carry out one order. Raises: Wrong when the generator ended."""
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
        self._process.terminate()
        self._process.wait()


def over_http(stage: Stage, load: LoadGenerator, case: Case, target: str, plan: Plan, number: int) -> Figure:
    """Measure one program under one kind of request. Raises: Wrong for any other answer than the case's."""
    port = stage.ports["intake" if target == "direct" else target]
    order = {
        "port": port, "requests": case.requests_to(target), "connections": CONNECTIONS, "watch": stage.pids,
        "warm_up_s": plan.warm_up_s, "measure_s": plan.measure_s,
    }  # fmt: skip
    found = load.measure(order)
    if set(found["statuses"]) != {str(case.status)}:
        raise Wrong(f"({case.name}) {target} answered {found['statuses']}")
    count, cpu = sum(found["statuses"].values()), found["cpu_s"]
    other = cpu.pop("machine") - sum(cpu.values())
    return Figure(
        case.name, target, number, count / found["lasted_s"], found["p50_ms"], found["p99_ms"],
        {name: 1e6 * seconds / count for name, seconds in cpu.items()}, max(other / found["lasted_s"], 0.0),
    )  # fmt: skip


def alone(stage: Stage, case: Case, scripts: list[str], plan: Plan, number: int) -> Figure:
    """Measure PostgreSQL without any program of ours."""
    before, machine = tree_s(stage.pids["postgres"]), machine_s()
    found = pgbench.run(
        stage.pgbench, stage.superuser, scripts, stage.folder / f"pgbench-{case.name}", plan.measure_s
    )
    used, all_used = tree_s(stage.pids["postgres"]) - before, machine_s() - machine
    count = found.per_s * max(1, round(plan.measure_s))
    del all_used
    return Figure(
        case.name,
        ALONE,
        number,
        found.per_s,
        found.p50_ms,
        found.p99_ms,
        {"postgres": 1e6 * used / count},
        0.0,
    )


def scripts_for(stage: Stage, case: Case, page: list[str]) -> list[str]:
    """Return what `pgbench` does for a case; `page` are the ids on the first page."""
    if case.name == "a":
        return pgbench.submit_scripts(content=760, subjects=230, answer=430)
    if case.name == "b":
        return pgbench.list_scripts(OFFICE, page[:PAGE])
    return pgbench.one_scripts(OFFICE, stage.reports[:SCRIPTS])
