"""The key ring's file: how it is made, read, rotated and thinned out. A change replaces the whole file."""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from shared.sealing.errors import KeyRingRefused, KeyUnknown

_FORMAT = 1
_MODE = 0o400


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring's random name (8 bytes), its current version, and one 32-byte secret per version."""

    id: bytes
    current: int
    secrets: Mapping[int, bytes]


def read_ring(path: Path) -> Ring:
    """Read a key ring. Raises: KeyRingRefused when it is missing, open to others, or malformed."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            reason = why_unsafe(stat.S_IMODE(found.st_mode), owner=found.st_uid, reader=os.geteuid())
            if reason:
                raise KeyRingRefused(f"{path}: {reason}")
            content = file.read()
    except OSError as error:
        raise KeyRingRefused(f"{path}: {error.strerror}") from None
    try:
        return _parse(json.loads(content))
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise KeyRingRefused(f"{path}: not a key ring") from None


def why_unsafe(mode: int, *, owner: int, reader: int) -> str | None:
    """Say what is wrong with a secret file's permission bits or owner (user ids), or None."""
    if mode & ~_MODE:
        return f"mode {mode:04o}, must be 0400"
    if owner not in {0, reader}:
        return "belongs to another user"
    return None


def create(path: Path) -> Ring:
    """Make a ring with one version. Raises: KeyRingRefused when the file is already there."""
    ring = Ring(secrets.token_bytes(8), 1, {1: secrets.token_bytes(32)})
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, ring, replacing=False)
    return ring


def rotate(path: Path) -> Ring:
    """Add a version and make it the current one; older versions still open what they wrapped.

    Running services notice: at their next `status`, or when they meet the new version.
    """
    ring = read_ring(path)
    version = max(ring.secrets) + 1
    ring = replace(ring, current=version, secrets={**ring.secrets, version: secrets.token_bytes(32)})
    _write(path, ring, replacing=True)
    return ring


def retire(path: Path, version: int) -> Ring:
    """Destroy an old version: what it wrapped and nobody rewrapped can never be opened again.

    Raises: KeyUnknown, ValueError for the current version.
    """
    ring = read_ring(path)
    if version not in ring.secrets:
        raise KeyUnknown(f"version {version}")
    if version == ring.current:
        raise ValueError("the current version cannot be retired")
    ring = replace(ring, secrets={v: s for v, s in ring.secrets.items() if v != version})
    _write(path, ring, replacing=True)
    return ring


def _parse(data: dict[str, object]) -> Ring:
    if data["format"] != _FORMAT or not isinstance(data["keys"], dict):
        raise ValueError("other format")
    keys = {int(v): base64.b64decode(str(secret), validate=True) for v, secret in data["keys"].items()}
    ring = Ring(bytes.fromhex(str(data["ring"])), int(str(data["current"])), keys)
    if len(ring.id) != 8 or ring.current not in keys or any(len(secret) != 32 for secret in keys.values()):
        raise ValueError("incomplete")
    return ring


def _write(path: Path, ring: Ring, *, replacing: bool) -> None:
    keys = {str(version): base64.b64encode(secret).decode() for version, secret in ring.secrets.items()}
    data = {"format": _FORMAT, "ring": ring.id.hex(), "current": ring.current, "keys": keys}
    draft = path.with_name(f".{path.name}.new")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    except FileExistsError:
        raise KeyRingRefused(f"{draft}: another change is under way, or one was interrupted") from None
    try:
        with os.fdopen(descriptor, "w") as file:
            json.dump(data, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        if replacing:
            draft.replace(path)
        else:
            os.link(draft, path)  # unlike a rename, fails when the ring is already there
    except FileExistsError:
        raise KeyRingRefused(f"{path}: is already there") from None
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
