"""A key provider whose keys lie in one local file, for tests and small sites.

The file holds one random secret per version; every key in use is derived from a secret and a purpose. It must
be owned by the process's user (or root) and readable by nobody else: mode 0400 or the service does not start.
"""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.sealing.errors import KeyUnknown, SealBroken
from shared.sealing.provider import KeyStatus, Mac, Signature, WrappedHeader
from shared.sealing.ring_file import Ring, read_ring
from shared.sealing.suites import NONCE_BYTES, SUITES, TAG_BYTES, Aead, suite_numbered


class LocalKeyRing:
    """The five calls of `KeyProvider` over a key ring file, and `derive` for keys of one process's own.

    At most 2^30 data keys may be wrapped under one version (random nonces): rotate yearly or on demand.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._load()

    def _load(self) -> None:
        self._ring: Ring = read_ring(self._path)
        self._seen = self._mark()
        self._ciphers: dict[tuple[int, int], Aead] = {}
        self._signers: dict[tuple[int, str], Ed25519PrivateKey] = {}
        self._macs: dict[tuple[int, int, str], bytes] = {}

    def _mark(self) -> tuple[int, int]:
        seen = self._path.stat()
        return seen.st_ino, seen.st_mtime_ns

    def _secret(self, version: int) -> bytes:
        secret = self._ring.secrets.get(version)
        if secret is None and self._mark() != self._seen:
            self._load()  # rotated beside us: another process already uses the new version
            secret = self._ring.secrets.get(version)
        if secret is None:
            raise KeyUnknown(f"version {version}")
        return secret

    def derive(self, purpose: str, *, version: int | None = None, length: int = 32) -> bytes:
        """Return a key for one purpose, under the current version unless told. Raises: KeyUnknown."""
        secret = self._secret(version or self._ring.current)
        return SUITES[1].derive(secret, length, salt=self._ring.id, info=b"huiying/" + purpose.encode())

    def _wrapping(self, version: int, number: int) -> Aead:
        cipher = self._ciphers.get((version, number))
        if cipher is None:
            suite = suite_numbered(number)
            key = self.derive(f"wrap/{suite.name}", version=version, length=suite.key_bytes)
            cipher = self._ciphers[version, number] = suite.cipher(key)
        return cipher

    def wrap(self, data_key: bytes, context: bytes, *, suite: int) -> bytes:
        """Return the data key encrypted under the current version and bound to its context."""
        ring = self._ring
        nonce = os.urandom(NONCE_BYTES)
        head = WrappedHeader(suite, ring.id, ring.current).encode() + nonce
        return head + self._wrapping(ring.current, suite).encrypt(nonce, data_key, head + context)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Return the data key. Raises: SealBroken, KeyUnknown."""
        header = WrappedHeader.parse(wrapped)
        if header.ring != self._ring.id:
            raise KeyUnknown("of another ring")
        start = WrappedHeader.SIZE + NONCE_BYTES
        if len(wrapped) < start + TAG_BYTES:
            raise SealBroken("not a wrapped key")
        cipher = self._wrapping(header.version, header.suite)
        try:
            return cipher.decrypt(
                wrapped[WrappedHeader.SIZE : start], wrapped[start:], wrapped[:start] + context
            )
        except InvalidTag:
            raise SealBroken("does not unwrap") from None

    def _signer(self, version: int, purpose: str) -> Ed25519PrivateKey:
        signer = self._signers.get((version, purpose))
        if signer is None:
            seed = self.derive(f"sign/{purpose}", version=version)
            signer = self._signers[version, purpose] = Ed25519PrivateKey.from_private_bytes(seed)
        return signer

    def sign(self, purpose: str, data: bytes) -> Signature:
        """Sign with the purpose's key of the current version."""
        version = self._ring.current
        return Signature(self._signer(version, purpose).sign(data), version)

    def mac(self, purpose: str, data: bytes, *, suite: int = 1, version: int | None = None) -> Mac:
        """Return a keyed hash, under the current version unless told. Raises: KeyUnknown."""
        number = version or self._ring.current
        key = self._macs.get((number, suite, purpose))
        if key is None:
            key = self.derive(f"mac/{suite}/{purpose}", version=number)
            self._macs[number, suite, purpose] = key
        return Mac(SUITES[suite].mac(key, data), number)

    def status(self, purpose: str = "") -> KeyStatus:
        """Say what is held, reading the file again if it was rotated."""
        if self._mark() != self._seen:
            self._load()
        ring = self._ring
        keys = {v: self._signer(v, purpose).public_key().public_bytes_raw() for v in ring.secrets}
        return KeyStatus("local", ring.id, ring.current, keys)
