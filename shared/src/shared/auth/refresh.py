"""Refresh tokens, the issuer's pure logic: each is used once, and a second use ends the whole family.

An answer can be lost on the way. So the same bound client may ask again within 30 s and gets the very same
successor, which is computed from the token it presents; only hashes are stored.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

GRACE = timedelta(seconds=30)
ABSOLUTE_LIFE = timedelta(hours=8)
IDLE_LIFE = timedelta(minutes=60)
IDLE_LIFE_SENSITIVE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class StoredRefresh:
    """What the issuer's table says about a presented token; read under a lock on the family's row.

    `binding` identifies the client instance the family was given to. `successor_used_at` is when the token
    that followed this one was used.
    """

    family_id: str
    client_id: str
    binding: str
    issued_at: datetime
    family_started_at: datetime
    idle_life: timedelta = IDLE_LIFE
    used_at: datetime | None = None
    successor_used_at: datetime | None = None
    family_revoked_at: datetime | None = None


class Outcome(StrEnum):
    """What the issuer does with a presented refresh token."""

    ROTATE = "rotate"
    REPEAT = "repeat"
    REFUSE = "refuse"
    REVOKE_FAMILY = "revoke_family"


@dataclass(frozen=True, slots=True)
class RefreshDecision:
    """The outcome and, for the log, why."""

    outcome: Outcome
    reason: str = ""


def first_secret() -> str:
    """Return a new family's first token, 256 random bits."""
    return secrets.token_urlsafe(32)


def next_secret(key: bytes, presented: str) -> str:
    """Return the one successor of a token; nobody can compute it without both the key and the token."""
    mac = hmac.digest(key, b"refresh\0" + presented.encode(), "sha256")
    return urlsafe_b64encode(mac).rstrip(b"=").decode()


def stored_hash(secret: str) -> bytes:
    """Return what the table keeps. The secret has 256 bits, so a plain hash cannot be guessed back."""
    return sha256(secret.encode()).digest()


def judge(stored: StoredRefresh | None, *, client_id: str, binding: str, at: datetime) -> RefreshDecision:
    """Decide about a presented refresh token; None means the table does not know it.

    A revoked or expired family is refused quietly; whatever looks like two holders of one token revokes it.
    """
    if stored is None:
        return RefreshDecision(Outcome.REFUSE, "unknown")
    if stored.family_revoked_at is not None:
        return RefreshDecision(Outcome.REFUSE, "family revoked")
    if stored.client_id != client_id or not hmac.compare_digest(stored.binding, binding):
        return RefreshDecision(Outcome.REVOKE_FAMILY, "another client")
    if stored.used_at is not None:
        return _judge_second_use(stored, stored.used_at, at)
    if at >= stored.family_started_at + ABSOLUTE_LIFE:
        return RefreshDecision(Outcome.REFUSE, "absolute life over")
    if at >= stored.issued_at + stored.idle_life:
        return RefreshDecision(Outcome.REFUSE, "idle too long")
    return RefreshDecision(Outcome.ROTATE)


def _judge_second_use(stored: StoredRefresh, used_at: datetime, at: datetime) -> RefreshDecision:
    if at - used_at > GRACE:
        return RefreshDecision(Outcome.REVOKE_FAMILY, "used before")
    if stored.successor_used_at is not None:
        return RefreshDecision(Outcome.REVOKE_FAMILY, "its successor is in use")
    return RefreshDecision(Outcome.REPEAT, "answer asked again")
