"""Signing keys in files only their owner can read, and the JWKS made of them.

A ring of such keys publishes two: the one that signs, and the next one (so that verifiers know it before it
is used) or else the last one (so that its tokens still verify).
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, import_key

from shared.ids import uuid4

ALGORITHM = "ES256"
PUBLISH_AHEAD = timedelta(minutes=10)
"""How long a new key is published before it signs: several refreshes of every verifier."""

_PRIVATE_PARTS = frozenset({"d", "p", "q", "dp", "dq", "qi", "k", "oth"})


class KeyFileRefused(Exception):
    """A key file is readable by others, writable, or holds no ES256 key."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key, its id, and the instant from which it signs."""

    kid: str
    private: ECKey
    signs_from: datetime

    @classmethod
    def create(cls, path: Path, signs_from: datetime) -> SigningKey:
        """Make a key and write it with mode 0400. Raises: FileExistsError."""
        private = ECKey.generate_key("P-256", private=True)
        kid = private.thumbprint()
        content = {**private.as_dict(private=True), "kid": kid, "signs_from": int(signs_from.timestamp())}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(descriptor, "w") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(descriptor)
        return cls(kid, private, signs_from.replace(microsecond=0))

    @classmethod
    def load(cls, path: Path) -> SigningKey:
        """Read a key file. Raises: KeyFileRefused, FileNotFoundError."""
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != 0o400:
            raise KeyFileRefused(f"{path} has mode {mode:04o}, must have 0400")
        try:
            content = json.loads(path.read_text())
            signs_from = datetime.fromtimestamp(content.pop("signs_from"), UTC)
            private = ECKey.import_key(content)
        except (ValueError, KeyError, TypeError, JoseError) as error:
            raise KeyFileRefused(f"{path} holds no signing key") from error
        if private.curve_name != "P-256" or not private.is_private:
            raise KeyFileRefused(f"{path} holds no private P-256 key")
        return cls(private.thumbprint(), private, signs_from)

    def public(self) -> dict[str, Any]:
        """Return the public key as a JWK."""
        return {**self.private.as_dict(private=False), "kid": self.kid, "use": "sig", "alg": ALGORITHM}


class KeyRing:
    """The keys of one issuer, one file each in one folder; read again when the folder changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._keys: tuple[SigningKey, ...] = ()
        self._read_at = -1

    def keys(self) -> tuple[SigningKey, ...]:
        """List every key, the one that signs from the latest instant last. Raises: KeyFileRefused."""
        changed_at = self.folder.stat().st_mtime_ns if self.folder.exists() else -1
        if changed_at != self._read_at:
            found = (SigningKey.load(path) for path in self.folder.glob("*.jwk"))
            self._keys = tuple(sorted(found, key=lambda key: (key.signs_from, key.kid)))
            self._read_at = changed_at
        return self._keys

    def signer(self, at: datetime) -> SigningKey:
        """Return the key that signs at that instant. Raises: LookupError when there is none yet."""
        ready = [key for key in self.keys() if key.signs_from <= at]
        if not ready:
            raise LookupError(f"no key in {self.folder} signs at {at.isoformat()}")
        return ready[-1]

    def published(self, at: datetime) -> tuple[SigningKey, ...]:
        """Return the signing key and its successor if there is one, else its predecessor."""
        ready = [key for key in self.keys() if key.signs_from <= at]
        waiting = [key for key in self.keys() if key.signs_from > at]
        return tuple((ready[-1:] + waiting[:1]) if waiting else ready[-2:])

    def jwks(self, at: datetime) -> dict[str, Any]:
        """Return the document verifiers fetch."""
        return {"keys": [key.public() for key in self.published(at)]}

    def rotate(self, at: datetime, *, ahead: timedelta = PUBLISH_AHEAD) -> SigningKey:
        """Add the next key and drop what is no longer published. The first key signs at once.

        Raises: ValueError when a next key waits already.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keys = self.keys()
        if ahead and any(key.signs_from > at for key in keys):
            raise ValueError("the next key is published already")
        signs_from = at + ahead if keys else at
        key = SigningKey.create(self.folder / f"{signs_from:%Y%m%dT%H%M%S}-{uuid4().hex[:8]}.jwk", signs_from)
        self._keep({one.kid for one in self.published(at)})
        return key

    def withdraw(self, kid: str) -> None:
        """Remove a key that can no longer be trusted; its tokens die at the verifiers' next refresh."""
        self._keep({key.kid for key in self.keys()} - {kid})

    def _keep(self, kids: set[str]) -> None:
        for path in self.folder.glob("*.jwk"):
            if SigningKey.load(path).kid not in kids:
                path.unlink()
        self._read_at = -1


def public_keys(document: Mapping[str, Any]) -> dict[str, Key]:
    """Take the usable public keys out of a JWKS, by key id; skip symmetric, private, unnamed and broken ones.

    Raises: ValueError when it is not a JWKS or names one id twice.
    """
    entries = document.get("keys")
    if not isinstance(entries, list):
        raise ValueError("a JWKS has a list of keys")
    found: dict[str, Key] = {}
    for entry in entries:
        if not isinstance(entry, dict) or entry.get("kty") not in ("EC", "RSA", "OKP"):
            continue
        kid = entry.get("kid")
        if not isinstance(kid, str) or entry.get("use", "sig") != "sig" or _PRIVATE_PARTS & entry.keys():
            continue
        if kid in found:
            raise ValueError(f"key id {kid!r} twice")
        try:
            found[kid] = import_key(entry)
        except (JoseError, ValueError, TypeError):
            continue
    return found
