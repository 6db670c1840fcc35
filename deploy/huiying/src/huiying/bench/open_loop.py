"""The open-loop generator: requests leave when they are due, however slowly the earlier ones are answered.

A process of its own, as `bench.load`: reads one order as a line of JSON, answers with one line; until the input ends.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import uuid4

import uvloop

from huiying.bench.load import FRESH, length_of, quantile_ms

MOST_CONNECTIONS = 3000
TICK_S = 0.001
PATIENCE_S = 10.0
"""How long an answer is awaited after the last request left."""


@dataclass
class Tally:
    """What became of one kind of request. Times run from when a request was due."""

    statuses: Counter[str] = field(default_factory=Counter)
    good_s: list[float] = field(default_factory=list)
    refused_s: list[float] = field(default_factory=list)
    unexplained: int = 0
    """Refusals that do not say when to come again."""

    def take(self, head: bytes, took_s: float) -> None:
        """Note one answer."""
        status = int(head[9:12])
        self.statuses[str(status)] += 1
        if status < 400:
            self.good_s.append(took_s)
        else:
            self.refused_s.append(took_s)
            self.unexplained += b"retry-after:" not in head.lower()

    def told(self, lasted_s: float) -> dict[str, Any]:
        """Return the figures."""
        return {
            "sent": self.statuses.total(), "statuses": dict(self.statuses), "good": len(self.good_s),
            "good_per_s": len(self.good_s) / lasted_s, "unexplained": self.unexplained,
            "good_p50_ms": quantile_ms(self.good_s, 0.5), "good_p99_ms": quantile_ms(self.good_s, 0.99),
            "refused_p99_ms": quantile_ms(self.refused_s, 0.99),
        }  # fmt: skip


class Line(asyncio.Protocol):
    """One connection: idle, or waiting for one answer."""

    def __init__(self, storm: Storm) -> None:
        self._storm = storm
        self._received = b""
        self._tally: Tally | None = None
        self._due = 0.0
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = transport

    def ask(self, request: bytes, tally: Tally, due: float) -> None:
        """Send one request."""
        self._tally, self._due = tally, due
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Take what came; when the answer is whole, note it and be idle."""
        received = self._received + data if self._received else data
        end = received.find(b"\r\n\r\n")
        if end < 0 or len(received) < end + 4 + length_of(received[:end], if_missing=0):
            self._received = received
            return
        self._received = b""
        tally, self._tally = self._tally, None
        if tally is not None:
            tally.take(received[:end], time.perf_counter() - self._due)
            self._storm.idle.append(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count a request nobody answers any more."""
        if self._tally is not None:
            self._tally.statuses["broken"] += 1
        elif self in self._storm.idle:
            self._storm.idle.remove(self)
        self._storm.lines -= 1

    def close(self) -> None:
        """Be done; a request still open was not answered in time."""
        if self._tally is not None:
            self._tally.statuses["late"] += 1
            self._tally = None
        self._transport.abort()


@dataclass
class Storm:
    """Kinds of requests, each with its rate; sent at moments drawn by chance."""

    order: dict[str, Any]
    idle: list[Line] = field(default_factory=list)
    all: list[Line] = field(default_factory=list)
    lines: int = 0
    unsent: int = 0
    """Requests for which no connection was left on our side: a fault of the measurement."""

    async def run(self) -> dict[str, Any]:
        """Send everything when it is due; return the figures of each kind."""
        tallies = {kind["name"]: Tally() for kind in self.order["kinds"]}
        chance = random.Random(self.order["seed"])  # noqa: S311 - to be repeatable
        await asyncio.gather(*(self._open() for _ in range(self.order["connections"])))
        began = time.perf_counter()
        await asyncio.gather(
            *(self._send(kind, tallies[kind["name"]], chance, began) for kind in self.order["kinds"])
        )
        lasted = time.perf_counter() - began
        end = time.perf_counter() + PATIENCE_S
        while len(self.idle) < self.lines and time.perf_counter() < end:  # noqa: ASYNC110 - nothing is set
            await asyncio.sleep(0.02)
        for line in self.all:
            line.close()
        return {
            "lasted_s": lasted, "unsent": self.unsent,
            "kinds": {name: tally.told(lasted) for name, tally in tallies.items()},
        }  # fmt: skip

    async def _open(self) -> None:
        self.lines += 1
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(lambda: Line(self), "127.0.0.1", self.order["port"])
        self.idle.append(line)
        self.all.append(line)

    async def _send(self, kind: dict[str, Any], tally: Tally, chance: random.Random, began: float) -> None:
        templates = cycle([text.encode() for text in kind["requests"]])
        renewed = FRESH in kind["requests"][0].encode()
        due, end = began, began + self.order["lasts_s"]
        while (due := due + chance.expovariate(kind["per_s"])) < end:
            while time.perf_counter() < due:  # noqa: ASYNC110 - time passes, nothing is set
                await asyncio.sleep(TICK_S)
            if not self.idle:
                if self.lines >= MOST_CONNECTIONS:
                    self.unsent += 1
                    continue
                await self._open()
            request = next(templates)
            line = self.idle.pop()
            line.ask(request.replace(FRESH, str(uuid4()).encode()) if renewed else request, tally, due)


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        print(json.dumps(uvloop.run(Storm(json.loads(line)).run())), flush=True)


if __name__ == "__main__":
    main()
