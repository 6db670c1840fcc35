"""One run: set the stage, measure every target in turn, round by round, and show the ratios."""

from __future__ import annotations

import json
import os
import time
import urllib.request
from dataclasses import asdict
from statistics import median
from typing import Any

from huiying.bench.cases import ALONE, BARE, DIRECT, GATEWAY, PAGE, TARGETS, Case, cases
from huiying.bench.measuring import DEFAULT, QUICK, Figure, LoadGenerator, Plan, alone, over_http, scripts_for
from huiying.bench.stage import Stage, staged
from huiying.places import RunDirectory

OFFICERS = 8
GATEWAY_MAY_COST = 0.15


def bench(*, quick: bool) -> int:
    """Measure, print the table, keep the figures in the run directory."""
    plan = QUICK if quick else DEFAULT
    place = RunDirectory.current().root
    with staged(place / "bench", plan.reports) as stage:
        figures = _measure(stage, plan)
    _show(figures, plan)
    (place / "bench.json").write_text(json.dumps([asdict(one) for one in figures], indent=1))
    print(f"\n{place / 'bench.json'}")
    return 0


def _measure(stage: Stage, plan: Plan) -> list[Figure]:
    stage.start("intake", "intake", stage.intake_settings(), stage.ports["intake health"])
    if plan.with_worker:
        stage.start("worker", "intake.worker", stage.intake_settings(), None)
    stage.start("gateway", "gateway", stage.gateway_settings(), stage.ports["gateway health"])
    token = stage.issuer.token(0)
    page = [one["id"] for one in _get(stage, token, f"/v1/reports?limit={PAGE}")["items"]]
    stage.start("bare", "huiying.bench.bare", _bare_settings(stage, token), None)
    _wait_for_bare(stage)
    load = LoadGenerator()
    figures: list[Figure] = []
    try:
        for number in range(plan.rounds):
            known = cases([stage.issuer.token(officer) for officer in range(OFFICERS)], stage.reports)
            for case in known:
                for target in TARGETS:
                    if target == ALONE:
                        figures.append(alone(stage, case, scripts_for(stage, case, page), plan, number))
                    else:
                        figures.append(over_http(stage, load, case, target, plan, number))
                    _tell(figures[-1])
    finally:
        load.close()
    return figures


def _bare_settings(stage: Stage, token: str) -> dict[str, str]:
    """Tell the bare handlers what each state allows the measured officer, so that they answer the same."""
    states = [one["code"] for one in _get(stage, token, "/v1/lifecycles/report")["states"]]
    allowed: dict[str, list[str]] = {state: [] for state in states}
    for state in states:
        for one in _get(stage, token, f"/v1/reports?state={state}&limit=1")["items"]:
            allowed[state] = one["allowed_actions"]
    file = stage.folder / "allowed.json"
    file.write_text(json.dumps(allowed))
    port = str(stage.ports["bare"])
    return {"BENCH_DSN": stage.superuser, "BENCH_ALLOWED": str(file), "BENCH_PORT": port}


def _get(stage: Stage, token: str, path: str) -> Any:
    address = f"http://127.0.0.1:{stage.ports['intake']}{path}"
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - a program of this run
        return json.loads(answer.read())


def _wait_for_bare(stage: Stage) -> None:
    """Ask until the bare handlers answer. Raises: URLError after the last try."""
    for left in range(100, 0, -1):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{stage.ports['bare']}/v1/reports?limit=1", timeout=5)
        except OSError:
            if left == 1:
                raise
            time.sleep(0.1)
        else:
            return


def _tell(one: Figure) -> None:
    cpu = " ".join(f"{name} {used:.0f}" for name, used in one.cpu_us.items() if used >= 1)
    print(
        f"  ({one.case}) {one.target:<9} {one.per_s:9,.0f}/s   p50 {one.p50_ms:7.2f}   p99 {one.p99_ms:7.2f} ms"
        f"   CPU µs/req: {cpu}   others {one.other_cores:.2f} cores",
        flush=True,
    )


def _show(figures: list[Figure], plan: Plan) -> None:
    """Print the medians of all rounds and what they come to."""
    load = os.getloadavg()[0]
    print(f"\n{plan.reports:,} reports, {plan.rounds} rounds, median; load average {load:.1f}")
    print(f"{'':<4}{'target':<10}{'req/s':>10}{'p50 ms':>9}{'p99 ms':>9}{'of bare':>9}{'of postgres':>13}")
    for case in cases([""], ["x"]):
        rates = {target: _median(figures, case, target, "per_s") for target in TARGETS}
        print(f"({case.name}) {case.title}")
        for target in TARGETS:
            p50, p99 = (_median(figures, case, target, name) for name in ("p50_ms", "p99_ms"))
            shares = f"{rates[target] / rates[BARE]:>9.2f}{rates[target] / rates[ALONE]:>13.2f}"
            print(f"    {target:<10}{rates[target]:>10,.0f}{p50:>9.2f}{p99:>9.2f}{shares}")
        share, cost = rates[DIRECT] / rates[BARE], 1 - rates[GATEWAY] / rates[DIRECT]
        print(
            f"    direct is {share:.2f} of the bare handler, aim {case.aim} {_mark(share >= case.aim)};"
            f" the gateway costs {cost:.0%}, at most {GATEWAY_MAY_COST:.0%} {_mark(cost <= GATEWAY_MAY_COST)}"
        )


def _median(figures: list[Figure], case: Case, target: str, name: str) -> float:
    values = [getattr(one, name) for one in figures if (one.case, one.target) == (case.name, target)]
    return float(median(values))


def _mark(holds: object) -> str:
    return "✓" if holds else "✗"
