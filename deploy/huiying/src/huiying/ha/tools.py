"""Patroni, in an environment of its own made from a hash-locked list: nothing of the set imports it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from huiying.places import REPOSITORY

PLACE = REPOSITORY / "deploy" / "ha"
LOCK = PLACE / "requirements.lock"
ENVIRONMENT = PLACE / ".venv"


class NoPatroni(Exception):
    """Patroni could not be installed; the message says what to do about it."""


def patroni() -> list[str]:
    """Return the command that runs Patroni, installed now unless the lock was installed before.

    Raises: NoPatroni.
    """
    stamp = ENVIRONMENT / ".installed"
    python = ENVIRONMENT / "bin" / "python"
    if not stamp.exists() or stamp.read_bytes() != LOCK.read_bytes():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(ENVIRONMENT)])
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "--require-hashes", "-r", str(LOCK)])
        stamp.write_bytes(LOCK.read_bytes())
    return [str(python), "-m", "patroni"]


def _run(command: list[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoPatroni(
            f"Patroni 未能安装 · could not be installed from {LOCK.relative_to(REPOSITORY)}: "
            f"{done.stderr.strip()[-600:]}"
        )
