"""Intake behind the gateway under several times what it can do: how much is still done, how soon the rest is told."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from huiying.bench.cases import GATEWAY, cases
from huiying.bench.measuring import CONNECTIONS, LoadGenerator
from huiying.bench.run import OFFICERS
from huiying.bench.stage import Stage, staged
from huiying.places import RunDirectory

REPORTS = 5_000
TIMES = 5
LASTS_S = 60.0
MIX = {"a": 4, "c": 4, "b": 2}
"""Of ten requests: submissions, single reports, lists."""
USUAL_SHARE = 0.1
"""Of what can be submitted when nothing else happens: what comes in while officers' lists storm."""
WARM_UP_S, MEASURE_S = 2.0, 8.0
ROUNDS, SEEN = 64, 500
QUICK_S = 15.0
LEAST_DONE, LEAST_TAKEN = 0.8, 0.99
"""Of the peak, under a storm of everything; of the reports that come in as usual, under a storm of lists."""


@dataclass(frozen=True)
class Storm:
    """What became of a storm. `peak_per_s` is what was done of the same mix when nobody asked for more."""

    peak_per_s: float
    asked_per_s: float
    kinds: dict[str, dict[str, Any]]
    unsent: int

    @property
    def good_share(self) -> float:
        """Say how much of the peak was still done."""
        return sum(float(kind["good_per_s"]) for kind in self.kinds.values()) / self.peak_per_s

    def taken_share(self, kind: str) -> float:
        """Say how much of what was asked of one kind was done."""
        found = self.kinds[kind]
        return float(found["good"]) / found["sent"] if found["sent"] else 0.0

    @property
    def statuses(self) -> set[str]:
        """Every status that was answered, and what was not."""
        return {status for kind in self.kinds.values() for status in kind["statuses"]}

    @property
    def unexplained(self) -> int:
        """Say how many refusals did not say when to come again."""
        return sum(int(kind["unexplained"]) for kind in self.kinds.values())

    def figures(self) -> list[str]:
        """Return what is told at the end."""
        head = (
            f"asked {self.asked_per_s:,.0f}/s, {self.asked_per_s / self.peak_per_s:.1f} times the peak of "
            f"{self.peak_per_s:,.0f}/s: {self.good_share:.0%} of the peak done; {self.unsent} not sent, "
            f"{self.unexplained} refusals without Retry-After"
        )
        return [head, *(self._line(name, kind) for name, kind in self.kinds.items())]

    def _line(self, name: str, kind: dict[str, Any]) -> str:
        times = f"p50 {kind['good_p50_ms']:.0f} p99 {kind['good_p99_ms']:.0f} ms"
        refused = f"refused p99 {kind['refused_p99_ms']:.0f} ms"
        return f"({name}) {self.taken_share(name):.0%} done, {times}; {refused}; {kind['statuses']}"


class OpenLoop:
    """The process that sends what is due."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "huiying.bench.open_loop"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )  # fmt: skip

    def storm(self, port: int, kinds: Sequence[dict[str, Any]], lasts_s: float, seed: int) -> dict[str, Any]:
        """Send each kind at its rate for so long. Raises: EOFError when the generator ended."""
        order = {"port": port, "kinds": kinds, "lasts_s": lasts_s, "connections": CONNECTIONS, "seed": seed}
        if self._process.stdin is None or self._process.stdout is None:
            raise EOFError("no pipes to the generator")
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise EOFError("the generator ended")
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()


@dataclass
class Overload:
    """Intake and the gateway of one stage, and both generators."""

    stage: Stage
    requests: dict[str, list[str]]
    closed: LoadGenerator
    open: OpenLoop
    seed: int

    def peak(self, mix: dict[str, int]) -> float:
        """Return how many of a mix are done in a second when everybody waits for an answer before asking again."""
        turns = {name: cycle(self.requests[name]) for name in mix}
        mixed = [next(turns[name]) for _ in range(ROUNDS) for name, part in mix.items() for _ in range(part)]
        order = {
            "port": self.stage.ports[GATEWAY], "requests": mixed, "connections": CONNECTIONS, "watch": {},
            "warm_up_s": WARM_UP_S, "measure_s": MEASURE_S,
        }  # fmt: skip
        found = self.closed.measure(order)
        return float(sum(found["statuses"].values()) / found["lasted_s"])

    def everything(self, lasts_s: float = LASTS_S) -> Storm:
        """Ask for the usual mix, at several times its peak."""
        peak = self.peak(MIX)
        share = sum(MIX.values())
        return self._storm({name: TIMES * peak * part / share for name, part in MIX.items()}, peak, lasts_s)

    def lists(self, lasts_s: float = LASTS_S) -> Storm:
        """Ask for lists at several times their peak, while reports come in as usual."""
        usual = USUAL_SHARE * self.peak({"a": 1})
        peak = self.peak({"b": 1})
        return self._storm({"a": usual, "b": TIMES * peak}, peak, lasts_s)

    def _storm(self, rates: dict[str, float], peak: float, lasts_s: float) -> Storm:
        kinds = [
            {"name": name, "requests": self.requests[name], "per_s": per_s} for name, per_s in rates.items()
        ]
        found = self.open.storm(self.stage.ports[GATEWAY], kinds, lasts_s, self.seed)
        return Storm(peak, sum(rates.values()), found["kinds"], found["unsent"])


@contextmanager
def overloaded(folder: Path, seed: int) -> Iterator[Overload]:
    """Set the stage: reports, intake with its worker, the gateway, tokens of some officers."""
    with staged(folder, REPORTS) as stage:
        stage.start("intake", "intake", stage.intake_settings(), stage.ports["intake health"])
        stage.start("worker", "intake.worker", stage.intake_settings(), None)
        stage.start("gateway", "gateway", stage.gateway_settings(), stage.ports["gateway health"])
        tokens = [stage.issuer.token(officer) for officer in range(OFFICERS)]
        known = {one.name: one.requests_to(GATEWAY) for one in cases(tokens, stage.reports[:SEEN])}
        closed, opened = LoadGenerator(), OpenLoop()
        try:
            yield Overload(stage, known, closed, opened, seed)
        finally:
            closed.close()
            opened.close()


def overload(*, quick: bool) -> int:
    """Show what becomes of both storms; 1 when less is done than is promised."""
    lasts_s = QUICK_S if quick else LASTS_S
    with overloaded(RunDirectory.current().root / "bench", random.SystemRandom().randrange(10**6)) as one:
        print(f"seed {one.seed}")
        everything, lists = one.everything(lasts_s), one.lists(lasts_s)
    for title, storm in (("一切过载 · everything", everything), ("列表过载 · lists only", lists)):
        print(title, *storm.figures(), sep="\n  ")
    return 0 if everything.good_share >= LEAST_DONE and lists.taken_share("a") >= LEAST_TAKEN else 1
