"""Three requests of intake, beside a bare handler that does the same by hand, PostgreSQL alone, and with the gateway."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from statistics import median

from huiying.bench.bench import Bench
from huiying.bench.beside_bare.cases import ALONE, BARE, DIRECT, GATEWAY, PAGE, TARGETS, cases
from huiying.bench.beside_bare.measuring import Sample, alone, over_http, scripts_for
from huiying.bench.entry import SHARE, Entry, Figure, Reading, at_least, at_most
from huiying.bench.filling.intake import intake_with, petition_officer, visible_ids
from huiying.bench.http import send
from huiying.bench.stage import Stage

OFFICERS, REPORTS, ROUNDS = 8, 2000, 3
_ALONE = (("submit", "匿名提交", "anonymous submission", 0.5), ("list", f"列表 {PAGE} 件", f"list of {PAGE}", 0.6),
          ("read", "单件查看", "one report", 0.6))  # fmt: skip


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(intake_with(bench.size(100_000, 20_000)))
    reports = visible_ids(stage.superuser, REPORTS)
    token = petition_officer(stage, 0)
    page = [one["id"] for one in send(stage.port, f"/v1/reports?limit={PAGE}", token=token)["items"]]
    if not bench.quick:
        stage.start_worker()
    stage.start_gateway()
    stage.start("bare", "huiying.bench.beside_bare.bare", _bare_settings(stage, token), None)
    _wait_for_bare(stage)
    samples: list[Sample] = []
    for _ in range(bench.size(ROUNDS, 1)):
        for case in cases([petition_officer(stage, number) for number in range(OFFICERS)], reports):
            for target in TARGETS:
                lasting = 1.2 if bench.quick else 2.5
                if target == ALONE:
                    samples.append(alone(stage, case, scripts_for(case, page, reports), lasting))
                else:
                    samples.append(over_http(stage, bench.load, case, target, lasting))
                samples[-1].tell(bench.tell)
    for name, *_ in _ALONE:
        per_s = {target: _median(samples, name, target) for target in TARGETS}
        told = {f"{target}/s": rate for target, rate in per_s.items()}
        yield Reading(f"{name}_share", per_s[DIRECT] / per_s[BARE], told)
        yield Reading(f"{name}_gateway", 1 - per_s[GATEWAY] / per_s[DIRECT])


def _median(samples: list[Sample], case: str, target: str) -> float:
    return float(median(one.per_s for one in samples if (one.case, one.target) == (case, target)))


def _bare_settings(stage: Stage, token: str) -> dict[str, str]:
    """Tell the bare handlers what each state allows the measured officer, so that they answer the same."""
    states = [one["code"] for one in send(stage.port, "/v1/lifecycles/report", token=token)["states"]]
    allowed: dict[str, list[str]] = {state: [] for state in states}
    for state in states:
        for one in send(stage.port, f"/v1/reports?state={state}&limit=1", token=token)["items"]:
            allowed[state] = one["allowed_actions"]
    file = stage.folder / "allowed.json"
    file.write_text(json.dumps(allowed))
    return {"BENCH_DSN": stage.superuser, "BENCH_ALLOWED": str(file), "BENCH_PORT": str(stage.ports["bare"])}


def _wait_for_bare(stage: Stage) -> None:
    """Ask until the bare handlers answer. Raises: URLError after the last try."""
    for left in range(100, 0, -1):
        try:
            send(stage.ports["bare"], "/v1/reports?limit=1")
        except OSError:
            if left == 1:
                raise
            time.sleep(0.1)
        else:
            return


ENTRY = Entry(
    "bare",
    "提交、列表、查看：相对手写处理程序的吞吐，以及经网关的损耗",
    "submit, list, read: throughput beside a bare handler, and what the gateway costs",
    tuple(
        figure
        for name, zh, en, share in _ALONE
        for figure in (
            Figure(f"{name}_share", SHARE, at_least(share), f"{zh}，相对手写", f"{en}, of the bare handler"),
            Figure(f"{name}_gateway", SHARE, at_most(0.15), f"{zh}，网关损耗", f"{en}, cost of the gateway"),
        )
    ),
    _measure,
)
