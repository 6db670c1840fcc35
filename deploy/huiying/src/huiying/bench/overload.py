"""Intake behind the gateway under several times what it can do: how much is still done, how soon the rest is told."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huiying.bench.beside_bare.cases import GATEWAY, Case, cases
from huiying.bench.beside_bare.measuring import CONNECTIONS
from huiying.bench.filling.intake import intake_with, petition_officer, visible_ids
from huiying.bench.load_generator import Generator, LoadGenerator
from huiying.bench.stage import Stage, staged
from huiying.places import RunDirectory
from huiying.promises import keep_own

REPORTS = 5_000
TIMES = 5
LASTS_S = 60.0
SUBMIT, READ, LIST = "submit", "read", "list"
MIX = {SUBMIT: 0.4, READ: 0.4, LIST: 0.2}
"""What share of all requests each kind has."""
USUAL_SHARE = 0.1
"""Of what can be submitted when nothing else happens: what comes in while officers' lists storm."""
WARM_UP_S, MEASURE_S = 3.0, 5.0
OFFICERS, SEEN = 8, 500
QUICK_S = 15.0
LEAST_DONE, LEAST_TAKEN = 0.8, 0.99
"""Of the peak, under a storm of everything; of the reports that come in as usual, under a storm of lists."""


@dataclass(frozen=True)
class Storm:
    """What became of a storm. `peaks` are what is done in a second of each kind when nothing else is asked for."""

    peaks: dict[str, float]
    rates: dict[str, float]
    kinds: dict[str, dict[str, Any]]
    unsent: int

    @property
    def asked_share(self) -> float:
        """Say how many times what can be done was asked for: each kind weighs what it takes."""
        return sum(rate / self.peaks[kind] for kind, rate in self.rates.items())

    @property
    def good_share(self) -> float:
        """Say how much of what can be done was done, weighed alike."""
        return sum(float(told["good_per_s"]) / self.peaks[kind] for kind, told in self.kinds.items())

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
        peaks = ", ".join(f"{kind} {peak:,.0f}/s" for kind, peak in self.peaks.items())
        head = (
            f"peaks {peaks}; asked {self.asked_share:.1f} times as much: {self.good_share:.0%} of the peak done; "
            f"{self.unsent} not sent, {self.unexplained} refusals without Retry-After"
        )
        return [head, *(self._line(name, kind) for name, kind in self.kinds.items())]

    def _line(self, name: str, kind: dict[str, Any]) -> str:
        times = f"p50 {kind['good_p50_ms']:.0f} p99 {kind['good_p99_ms']:.0f} ms"
        refused = f"refused p99 {kind['refused_p99_ms']:.0f} ms"
        return f"({name}) {self.taken_share(name):.0%} done, {times}; {refused}; {kind['statuses']}"


class OpenLoop(Generator):
    """Sends what is due, whether or not it was answered before."""

    module = "huiying.bench.open_loop"

    def storm(self, port: int, kinds: Sequence[dict[str, Any]], lasts_s: float, seed: int) -> dict[str, Any]:
        """Send each kind at its rate for so long. Raises: Wrong when the generator ended."""
        order = {"port": port, "kinds": kinds, "lasts_s": lasts_s, "connections": CONNECTIONS, "seed": seed}
        return self.ask(order)


@dataclass
class Overload:
    """Intake and the gateway of one stage, and both generators."""

    stage: Stage
    cases: dict[str, Case]
    closed: LoadGenerator
    open: OpenLoop
    seed: int

    @property
    def port(self) -> int:
        """Where the gateway answers."""
        return self.stage.ports[GATEWAY]

    def everything(self, lasts_s: float = LASTS_S) -> Storm:
        """Ask for the usual mix, at several times what can be done of it."""
        peaks = self.peaks(MIX)
        can_be_done = 1 / sum(share / peaks[kind] for kind, share in MIX.items())
        return self._storm({kind: TIMES * can_be_done * share for kind, share in MIX.items()}, peaks, lasts_s)

    def lists(self, lasts_s: float = LASTS_S) -> Storm:
        """Ask for lists at several times their peak, while reports come in as usual."""
        peaks = self.peaks((SUBMIT, LIST))
        return self._storm({SUBMIT: USUAL_SHARE * peaks[SUBMIT], LIST: TIMES * peaks[LIST]}, peaks, lasts_s)

    def peaks(self, kinds: Iterable[str]) -> dict[str, float]:
        """Return how many of each kind are done in a second when whoever asks waits for the answer. Raises: Wrong."""
        return {kind: self._peak(self.cases[kind]) for kind in kinds}

    def _peak(self, case: Case) -> float:
        """Return how many are done in a second; refusals, on a busy machine, are only not counted."""
        return self.closed.measure(
            self.port, case.requests_to(GATEWAY), status=case.status, may_refuse=True,
            connections=CONNECTIONS, measure_s=MEASURE_S, warm_up_s=WARM_UP_S,
        ).per_s  # fmt: skip

    def _storm(self, rates: dict[str, float], peaks: dict[str, float], lasts_s: float) -> Storm:
        kinds = [
            {"name": kind, "requests": self.cases[kind].requests_to(GATEWAY), "per_s": per_s}
            for kind, per_s in rates.items()
        ]
        found = self.open.storm(self.port, kinds, lasts_s, self.seed)
        return Storm(peaks, rates, found["kinds"], found["unsent"])


@contextmanager
def overloaded(folder: Path, seed: int) -> Iterator[Overload]:
    """Set the stage: reports, intake with its worker, the gateway, tokens of some officers."""
    with staged(folder, "intake") as stage:
        intake_with(REPORTS).fill(stage.superuser)
        ids = visible_ids(stage.superuser, SEEN)
        stage.start_service()
        stage.start_worker()
        stage.start_gateway()
        tokens = [petition_officer(stage, number) for number in range(OFFICERS)]
        known = {one.name: one for one in cases(tokens, ids)}
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
    is_kept = everything.good_share >= LEAST_DONE and lists.taken_share(SUBMIT) >= LEAST_TAKEN
    if not quick:
        figures = [*everything.figures(), *lists.figures()]
        keep_own("huiying overload", figures, passed=int(is_kept), failed=int(not is_kept))
    return int(not is_kept)
