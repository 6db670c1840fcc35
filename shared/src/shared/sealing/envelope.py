"""Envelope encryption: every sealed value has a data key of its own, which a provider wraps.

Blob: magic `HYB1`, suite (1 byte), version of the content (8), nonce (12), ciphertext and tag. Ring and
version of the wrapping key stand in the wrapped key's header instead (`provider.WrappedHeader`), so that
rotating wrapping keys rewrites small wrapped keys and never a blob. Both parts are bound to one `Binding`.
"""

from __future__ import annotations

import os
import struct
from typing import NamedTuple

from cryptography.exceptions import InvalidTag

from shared.sealing.binding import Binding
from shared.sealing.errors import SealBroken
from shared.sealing.provider import KeyProvider
from shared.sealing.suites import NONCE_BYTES, SUITES, TAG_BYTES, suite_numbered

_HEAD = struct.Struct(">4sBQ")
_MAGIC = b"HYB1"
_SMALLEST = _HEAD.size + NONCE_BYTES + TAG_BYTES


class Sealed(NamedTuple):
    """What is stored: the blob, and beside it the wrapped key without which it is noise."""

    blob: bytes
    wrapped_key: bytes


class Sealer:
    """Seals with one suite and opens every suite. Synchronous: a local seal costs microseconds."""

    def __init__(self, provider: KeyProvider, suite: int = 1) -> None:
        self.provider = provider
        self.suite = SUITES[suite]

    def seal(self, plaintext: bytes, *, aad: Binding) -> Sealed:
        """Encrypt under a fresh data key, bound to its place. Raises: KeyServiceUnavailable."""
        suite = self.suite
        fresh = os.urandom(suite.key_bytes + NONCE_BYTES)
        data_key, nonce = fresh[: suite.key_bytes], fresh[suite.key_bytes :]
        head = _HEAD.pack(_MAGIC, suite.number, aad.version) + nonce
        place = aad.encode(suite.number)
        blob = head + suite.cipher(data_key).encrypt(nonce, plaintext, head + place)
        return Sealed(blob, self.provider.wrap(data_key, place, suite=suite.number))

    def open(self, blob: bytes, wrapped_key: bytes, *, aad: Binding) -> bytes:
        """Return the plaintext of a blob that lies where it was sealed.

        Raises: SealBroken for another row, group, organisation or version, or any changed bit; KeyUnknown;
        KeyServiceUnavailable.
        """
        if len(blob) < _SMALLEST:
            raise SealBroken("not a sealed blob")
        magic, number, version = _HEAD.unpack_from(blob)
        if magic != _MAGIC or version != aad.version:
            raise SealBroken("not a sealed blob of this version")
        suite = suite_numbered(number)
        place = aad.encode(number)
        data_key = self.provider.unwrap(wrapped_key, place)
        if len(data_key) != suite.key_bytes:
            raise SealBroken("the key is of another suite")
        start = _HEAD.size + NONCE_BYTES
        try:
            return suite.cipher(data_key).decrypt(
                blob[_HEAD.size : start], blob[start:], blob[:start] + place
            )
        except InvalidTag:
            raise SealBroken("does not open") from None

    def reseal(self, blob: bytes, wrapped_key: bytes, *, aad: Binding) -> Sealed:
        """Seal again under this sealer's suite and a fresh data key: the step of a move between suites."""
        return self.seal(self.open(blob, wrapped_key, aad=aad), aad=aad)
