"""A real PostgreSQL for one machine: made, started, found again and stopped without Docker or root rights.

Listens on loopback only. A file lock lets two starters meet, and what a killed server left behind is cleared.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from huiying.binaries import Binaries, Guise, NoServer, find, guise
from huiying.kinship import die_with

SUPERUSER = "huiying_superuser"
_started: dict[int, subprocess.Popen[bytes]] = {}  # servers of this process, waited for when they end
START_WITHIN_S = 60
STOP_WITHIN_S = 30


@dataclass(frozen=True, slots=True)
class Server:
    """One data directory and the port its server listens on."""

    data: Path
    port: int
    durable: bool = True
    """False only for throwaway test data: then nothing waits for the disk."""

    @property
    def password_file(self) -> Path:
        """The superuser's password, readable by its owner only."""
        return self.data.with_name(self.data.name + ".superuser")

    @property
    def log_file(self) -> Path:
        """What the server writes to its error output."""
        return self.data.with_name(self.data.name + ".log")

    def dsn(self, database: str = "postgres") -> str:
        """Return the superuser's address of one database."""
        return self.address(SUPERUSER, self.password_file.read_text(), database)

    def address(self, login: str, password: str, database: str) -> str:
        """Return the address of one database for one role."""
        return f"postgresql://{login}:{password}@127.0.0.1:{self.port}/{database}"

    def pid(self) -> int | None:
        """Return the running server's process id, or None. A dead process nobody reaped does not run."""
        pid = recorded_pid(self.data)
        if pid is None:
            return None
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
        except OSError:
            return None
        return pid if str(self.data) in words else None

    def start(self, *, bound: bool = False) -> bool:
        """Start the server unless it runs; return whether this call started it.

        Makes the data directory the first time. A bound server shuts down when this process is killed.

        Raises: NoServer with a sentence about what is missing.
        """
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            _reap()
            if self.pid() is not None:
                return False
            binaries = find(self._major())
            if not (self.data / "PG_VERSION").exists():
                self._create(binaries)
            bury(self.data)
            self._refuse_taken_port()
            self._launch(binaries, guise(binaries, self.data), bound=bound)
            return True

    def stop(self) -> None:
        """Stop the server, breaking connections but losing nothing; do nothing when it does not run."""
        with self._alone():
            pid = self.pid()
            if pid is None:
                return
            os.kill(pid, signal.SIGINT)
            if pid in _started:
                _started.pop(pid).wait(STOP_WITHIN_S)
            end = time.monotonic() + STOP_WITHIN_S
            while self.pid() == pid:
                if time.monotonic() > end:
                    os.kill(pid, signal.SIGQUIT)
                    return
                time.sleep(0.02)

    def drop(self) -> None:
        """Stop the server and throw its data away."""
        if not self.data.parent.exists():
            return
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)
        for path in (self.password_file, self.log_file):
            path.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self.data.with_name(self.data.name + ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _major(self) -> int | None:
        try:
            return int((self.data / "PG_VERSION").read_text())
        except FileNotFoundError:
            return None

    def _create(self, binaries: Binaries) -> None:
        new = self.data.with_name(self.data.name + ".new")  # renamed when whole
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        as_whom = guise(binaries, new)
        _write_private(self.password_file, secrets.token_urlsafe(24))
        if "user" in as_whom.popen:
            os.chown(self.password_file, as_whom.popen["user"], -1)
        options = f"--no-instructions -U {SUPERUSER} -A scram-sha-256 -E UTF8 --locale=C.UTF-8"
        command = [*as_whom.prefix, binaries.program("initdb"), "-D", str(new), *options.split()]
        command.append(f"--pwfile={self.password_file}")
        if not self.durable:
            command.append("--no-sync")
        done = subprocess.run(command, capture_output=True, text=True, check=False, **as_whom.popen)
        if done.returncode:
            raise NoServer(f"initdb failed: {done.stderr.strip()[-600:]}")
        new.rename(self.data)

    def _refuse_taken_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError as error:
                raise NoServer(
                    f"port {self.port} is taken by another program: stop it, or choose another port "
                    "with HUIYING_PG_PORT"
                ) from error

    def _launch(self, binaries: Binaries, as_whom: Guise, *, bound: bool) -> None:
        settings = {"port": str(self.port), **server_settings(binaries, durable=self.durable)}
        options = [f"--{name}={value}" for name, value in settings.items()]
        command = [*as_whom.prefix, binaries.program("postgres"), "-D", str(self.data), *options]
        with self.log_file.open("ab") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with(os.getpid(), signal.SIGINT) if bound else None,  # noqa: PLW1509 - one call
                **as_whom.popen,
            )
        _started[process.pid] = process
        ready = [binaries.program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        end = time.monotonic() + START_WITHIN_S
        while subprocess.run(ready, check=False).returncode:
            if process.poll() is not None or time.monotonic() > end:
                tail = self.log_file.read_text(errors="replace")[-800:]
                raise NoServer(f"PostgreSQL did not start: {tail}")
            time.sleep(0.02)


def server_settings(binaries: Binaries, *, durable: bool) -> dict[str, str]:
    """Return how every server of ours is set up."""
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",  # a socket path below a deep folder may be too long
        "max_connections": "300",
        "shared_buffers": "128MB",
        "max_wal_size": "2GB",
        "jit": "off",
        "log_error_verbosity": "terse",  # an error's details quote values that are sealed elsewhere
    }
    if binaries.has_statement_statistics:
        settings["shared_preload_libraries"] = "pg_stat_statements"
    if not durable:
        settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes", "autovacuum"), "off")
    return settings


def _reap() -> None:
    """Let go of servers of this process that died, so that their process ids are not held by the dead."""
    for pid, process in list(_started.items()):
        if process.poll() is not None:
            _started.pop(pid, None)


def recorded_pid(data: Path) -> int | None:
    """Return the process id a data directory names, living or not."""
    try:
        return int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def bury(data: Path) -> None:
    """Drop the lock file of a killed server whose process was never reaped.

    The first process of a container often reaps late or never. PostgreSQL would find the number alive and
    refuse; it still refuses by itself while an old backend is attached to the shared memory.
    """
    pid = recorded_pid(data)
    if pid is None:
        return
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
            words = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return  # gone: PostgreSQL clears its own file
        if state != "Z" and words:
            return  # it lives; one without words is just dying
        time.sleep(0.02)
    (data / "postmaster.pid").unlink(missing_ok=True)


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
