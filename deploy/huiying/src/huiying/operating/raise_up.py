"""Raise a server from a backup in a folder of its own, reachable only through a socket its owner can open."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg

from huiying.binaries import find, guise
from huiying.operating.backup import BASE, WAL, BackupFailed

WITHIN_S = 600
_HBA, _AUTO = "pg_hba.conf", "postgresql.auto.conf"


@dataclass(frozen=True, slots=True)
class Raised:
    """A server that was raised from a backup."""

    socket: Path
    user: str

    def url(self, database: str) -> str:
        """Return the superuser's address of a database."""
        return f"postgresql://{self.user}@/{database}?host={quote(str(self.socket))}&port=5432"


@contextmanager
def raised(
    backup: Path, data: Path, manifest: Mapping[str, Any], until: str | None = None
) -> Iterator[Raised]:
    """Copy a backup's databases into `data`, replay its log (up to `until`), and serve them while the block lasts.

    What stays in `data` afterwards is an ordinary data directory, with the logins it had.
    Raises: BackupFailed.
    """
    shutil.copytree(backup / BASE, data, dirs_exist_ok=False)
    data.chmod(0o700)
    kept = {name: (data / name).read_text() for name in (_HBA, _AUTO)}
    (data / _HBA).write_text("local all all trust\n")
    if (backup / WAL).is_dir():
        (data / _AUTO).write_text(kept[_AUTO] + _recovery(backup / WAL, until))
        (data / "recovery.signal").touch()
    elif until:
        raise BackupFailed(
            "备份旁没有日志，只能恢复到备份结束时 · no log was kept beside this backup: it is as of its end only"
        )
    socket = Path(tempfile.mkdtemp(prefix="hy-"))  # a socket's path may have 107 letters
    try:
        yield from _served(data, socket, manifest)
    finally:
        shutil.rmtree(socket, ignore_errors=True)
        for name, text in kept.items():
            (data / name).write_text(text)


def _recovery(wal: Path, until: str | None) -> str:
    """Return settings that fetch segments, also the last one, which is still being written when a server is lost."""
    folder = shlex.quote(str(wal))
    fetch = f"cp {folder}/%f %p 2>/dev/null || cp {folder}/%f.partial %p"
    lines = [
        f"restore_command = '{fetch.replace(chr(39), chr(39) * 2)}'",
        "recovery_target_action = 'promote'",
    ]
    if until:
        lines.append(f"recovery_target_time = '{until}'")
    return "".join(f"{line}\n" for line in lines)


def _served(data: Path, socket: Path, manifest: Mapping[str, Any]) -> Iterator[Raised]:
    binaries = find(int((data / "PG_VERSION").read_text()))
    as_whom = guise(binaries, data)
    if "user" in as_whom.popen:
        os.chown(socket, as_whom.popen["user"], -1)
    options = [
        "--listen_addresses=",
        f"--unix_socket_directories={socket}",
        "--port=5432",
        *(f"--{name}={value}" for name, value in manifest["settings"].items()),
    ]
    log_file = data.with_name(data.name + ".log")
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [*as_whom.prefix, binaries.program("postgres"), "-D", str(data), *options],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **as_whom.popen,
        )  # fmt: skip
    server = Raised(socket, manifest["user"])
    try:
        end = time.monotonic() + WITHIN_S
        while not asyncio.run(_serves(server)):
            if process.poll() is not None or time.monotonic() > end:
                raise BackupFailed(log_file.read_text(errors="replace")[-800:])
            time.sleep(0.1)
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(60)


async def _serves(server: Raised) -> bool:
    """Say whether the log is replayed to its end and the server takes writes."""
    try:
        connection = await asyncpg.connect(server.url("postgres"), timeout=5)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    try:
        return not await connection.fetchval("SELECT pg_is_in_recovery()")
    finally:
        await connection.close()
