"""The time a local run lives in: the machine's, or one that began on a chosen day and goes on from there."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

from huiying.places import RunDirectory
from shared.clock import SystemClock, clock_from


@dataclass(frozen=True, slots=True)
class RunClock:
    """How far the run's time is from the machine's; the same for every program and after every restart."""

    shift: timedelta

    @classmethod
    def load(cls, place: RunDirectory, start_at: str | None) -> RunClock:
        """Return the clock that starts on a day; without one, the clock the data began with.

        A day is in the deployment's zone. Raises: ValueError when it is not written as 2026-03-01.
        """
        kept = place.root / "clock-shift-s"
        if start_at:
            shift = clock_from(start_at).now() - SystemClock().now()
            kept.write_text(str(math.ceil(shift.total_seconds())))
        return cls(timedelta(seconds=int(kept.read_text())) if kept.exists() else timedelta())

    def start_at(self) -> str | None:
        """Return what a program that starts now is told; None for the machine's own time."""
        if not self.shift:
            return None
        return (SystemClock().now() + self.shift).isoformat()
