"""What clients saw, line by line, and whether the database agrees: nothing lost, nothing doubled, nothing made up.

A client writes `invoke` before it sends, then `ok` with the receipt, or `unknown` when no answer came. Only an `ok`
promises anything; a key without one may be in the database or not, but at most once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

Kind = Literal["invoke", "ok", "unknown", "refused"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a client did or saw, `at` seconds of a steady clock."""

    at: float
    client: int
    kind: Kind
    key: str
    note: str = ""


class History:
    """A file of lines, one for all clients of a run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("a", encoding="utf-8", buffering=1)

    def write(self, at: float, client: int, kind: Kind, key: str, note: str = "") -> None:
        """Add a line."""
        self._file.write(json.dumps([at, client, kind, key, note]) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read(path: Path) -> list[Line]:
    """Return the lines of a history in the order they were written."""
    return [Line(*json.loads(line)) for line in path.read_text("utf-8").splitlines()]


@dataclass(frozen=True)
class Verdict:
    """What a history and the database say together."""

    invoked: int
    acknowledged: Mapping[str, str]
    present: int
    retried: int
    unanswered: frozenset[str]
    lost: frozenset[str]
    doubled: frozenset[str]
    made_up: frozenset[str]
    refused: frozenset[str]
    two_receipts: frozenset[str] = field(default=frozenset())

    @property
    def faults(self) -> dict[str, frozenset[str]]:
        """Every kind of fault that was found, with its keys."""
        named = ("lost", "doubled", "made_up", "refused", "two_receipts")
        return {name: keys for name in named if (keys := getattr(self, name))}


def longest_silence(lines: Iterable[Line], since: float, until: float) -> float:
    """Return the longest time without an acknowledgement in a stretch of a history, in seconds."""
    heard = [line.at for line in lines if line.kind == "ok" and since <= line.at <= until]
    moments = [since, *sorted(heard), until]
    return max(later - earlier for earlier, later in pairwise(moments))


def judge(lines: Iterable[Line], present: Iterable[str]) -> Verdict:
    """Compare a history with the keys found in the database, each as often as it was found."""
    invoked: Counter[str] = Counter()
    receipts: dict[str, set[str]] = {}
    refused: set[str] = set()
    for line in lines:
        if line.kind == "invoke":
            invoked[line.key] += 1
        elif line.kind == "ok":
            receipts.setdefault(line.key, set()).add(line.note)
        elif line.kind == "refused":
            refused.add(line.key)
    found = Counter(present)
    return Verdict(
        invoked=len(invoked),
        acknowledged={key: next(iter(some)) for key, some in receipts.items()},
        present=sum(found.values()),
        retried=sum(times > 1 for times in invoked.values()),
        unanswered=frozenset(invoked.keys() - receipts.keys()),
        lost=frozenset(receipts.keys() - found.keys()),
        doubled=frozenset(key for key, times in found.items() if times > 1),
        made_up=frozenset(found.keys() - invoked.keys()),
        refused=frozenset(refused),
        two_receipts=frozenset(key for key, some in receipts.items() if len(some) > 1),
    )
