"""The cipher suites as a table. A suite's number stands in every blob, so both can live in one database.

Suite 2 is the national set (SM4, SM3). Signatures are Ed25519 under both: SM2 comes only with an approved
module, behind the same `KeyProvider`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC

from shared.sealing.errors import SealBroken

NONCE_BYTES = 12
TAG_BYTES = 16


class Aead(Protocol):
    """One key, ready to encrypt and decrypt with associated data."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        """Return ciphertext and tag."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        """Return the plaintext. Raises: cryptography's InvalidTag."""
        ...


class Sm4Gcm:
    """SM4 in Galois/counter mode (RFC 8998) with the interface of the library's other AEAD classes."""

    def __init__(self, key: bytes) -> None:
        self._algorithm = algorithms.SM4(key)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes:
        """Return ciphertext and tag."""
        encryptor = Cipher(self._algorithm, modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(associated_data)
        return encryptor.update(data) + encryptor.finalize() + encryptor.tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes:
        """Return the plaintext. Raises: cryptography's InvalidTag."""
        if len(data) < TAG_BYTES:
            raise InvalidTag
        mode = modes.GCM(nonce, data[-TAG_BYTES:])
        decryptor = Cipher(self._algorithm, mode).decryptor()
        decryptor.authenticate_additional_data(associated_data)
        return decryptor.update(data[:-TAG_BYTES]) + decryptor.finalize()


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _hmac_sha256(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha256")


def _sm3(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def _hmac_sm3(key: bytes, data: bytes) -> bytes:
    mac = HMAC(key, hashes.SM3())
    mac.update(data)
    return mac.finalize()


@dataclass(frozen=True, slots=True)
class Suite:
    """One row of the table; `mac` takes key and data, `digest` takes data, both answer 32 bytes."""

    number: int
    name: str
    key_bytes: int
    cipher: Callable[[bytes], Aead]
    mac: Callable[[bytes, bytes], bytes]
    digest: Callable[[bytes], bytes]

    def derive(self, secret: bytes, length: int, *, salt: bytes = b"", info: bytes = b"") -> bytes:
        """Return key material by HKDF (RFC 5869) over the suite's hash."""
        pseudorandom_key = self.mac(salt or bytes(32), secret)
        block = output = b""
        for number in range(1, (length + 31) // 32 + 1):
            block = self.mac(pseudorandom_key, block + info + bytes([number]))
            output += block
        return output[:length]


# fmt: off
SUITES: dict[int, Suite] = {suite.number: suite for suite in (
    #     number  name                 key  cipher   mac           digest
    Suite(1,      "aes256gcm-sha256",  32,  AESGCM,  _hmac_sha256, _sha256),
    Suite(2,      "sm4gcm-sm3",        16,  Sm4Gcm,  _hmac_sm3,    _sm3),
)}
# fmt: on


def suite_numbered(number: int) -> Suite:
    """Return a suite by the number in a header. Raises: SealBroken for a number nobody wrote."""
    suite = SUITES.get(number)
    if suite is None:
        raise SealBroken("unknown suite")
    return suite
