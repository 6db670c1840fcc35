"""Sealing a stored answer under the client's own idempotency key: the table of answers yields no receipt."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag

from shared.sealing.errors import SealBroken
from shared.sealing.suites import NONCE_BYTES, SUITES, Suite, suite_numbered

_MAGIC = b"HYR1"
_SALT_BYTES = 16
_HEAD = len(_MAGIC) + 1 + _SALT_BYTES


def seal_answer(client_key: str, plaintext: bytes, *, scope: str, suite: int = 1) -> bytes:
    """Encrypt an answer so that only who knows the client's key can read it.

    `scope` (caller and route) is bound in: the same key elsewhere does not open it. Keep no copy of the key.
    """
    chosen = SUITES[suite]
    head = _MAGIC + bytes([suite]) + os.urandom(_SALT_BYTES)
    key, nonce = _keys(chosen, client_key, head)
    return head + chosen.cipher(key).encrypt(nonce, plaintext, head + scope.encode())


def open_answer(client_key: str, blob: bytes, *, scope: str) -> bytes:
    """Return the answer. Raises: SealBroken for another key or scope, or any changed bit."""
    if len(blob) < _HEAD or not blob.startswith(_MAGIC):
        raise SealBroken("not a sealed answer")
    head = blob[:_HEAD]
    suite = suite_numbered(head[len(_MAGIC)])
    key, nonce = _keys(suite, client_key, head)
    try:
        return suite.cipher(key).decrypt(nonce, blob[_HEAD:], head + scope.encode())
    except InvalidTag:
        raise SealBroken("does not open") from None


def _keys(suite: Suite, client_key: str, head: bytes) -> tuple[bytes, bytes]:
    # key and nonce both come from a fresh salt, so no pair is ever used twice
    salt = head[-_SALT_BYTES:]
    both = suite.derive(client_key.encode(), suite.key_bytes + NONCE_BYTES, salt=salt, info=b"huiying/answer")
    return both[: suite.key_bytes], both[suite.key_bytes :]
