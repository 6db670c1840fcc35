"""Device tokens, and proofs of work: what keeps guessers slow without keeping anybody out."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_bytes
from typing import TypeVar
from uuid import UUID

import msgspec

from identity.domain.login_guard import CHALLENGE_LIFE, is_solved
from shared.sealing.errors import KeyUnknown
from shared.sealing.seals import Seals

DEVICE_LIFE = timedelta(days=90)
_TAG = 16
T = TypeVar("T", bound=msgspec.Struct)


class Device(msgspec.Struct, array_like=True, frozen=True):
    """What a device token says: whose device, its id, the credentials' epoch, since when (seconds)."""

    officer: bytes
    device: bytes
    epoch: int
    at: int


class Challenge(msgspec.Struct, array_like=True, frozen=True):
    """What a proof of work is made for: an account (hashed), how hard, until when (seconds)."""

    account: bytes
    bits: int
    until: int
    salt: bytes


def account_key(seals: Seals, login: str) -> bytes:
    """Return what failures on unknown devices are counted under, whether the account exists or not."""
    return seals.provider.mac("login", login.strip().lower().encode()).value


def device_key(seals: Seals, device: Device) -> bytes:
    """Return what failures on one known device are counted under."""
    return seals.provider.mac("login", b"device\0" + device.officer + device.device).value


def device_token(
    seals: Seals, officer_id: UUID, epoch: int, at: datetime, known: Device | None = None
) -> str:
    """Return a fresh token for a device on which its owner has just logged in."""
    device = known.device if known else token_bytes(12)
    return _signed(seals, "device", Device(officer_id.bytes, device, epoch, int(at.timestamp())))


def read_device(seals: Seals, token: str | None, officer_id: UUID, epoch: int, at: datetime) -> Device | None:
    """Return the device of that officer whose token it is; None for anything that is not one, or too old."""
    device = _verified(seals, "device", token, Device)
    if device is None or device.officer != officer_id.bytes or device.epoch != epoch:
        return None
    return device if at < datetime.fromtimestamp(device.at, UTC) + DEVICE_LIFE else None


def challenge(seals: Seals, login: str, bits: int, at: datetime) -> str:
    """Return the text a caller must find an answer to: SHA-256 of `text.answer` beginning with `bits` zero bits."""
    until = int((at + CHALLENGE_LIFE).timestamp())
    account = account_key(seals, login)[:_TAG]
    return _signed(seals, "challenge", Challenge(account, bits, until, token_bytes(12)))


def check_proof(
    seals: Seals, login: str, proof: str | None, bits: int, at: datetime
) -> tuple[bytes, datetime] | None:
    """Return what to write down so that the proof counts once, and until when; None when it proves nothing.

    A proof is `challenge.answer`; an easier one than is needed now still counts, for it was asked for a moment ago.
    """
    text, _, answer = (proof or "").rpartition(".")
    made_for = _verified(seals, "challenge", text, Challenge)
    if made_for is None or not answer or len(answer) > 64:
        return None
    until = datetime.fromtimestamp(made_for.until, UTC)
    fits = hmac.compare_digest(made_for.account, account_key(seals, login)[:_TAG]) and at < until
    if not fits or made_for.bits < bits - 1 or not is_solved(text, answer, made_for.bits):
        return None
    return sha256(text.encode()).digest(), until


def _signed(seals: Seals, purpose: str, content: msgspec.Struct) -> str:
    packed = msgspec.msgpack.encode(content)
    mac = seals.provider.mac(purpose, packed)
    return urlsafe_b64encode(mac.version.to_bytes(2) + mac.value[:_TAG] + packed).rstrip(b"=").decode()


def _verified(seals: Seals, purpose: str, token: str | None, kind: type[T]) -> T | None:
    if not token or len(token) > 400:
        return None
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        version, tag, packed = int.from_bytes(raw[:2]), raw[2 : 2 + _TAG], raw[2 + _TAG :]
        mac = seals.provider.mac(purpose, packed, version=version)
        return (
            msgspec.msgpack.decode(packed, type=kind) if hmac.compare_digest(mac.value[:_TAG], tag) else None
        )
    except (BadBase64, ValueError, KeyUnknown, msgspec.DecodeError):
        return None
