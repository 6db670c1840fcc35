"""A second verifier, written from FORMAT.md alone: imports nothing of ours, works the slow, plain way."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _canonical(value: Any) -> str:
    if isinstance(value, dict):
        members = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{_canonical(name)}:{_canonical(value[name])}" for name in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _root(leaves: list[bytes]) -> bytes:
    if not leaves:
        return _sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return _sha(b"\x01" + _root(leaves[:split]) + _root(leaves[split:]))


def _signed_by(note: str, keys: list[str]) -> str | None:
    """Return the log's name if one of its keys signed, None if nobody known did."""
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


def problem_with(export: bytes, keys: list[str]) -> str | None:
    """Return what is wrong with an exported log, or None."""
    leaves: list[bytes] = []
    for line in export.splitlines(keepends=True):
        try:
            parsed = json.loads(line)
            if "checkpoint" in parsed:
                name, size, root = parsed["checkpoint"].split("\n\n")[0].split("\n")
                if _signed_by(parsed["checkpoint"], keys) != name:
                    return "signature"
                if int(size) != len(leaves) or base64.b64decode(root) != _root(leaves):
                    return "root"
                continue
        except (ValueError, InvalidSignature, TypeError, AttributeError):
            return "malformed"
        if not isinstance(parsed, dict) or len(parsed) != 19 or parsed.get("seq") != len(leaves) + 1:
            return "number"
        if (_canonical(parsed) + "\n").encode() != line:
            return "not canonical"
        leaves.append(_sha(b"\x00" + line[:-1]))
    return None
