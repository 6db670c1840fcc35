"""One-time codes by the clock (TOTP, RFC 6238): thirty seconds, six digits, each good once."""

from __future__ import annotations

import hmac
from datetime import datetime
from uuid import UUID

import pyotp

from shared.sealing.seals import Seals

STEP_S = 30
ISSUER = "Huiying"
_GROUPS = {"totp_secret": "totp", "totp_pending": "totp_pending"}


def new_secret() -> str:
    """Return a new secret, 160 random bits in base 32."""
    return pyotp.random_base32(32)


def provisioning_uri(secret: str, login: str) -> str:
    """Return what an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def matching_step(secret: str, code: str, at: datetime) -> int | None:
    """Return the time step a code belongs to, one step of drift allowed; None when it fits none."""
    now = int(at.timestamp())
    totp = pyotp.TOTP(secret, interval=STEP_S)
    for step in (now // STEP_S, now // STEP_S - 1, now // STEP_S + 1):
        if hmac.compare_digest(totp.at(step * STEP_S), code):
            return step
    return None


def seal_secret(seals: Seals, officer_id: UUID, column: str, secret: str) -> bytes:
    """Return the column's value."""
    return seals.seal_text(secret, "credentials", officer_id, _GROUPS[column])


def open_secret(seals: Seals, officer_id: UUID, column: str, sealed: bytes) -> str:
    """Return the secret in a column."""
    return seals.open_text(sealed, "credentials", officer_id, _GROUPS[column])
