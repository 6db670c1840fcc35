"""One throwaway PostgreSQL for a whole test run, and quick copies of migrated databases in it.

Workers meet through a folder and a file lock. Nothing here waits for the disk, which only tests may do.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg

from huiying.databases import Access, create_database, local_access, provision
from huiying.migrate import upgrade
from huiying.postgres import Server
from huiying.services import WITH_DATABASE, free_port

VARIABLE = "HUIYING_TEST_DIR"
PREFIX = "huiying-test-"
MEMORY = Path("/dev/shm")  # noqa: S108 - nobody else's: the folder in it is made with mkdtemp
ROOM = 4 * 2**30


class ThrowawayServer:
    """The server of one test run. The first worker that needs it starts it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)
        self._server: Server | None = None

    def server(self) -> Server:
        """Return the running server, started if nobody has yet."""
        if self._server is None:
            with self.alone("start"):
                port = self.folder / "port"
                if not port.exists():
                    port.write_text(str(free_port()))
                server = Server(self.folder / "data", int(port.read_text()), durable=False)
                server.start()
                asyncio.run(provision(server, self.folder / "passwords.json", WITH_DATABASE))
                self._server = server
        return self._server

    def access(self, service: str, database: str) -> Access:
        """Return the addresses of one database for the three roles of a service."""
        passwords = _passwords(self.folder / "passwords.json")
        return local_access(self.server(), passwords, service, database)

    def template(self, service: str) -> str:
        """Return the name of the migrated database that copies are made from; made once in a run."""
        name = f"template_{service}"
        done = self.folder / f"{name}.done"
        self.server()
        with self.alone(name):
            if not done.exists():
                asyncio.run(self._create_empty(service, name))
                upgrade(self.access(service, name))
                done.touch()
        return name

    async def copy(self, service: str) -> Access:
        """Return a fresh migrated database of a service, nobody else's."""
        template = await asyncio.to_thread(self.template, service)
        name = f"copy_{os.getpid()}_{next(self._numbers)}"
        connection = await asyncpg.connect(self.server().dsn())
        try:
            await connection.execute(
                f'CREATE DATABASE "{name}" TEMPLATE "{template}" OWNER {service}_migrator STRATEGY FILE_COPY'
            )
        finally:
            await connection.close()
        return self.access(service, name)

    async def drop(self, access: Access) -> None:
        """Throw one copy away, whoever is still connected."""
        name = access.app.rsplit("/", 1)[1]
        connection = await asyncpg.connect(self.server().dsn())
        try:
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        finally:
            await connection.close()

    def end(self) -> None:
        """Stop the server and remove everything it made."""
        port = self.folder / "port"
        if port.exists():
            Server(self.folder / "data", int(port.read_text()), durable=False).drop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Hold a lock that all workers of the run respect."""
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    async def _create_empty(self, service: str, name: str) -> None:
        connection = await asyncpg.connect(self.server().dsn())
        try:
            await create_database(self.server(), connection, service, name)
        finally:
            await connection.close()


def new_folder() -> Path:
    """Make the folder of a run, and clear what runs that were killed left behind."""
    for left in (
        found for place in (Path(tempfile.gettempdir()), MEMORY) for found in place.glob(f"{PREFIX}*")
    ):
        with contextlib.suppress(OSError, ValueError):
            if not Path(f"/proc/{(left / 'owner').read_text()}").exists():
                ThrowawayServer(left).end()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_place()))
    (folder / "owner").write_text(str(os.getpid()))
    return folder


def _place() -> Path | None:
    """Return memory where there is much of it: a database of its own for a test costs a tenth there."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else None


def _passwords(path: Path) -> dict[str, str]:
    passwords: dict[str, str] = json.loads(path.read_text())
    return passwords
