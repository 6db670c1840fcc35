"""Keeps the embedded database server running while the set does: what kills it is followed by its recovery."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from huiying.binaries import NoServer
from huiying.postgres import Server

LOOK_EVERY_S = 0.1
LONGEST_PAUSE_S = 5.0


class DatabaseKeeper(threading.Thread):
    """Starts the server again whenever it is gone.

    A thread, since starting blocks for as long as the recovery takes. The server is bound to the thread that
    started it, so this one stays until it is told, and the server is stopped then. While the file `held` exists,
    a server that is gone stays so.
    """

    def __init__(self, server: Server, held: Path) -> None:
        super().__init__(name="database-keeper", daemon=True)
        self._server, self._held = server, held
        self._told = threading.Event()
        self.restarts = 0

    def run(self) -> None:
        """Look, and start what is gone, until told to end."""
        while not self._told.wait(LOOK_EVERY_S):
            if self._server.pid() is None and not self._held.exists():
                self._start_again()

    def end(self) -> None:
        """End the keeping; the server may be stopped afterwards."""
        self._told.set()
        self.join()

    def _start_again(self) -> None:
        """Try until it runs: shared memory stays taken until the last process of a killed server is gone."""
        began = time.monotonic()
        pause = LOOK_EVERY_S
        while not self._told.is_set():
            try:
                self._server.start(bound=True)
            except NoServer as error:
                print(f"PostgreSQL does not start, again in {pause:.1f} s: {error}", flush=True)
                self._told.wait(pause)
                pause = min(2 * pause, LONGEST_PAUSE_S)
            else:
                self.restarts += 1
                took = time.monotonic() - began
                print(f"PostgreSQL was gone and runs again after {took:.1f} s", flush=True)
                return


@contextlib.contextmanager
def kept(server: Server, held: Path) -> Iterator[DatabaseKeeper]:
    """Keep the server running for as long as the block runs."""
    keeper = DatabaseKeeper(server, held)
    keeper.start()
    try:
        yield keeper
    finally:
        keeper.end()
