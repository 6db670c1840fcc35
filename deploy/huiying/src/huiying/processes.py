"""Processes of this machine, read from /proc: who lives, who descends from whom, and an end nobody notices."""

from __future__ import annotations

import contextlib
import os
import signal
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path


def lives(pid: int) -> bool:
    """Say whether a process runs; a dead one that nobody reaped does not."""
    found = _stat(pid)
    return found is not None and found[0] != "Z"


def tree(pid: int) -> list[int]:
    """Return a process and all that descend from it, ancestors first."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (found := _stat(int(entry.name))):
            children[found[1]].append(int(entry.name))
    family = [pid]
    for one in family:
        family += children[one]
    return family


def kill_all(pids: Iterable[int]) -> None:
    """Stop every process first, so that none sees another die; then kill them all."""
    listed = list(pids)
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for pid in listed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)


def command_of(pid: int) -> str:
    """Return the command line of a process, empty when it is gone."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def _stat(pid: int) -> tuple[str, int] | None:
    """Return state and parent of a process."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return words[0], int(words[1])
