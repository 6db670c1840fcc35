"""The one door to keys: five calls, whether the keys lie in a file, a key service or an approved module."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from shared.sealing.errors import SealBroken

_WRAPPED = struct.Struct(">4sB8sI")
_MAGIC = b"HYK1"


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature and the version of the key that made it."""

    value: bytes
    version: int


@dataclass(frozen=True, slots=True)
class Mac:
    """A keyed hash and the version of the key that made it."""

    value: bytes
    version: int


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """What a provider holds, without any secret.

    `public_keys` are the verification keys of the purpose that was asked for, by version.
    """

    provider: str
    ring: bytes
    current: int
    public_keys: Mapping[int, bytes]

    @property
    def versions(self) -> tuple[int, ...]:
        """Every usable version, oldest first."""
        return tuple(sorted(self.public_keys))


class KeyProvider(Protocol):
    """Wraps data keys, signs and computes keyed hashes; never gives a key out."""

    def wrap(self, data_key: bytes, context: bytes, *, suite: int) -> bytes:
        """Return the data key encrypted under the current version, behind a `WrappedHeader`."""
        ...

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Return the data key. Raises: SealBroken, KeyUnknown, KeyServiceUnavailable."""
        ...

    def sign(self, purpose: str, data: bytes) -> Signature:
        """Sign with the purpose's key of the current version."""
        ...

    def mac(self, purpose: str, data: bytes, *, suite: int = 1, version: int | None = None) -> Mac:
        """Return a keyed hash, under the current version unless told. Raises: KeyUnknown."""
        ...

    def status(self, purpose: str = "") -> KeyStatus:
        """Say what is held, as of now: a key ring that was rotated beside us is read again."""
        ...


@dataclass(frozen=True, slots=True)
class WrappedHeader:
    """The clear part of every wrapped key: which suite, ring and version can unwrap it."""

    suite: int
    ring: bytes
    version: int

    SIZE = _WRAPPED.size

    def encode(self) -> bytes:
        """Return the 17 bytes a wrapped key begins with.

        All keys that need no rewrapping share them, so `substring(wrapped_key for 17) <> …` finds the others.
        """
        return _WRAPPED.pack(_MAGIC, self.suite, self.ring, self.version)

    @classmethod
    def parse(cls, wrapped: bytes) -> WrappedHeader:
        """Read the header of a wrapped key. Raises: SealBroken."""
        if len(wrapped) < cls.SIZE:
            raise SealBroken("not a wrapped key")
        magic, suite, ring, version = _WRAPPED.unpack_from(wrapped)
        if magic != _MAGIC:
            raise SealBroken("not a wrapped key")
        return cls(suite, ring, version)
