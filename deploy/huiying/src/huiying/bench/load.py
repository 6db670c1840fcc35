"""The load generator: a process of its own that keeps so many connections busy with one kind of request.

Reads one order as a line of JSON, sends, and answers with one line of JSON; again until the input ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import uuid4

import uvloop

from huiying.bench.cpu import machine_s, tree_s

FRESH = b"{fresh}"
"""Where a request has a new UUID each time it is sent."""


@dataclass
class Book:
    """What is noted down while measuring."""

    recording: bool = False
    times_s: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


class Connection(asyncio.Protocol):
    """One connection kept alive: sends, waits for the whole answer, notes the time, sends again."""

    def __init__(self, next_request: Callable[[], bytes], book: Book) -> None:
        self._next_request, self._book = next_request, book
        self._received = b""
        self._sent_s = 0.0
        self._closed = False
        self.failure: Exception | None = None
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = transport
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        """Remember that the server broke off."""
        if not self._closed:
            self.failure = exc or ConnectionError("closed by the server")

    def data_received(self, data: bytes) -> None:
        """Take what came; when the answer is whole, note it and go on."""
        received = self._received + data if self._received else data
        end = received.find(b"\r\n\r\n")
        if end < 0 or len(received) < end + 4 + length_of(received[:end]):
            self._received = received
            return
        self._received = b""
        if self._book.recording:
            self._book.times_s.append(time.perf_counter() - self._sent_s)
            self._book.statuses[int(received[9:12])] += 1
        self._send()

    def _send(self) -> None:
        self._sent_s = time.perf_counter()
        self._transport.write(self._next_request())

    def close(self) -> None:
        """Send no more."""
        self._closed = True
        self._transport.abort()


def length_of(head: bytes, if_missing: int | None = None) -> int:
    """Return how long the body is by what its head says. Raises: ValueError if it does not and nothing stands for it."""
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at >= 0:
        return int(lower[at + 15 :].split(b"\r\n", 1)[0])
    if if_missing is None:
        raise ValueError("an answer without Content-Length")
    return if_missing


async def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Carry out one order and return what was measured; times in seconds."""
    templates: cycle[bytes] = cycle([text.encode() for text in order["requests"]])
    renewed = FRESH in order["requests"][0].encode()
    book = Book()

    def next_request() -> bytes:
        request = next(templates)
        return request.replace(FRESH, str(uuid4()).encode()) if renewed else request

    loop = asyncio.get_running_loop()
    connections = [
        (await loop.create_connection(lambda: Connection(next_request, book), "127.0.0.1", order["port"]))[1]
        for _ in range(order["connections"])
    ]
    await asyncio.sleep(order["warm_up_s"])
    before, began = _processors(order["watch"]), time.perf_counter()
    book.recording = True
    await asyncio.sleep(order["measure_s"])
    book.recording = False
    lasted, after = time.perf_counter() - began, _processors(order["watch"])
    for connection in connections:
        connection.close()
    if broken := next((one.failure for one in connections if one.failure), None):
        raise broken
    return {
        "lasted_s": lasted,
        "statuses": dict(book.statuses),
        "p50_ms": quantile_ms(book.times_s, 0.5),
        "p99_ms": quantile_ms(book.times_s, 0.99),
        "cpu_s": {name: after[name] - before[name] for name in before},
    }


def quantile_ms(times_s: list[float], share: float) -> float:
    """Return the time that this share of the requests did not exceed."""
    ordered = sorted(times_s)
    return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0


def _processors(watch: dict[str, int]) -> dict[str, float]:
    used = {name: tree_s(pid) for name, pid in watch.items()}
    return {**used, "load": time.process_time(), "machine": machine_s()}


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        print(json.dumps(uvloop.run(measure(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
