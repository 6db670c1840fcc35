"""Processor time from /proc: of one process, of a process with everything it started, of the whole machine."""

from __future__ import annotations

import os
from pathlib import Path

_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def tree_s(root: int) -> float:
    """Return the processor seconds of a process and of all its living descendants, reaped children included."""
    parents: dict[int, int] = {}
    used: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue  # gone while we looked
            parents[int(entry.name)] = int(fields[1])
            used[int(entry.name)] = sum(map(int, fields[11:15])) * _TICK_S
    return sum(seconds for pid, seconds in used.items() if _descends(pid, root, parents))


def _descends(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid not in (root, 0):
        pid = parents.get(pid, 0)
    return pid == root


def machine_s() -> float:
    """Return the processor seconds all processors have spent not idle."""
    words = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]
    busy = [int(word) for place, word in enumerate(words) if place not in (3, 4)]  # not idle, not waiting
    return sum(busy) * _TICK_S
