#!/usr/bin/env python3
"""Verify an exported audit log: `python verify_audit.py EXPORT KEYS`.

A second verifier, written from FORMAT.md alone: it imports nothing of the programs it checks and needs only Python 3.9
or newer with the `cryptography` library, so an auditor can read it in ten minutes and run it on another machine.
EXPORT is what `python -m shared.audit.export` writes, KEYS the log's public keys, one a line.

Exit code 0: the log is whole as far as its newest checkpoint reaches; 1: it is not; 2: it could not be read.

核验导出的审计日志。只依据格式说明写成，不引用被核验的程序；退出码 0 为完整，1 为被改动，2 为无法读取。
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MEMBERS = 19
WHOLE, BROKEN, UNREADABLE = 0, 1, 2


@dataclass
class Log:
    """What has been read so far: roots of complete subtrees from left to right, each with its number of leaves."""

    entries: int = 0
    covered: int = 0
    checkpoints: int = 0
    subtrees: list[tuple[int, bytes]] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        """Take one entry's leaf in; two complete subtrees of one size become one of the double."""
        self.entries += 1
        size = 1
        while self.subtrees and self.subtrees[-1][0] == size:
            leaf = _sha(b"\x01" + self.subtrees.pop()[1] + leaf)
            size *= 2
        self.subtrees.append((size, leaf))

    def root(self) -> bytes:
        """Return the root over everything taken in."""
        hashes = [root for _, root in self.subtrees]
        if not hashes:
            return _sha(b"")
        root = hashes.pop()
        while hashes:
            root = _sha(b"\x01" + hashes.pop() + root)
        return root


def problem_with(lines: Iterable[bytes], keys: list[str], log: Log | None = None) -> str | None:
    """Return what is wrong with an exported log, or None. `log` is filled with what was read."""
    log = log or Log()
    for line in lines:
        try:
            parsed = json.loads(line)
            if "checkpoint" in parsed:
                if problem := _problem_with_checkpoint(parsed["checkpoint"], keys, log):
                    return problem
                continue
        except (ValueError, InvalidSignature, TypeError, AttributeError):
            return "malformed"
        if not isinstance(parsed, dict) or len(parsed) != MEMBERS or parsed.get("seq") != log.entries + 1:
            return "number"
        if (_canonical(parsed) + "\n").encode() != line:
            return "not canonical"
        log.add(_sha(b"\x00" + line[:-1]))
    return None


def _problem_with_checkpoint(note: str, keys: list[str], log: Log) -> str | None:
    name, size, root = note.split("\n\n", maxsplit=1)[0].split("\n")
    if _signed_by(note, keys) != name:
        return "signature"
    if int(size) != log.entries or base64.b64decode(root) != log.root():
        return "root"
    log.covered, log.checkpoints = log.entries, log.checkpoints + 1
    return None


def _signed_by(note: str, keys: list[str]) -> str | None:
    """Return the log's name if one of its keys signed, None if nobody known did. Raises: InvalidSignature."""
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    for line in lines.splitlines():
        dash, name, encoded = line.split(" ")
        data = base64.b64decode(encoded, validate=True)
        for key in keys:
            key_name, _, public = key.split("+", 2)
            raw = base64.b64decode(public)
            if dash != "—" or name != key_name or _sha(name.encode() + b"\n" + raw)[:4] != data[:4]:
                continue
            Ed25519PublicKey.from_public_bytes(raw[1:]).verify(data[4:], text.encode())
            return name
    return None


def _canonical(value: Any) -> str:
    if isinstance(value, dict):
        members = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{_canonical(name)}:{_canonical(value[name])}" for name in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def main(arguments: list[str]) -> int:
    """Run the command; return its exit code."""
    if len(arguments) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return UNREADABLE
    log = Log()
    try:
        keys = Path(arguments[1]).read_text("utf-8").split()
        with Path(arguments[0]).open("rb") as lines:
            problem = problem_with(lines, keys, log)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"无法读取 · cannot read: {error}\n")
        return UNREADABLE
    if problem:
        sys.stdout.write(f"不完整 · BROKEN behind entry {log.entries}: {problem}\n")
        return BROKEN
    unproved = log.entries - log.covered
    sys.stdout.write(
        f"完整 · WHOLE: {log.entries} entries, {log.checkpoints} checkpoints; {unproved} behind the newest one\n"
    )
    return WHOLE if log.covered or not log.entries else BROKEN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
