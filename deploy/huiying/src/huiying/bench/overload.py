"""Intake behind the gateway under several times what it can do: is most of it still done, are the rest told at once?"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
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
        lines = [
            f"asked {self.asked_per_s:,.0f}/s, {self.asked_per_s / self.peak_per_s:.1f} times the peak of "
            f"{self.peak_per_s:,.0f}/s: {self.good_share:.0%} of the peak done; {self.unsent} not sent, "
            f"{self.unexplained} refusals without Retry-After"
        ]
        for name, kind in self.kinds.items():
            lines.append(
                f"({name}) {self.taken_share(name):.0%} done, p50 {kind['good_p50_ms']:.0f} p99 {kind['good_p99_ms']:.0f} ms; "
                f"refused p99 {kind['refused_p99_ms']:.0f} ms; {kind['statuses']}"
            )
        return lines


class OpenLoop:
    """The process that sends what is due."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "huiying.bench.open_loop"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )  # fmt: skip

    def storm(self, port: int, kinds: Sequence[dict[str, Any]], lasts_s: float, seed: int) -> dict[str, Any]:
        """Send each kind at its rate for so long. Raises: EOFError when the generator ended."""
        order = {"port": port, "kinds": kinds, "lasts_s": lasts_s, "connections": CONNECTIONS, "seed": seed}
        answer, _ = None, None
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101, PT018 - pipes
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
        mixed = [self.requests[name][turn % len(self.requests[name])] for turn in range(64) for name in mix for _ in range(mix[name])]
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
