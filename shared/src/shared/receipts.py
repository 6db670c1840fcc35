"""Receipts: what a person holds to ask about a matter again, and a signed statement that it was received.

A receipt is 130 random bits as 26 Crockford base-32 symbols and one check symbol. The check symbol is a sum
over GF(32) with another weight at each place: any one wrong symbol and any two exchanged ones are noticed,
and no sign outside the alphabet is needed.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from shared.audit.canonical import canonical
from shared.audit.errors import NotCanonical
from shared.sealing.provider import KeyProvider

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SYMBOLS = 26
PURPOSE = "receipt"
_VALUES = {symbol: value for value, symbol in enumerate(ALPHABET)}
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_NOTHING = b"\x00" * SYMBOLS  # no receipt has these bytes, so their keyed hash is stored nowhere
_SIGNED = b"huiying receipt\n"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt's 26 symbols, without check symbol and grouping. Treat it as a password."""

    symbols: str

    def __repr__(self) -> str:
        """Show nothing, also in a traceback."""
        return "Receipt(…)"

    @property
    def grouped(self) -> str:
        """What the person sees: 27 symbols in groups of four."""
        text = self.symbols + _check_symbol(self.symbols)
        return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def new_receipt() -> Receipt:
    """Return a fresh receipt from the system's randomness."""
    number = secrets.randbits(5 * SYMBOLS)
    return Receipt("".join(ALPHABET[number >> 5 * place & 31] for place in range(SYMBOLS)))


def parse_receipt(text: str) -> Receipt | None:
    """Read what a person typed, or None when it cannot be a receipt.

    Lower case, full-width letters, spaces and dashes do not matter; O is read as 0, I and L as 1.
    """
    plain = unicodedata.normalize("NFKC", text[:200]).upper().translate(_READ_AS)
    symbols = "".join(one for one in plain if not (one.isspace() or unicodedata.category(one) == "Pd"))
    if len(symbols) != SYMBOLS + 1 or any(one not in _VALUES for one in symbols):
        return None
    return Receipt(symbols[:SYMBOLS]) if _check_symbol(symbols[:SYMBOLS]) == symbols[SYMBOLS] else None


def hash_of(provider: KeyProvider, receipt: Receipt | None) -> bytes:
    """Return the keyed hash a receipt is stored under: 32 bytes, by the current key.

    None gives, after the same work, a hash that nothing has.
    """
    return provider.mac(PURPOSE, _bytes(receipt)).value


def hashes_of(provider: KeyProvider, receipt: Receipt | None) -> list[bytes]:
    """Return the hashes a receipt may be stored under, newest key first: what a look-up must ask for.

    As many for a mistyped receipt (None) as for any other.
    """
    versions = reversed(provider.status().versions)
    return [provider.mac(PURPOSE, _bytes(receipt), version=version).value for version in versions]


def commitment_of(receipt: Receipt, content: bytes = b"") -> str:
    """Return what may be published about a receipt: its holder can show the match, nobody else can tell.

    Hex. With `content` it also pins down what was handed in.
    """
    return hmac.digest(receipt.symbols.encode(), b"huiying commitment\n" + content, "sha256").hex()


def sign_receipt(provider: KeyProvider, statement: Mapping[str, Any]) -> dict[str, Any]:
    """Return the statement with `key_id` and `signature` added.

    Raises: NotCanonical, KeyServiceUnavailable.
    """
    status = provider.status(PURPOSE)
    signed = dict(statement) | {"key_id": _key_id(status.ring, status.current)}
    signature = provider.sign(PURPOSE, _SIGNED + canonical(signed))
    if signature.version != status.current:  # rotated between the two calls: name the key that really signed
        return sign_receipt(provider, statement)
    return signed | {"signature": base64.urlsafe_b64encode(signature.value).decode().rstrip("=")}


def receipt_keys(provider: KeyProvider) -> dict[str, bytes]:
    """Return the public keys receipts are verified with, by `key_id`."""
    status = provider.status(PURPOSE)
    return {_key_id(status.ring, version): key for version, key in status.public_keys.items()}


def verify_receipt(keys: Mapping[str, bytes], signed: Mapping[str, Any]) -> bool:
    """Say whether one of these keys signed the statement exactly as it stands."""
    statement = {name: value for name, value in signed.items() if name != "signature"}
    key, signature = keys.get(str(signed.get("key_id"))), signed.get("signature")
    if key is None or not isinstance(signature, str):
        return False
    try:
        value = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
        Ed25519PublicKey.from_public_bytes(key).verify(value, _SIGNED + canonical(statement))
    except (InvalidSignature, NotCanonical, binascii.Error, ValueError):
        return False
    return True


def _bytes(receipt: Receipt | None) -> bytes:
    return receipt.symbols.encode() if receipt else _NOTHING


def _key_id(ring: bytes, version: int) -> str:
    return f"{ring.hex()}.{version}"


def _check_symbol(symbols: Iterable[str]) -> str:
    """Return the symbol that makes the weighted sum over all 27 places zero."""
    total = 0
    for symbol in symbols:  # Horner's rule: the first symbol ends with the highest power of x as its weight
        total = _times_x(total ^ _VALUES[symbol])
    return ALPHABET[total]


def _times_x(value: int) -> int:
    """Multiply by x in GF(32), whose modulus is x^5 + x^2 + 1; x runs through all 31 weights."""
    value <<= 1
    return value ^ 0b100101 if value & 32 else value
