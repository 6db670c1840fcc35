"""Loops that outlive what one round does: a failure is logged by its type, and tried again after a pause."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog
from prometheus_client import Counter, Gauge

from shared.db.bell import Bell, heard

log = structlog.get_logger()
LONGEST_PAUSE_S = 5.0
ROUNDS = Counter("huiying_worker_rounds_total", "Rounds of a worker loop", ["loop", "outcome"])
LAST_ROUND = Gauge(
    "huiying_worker_last_round_timestamp_seconds", "When a worker loop last went well", ["loop"]
)


@dataclass
class Loop:
    """One repeated duty. `round` returns whether there may be more to do at once.

    With `bell` and `rung_for` it is done as soon as the bell rings for that, and by itself every `every_s`.
    """

    name: str
    round: Callable[[], Awaitable[bool]]
    every_s: float
    bell: Bell | None = None
    rung_for: str = ""
    failures: int = 0
    last_ok: float = field(default_factory=time.monotonic)

    async def run(self) -> None:
        """Repeat for ever, pausing `every_s` between rounds, unless it rings, and up to 5 s after failures."""
        if self.bell is None:
            await self._repeat(asyncio.Event())
        else:
            with self.bell.hearing(self.rung_for) as rung:
                await self._repeat(rung)

    async def _repeat(self, rung: asyncio.Event) -> None:
        while True:
            rung.clear()
            pause = self.every_s
            try:
                if await self.round():
                    pause = 0.0
                self.failures = 0
                self.last_ok = time.monotonic()
                LAST_ROUND.labels(self.name).set_to_current_time()
                ROUNDS.labels(self.name, "ok").inc()
            except asyncio.CancelledError:
                raise
            except Exception as error:
                self.failures += 1
                pause = min(0.2 * 2**self.failures, LONGEST_PAUSE_S)
                ROUNDS.labels(self.name, "failed").inc()
                log.warning(
                    "worker_round_failed", component=self.name, error_type=type(error).__name__, wait_s=pause
                )
            if self.failures:
                await asyncio.sleep(pause)
            else:
                await heard(rung, pause)

    @property
    def is_late(self) -> bool:
        """Say whether the loop has not gone well for a minute."""
        return time.monotonic() - self.last_ok > max(60.0, 5 * self.every_s)
