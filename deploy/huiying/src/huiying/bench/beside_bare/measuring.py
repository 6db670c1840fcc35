"""One program or PostgreSQL alone under one kind of request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from huiying.bench.beside_bare import pgbench
from huiying.bench.beside_bare.cases import ALONE, DIRECT, PAGE, Case
from huiying.bench.filling.intake import OFFICE
from huiying.bench.load_generator import LoadGenerator
from huiying.bench.stage import Stage

CONNECTIONS = 32
SCRIPTS = 32


@dataclass(frozen=True, slots=True)
class Sample:
    """What one measurement gave. `cpu_us` is processor time a request by program, `other_cores` what others used."""

    case: str
    target: str
    per_s: float
    p50_ms: float
    p99_ms: float
    cpu_us: dict[str, float]
    other_cores: float

    def tell(self, tell: Callable[[str], None]) -> None:
        """Say it in a line."""
        cpu = " ".join(f"{name} {used:.0f}" for name, used in self.cpu_us.items() if used >= 1)
        tell(
            f"  {self.case:<7}{self.target:<9} {self.per_s:9,.0f}/s   p50 {self.p50_ms:7.2f}   p99 {self.p99_ms:7.2f}"
            f" ms   CPU µs/req: {cpu}   others {self.other_cores:.2f} cores"
        )


def over_http(stage: Stage, load: LoadGenerator, case: Case, target: str, measure_s: float) -> Sample:
    """Measure one program under one kind of request. Raises: Wrong for any other answer than the case's."""
    port = stage.ports["service" if target == DIRECT else target]
    found = load.measure(
        port, case.requests_to(target), connections=CONNECTIONS, measure_s=measure_s, status=case.status,
        watch=stage.pids,
    )  # fmt: skip
    cpu = dict(found.cpu_s)
    other = cpu.pop("machine") - sum(cpu.values())
    return Sample(
        case.name, target, found.per_s, found.p50_ms, found.p99_ms,
        {name: 1e6 * seconds / found.count for name, seconds in cpu.items()}, max(other / found.lasted_s, 0.0),
    )  # fmt: skip


def alone(stage: Stage, case: Case, scripts: list[str], measure_s: float) -> Sample:
    """Measure PostgreSQL without any program of ours."""
    found = pgbench.run(
        stage.pgbench, stage.superuser, scripts, stage.folder / f"pgbench-{case.name}", measure_s
    )
    return Sample(case.name, ALONE, found.per_s, found.p50_ms, found.p99_ms, {}, 0.0)


def scripts_for(case: Case, page: list[str], reports: list[str]) -> list[str]:
    """Return what `pgbench` does for a case; `page` are the ids on the first page."""
    if case.name == "submit":
        return pgbench.submit_scripts(content=760, subjects=230, answer=430)
    if case.name == "list":
        return pgbench.list_scripts(OFFICE, page[:PAGE])
    return pgbench.one_scripts(OFFICE, reports[:SCRIPTS])
