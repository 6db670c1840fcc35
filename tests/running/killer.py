"""Kills one program after the other at random moments, and waits each time until it is back."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from huiying.processes import command_of, kill_all

from tests.support.running_set import RunningSet, wait_for

VICTIMS = (
    "intake", "postgres", "gateway", "intake-worker", "casework", "postgres", "envoy", "identity", "casework-worker",
    "identity-worker", "rectification", "rectification-worker",
)  # fmt: skip
BACK_WITHIN_S = 60.0
BETWEEN_S = (0.1, 0.7)


@dataclass
class Killer:
    """Kills with SIGKILL, the whole process tree of a victim at once; the database with all its processes."""

    one: RunningSet
    chance: random.Random
    back_after_s: dict[str, list[float]] = field(default_factory=dict)

    def run(self, kills: int) -> None:
        """Kill so often, each victim in turn. Raises: NotInTime when one does not come back."""
        victims = self._victims()
        for _ in range(kills):
            time.sleep(self.chance.uniform(*BETWEEN_S))  # the moment is what is random
            self.kill(next(victims))

    def kill(self, victim: str) -> None:
        """Kill one victim and wait until it does its work again."""
        began = time.monotonic()
        is_back = self._strike(victim)
        wait_for(f"{victim} back after kill -9", is_back, within_s=BACK_WITHIN_S)
        self.back_after_s.setdefault(victim, []).append(time.monotonic() - began)

    @property
    def kills(self) -> int:
        """Say how many kills there were."""
        return sum(len(times) for times in self.back_after_s.values())

    def summary(self) -> str:
        """Return how often each was killed, and the longest time until it was back."""
        counted = sorted(self.back_after_s.items())
        return ", ".join(f"{len(times)} {victim} (≤ {max(times):.1f} s)" for victim, times in counted)

    def _victims(self) -> Iterator[str]:
        running = {*self.one.programs, "postgres", "envoy"}
        listed = [victim for victim in VICTIMS if victim in running]
        while True:
            self.chance.shuffle(listed)
            yield from listed

    def _strike(self, victim: str) -> Callable[[], bool]:
        """Kill; return what says that the victim is back."""
        if victim == "envoy":
            kill_all(pid for pid in self.one.processes("gateway") if "envoy" in command_of(pid).split(" ")[0])
            return lambda: self.one.is_ready("gateway")
        dead = self.one.kill(victim)
        if victim == "postgres":
            return lambda: self.one.pid("postgres") not in (None, dead) and self.one.is_ready("intake")
        return lambda: self.one.pid(victim) not in (None, dead) and self.one.is_ready(victim)
