"""A bell between the processes of one database: who has committed something rings, who waits for it looks at once.

It rings after the commit and never in it, for many commits together: NOTIFY in a transaction makes commits wait for
one another. A ring may be lost, with its process or with the connection, so whoever waits looks now and then by
itself too: the bell saves looking in vain, and nothing depends on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import asyncpg

from shared.db.hosts import Refusal, connect

CHANNEL = "huiying"
APART_S = 0.05
"""Rings are at least so far apart: under load, one for many."""
AGAIN_S = 1.0
ASKED_AFTER_S = 30.0
"""A server that lost its power says nothing about it."""


class Bell:
    """Rings and hears for one pool of connections. Hearing takes a connection of its own, from the first listener on."""

    def __init__(self, pool: asyncpg.Pool, dsn: str, application: str) -> None:
        self._pool, self._dsn, self._application = pool, dsn, application
        self._heard_by: set[tuple[str, asyncio.Event]] = set()
        self._rung: set[str] = set()
        self._last_s = 0.0
        self._ringing: asyncio.Task[None] | None = None
        self._listening: asyncio.Task[None] | None = None

    def ring(self, names: Iterable[str]) -> None:
        """Tell everybody who waits for one of these, soon; nobody waits for that."""
        self._rung.update(names)
        if self._ringing is None or self._ringing.done():
            self._ringing = asyncio.create_task(self._send())

    @contextmanager
    def hearing(self, name: str) -> Iterator[asyncio.Event]:
        """Give an event that is set whenever it rings for a name: clear it, look, then wait for it with a limit."""
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen())
        mine = name, asyncio.Event()
        self._heard_by.add(mine)
        try:
            yield mine[1]
        finally:
            self._heard_by.discard(mine)

    async def close(self) -> None:
        """Ring and hear no more."""
        tasks = [task for task in (self._ringing, self._listening) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _send(self) -> None:
        loop = asyncio.get_running_loop()
        while self._rung:
            await asyncio.sleep(max(0.0, self._last_s + APART_S - loop.time()))
            names, self._rung = sorted(self._rung), set()
            with suppress(*Refusal):
                async with self._pool.acquire(timeout=2) as connection:
                    await connection.execute(
                        "SELECT pg_notify($1, name) FROM unnest($2::text[]) name", CHANNEL, names
                    )
            self._last_s = loop.time()

    async def _listen(self) -> None:
        """Hear for as long as the process lives; a lost connection is made again."""
        while True:
            with suppress(*Refusal):
                named = {"application_name": self._application}
                connection = await connect(self._dsn, timeout=10, server_settings=named)
                lost = asyncio.Event()
                connection.add_termination_listener(lambda *_, lost=lost: lost.set())
                try:
                    await connection.add_listener(CHANNEL, self._hear)
                    self._wake(None)  # what rang meanwhile was not heard
                    while not lost.is_set():
                        await heard(lost, ASKED_AFTER_S)
                        await connection.execute("SELECT 1", timeout=5)
                finally:
                    connection.terminate()
            await asyncio.sleep(AGAIN_S)

    def _hear(self, _: Any, __: int, ___: str, name: str) -> None:
        self._wake(name)

    def _wake(self, name: str | None) -> None:
        for waited_for, event in self._heard_by:
            if name in (None, waited_for):
                event.set()


async def heard(event: asyncio.Event, at_most_s: float) -> None:
    """Wait until it rings, or for so long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(at_most_s):
            await event.wait()
