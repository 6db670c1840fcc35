"""Signing what libraries rightly refuse to sign."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from joserfc import jws
from joserfc.jwk import ECKey


def b64(value: bytes | str) -> str:
    """Encode as JOSE does: URL-safe, without padding."""
    raw = value.encode() if isinstance(value, str) else value
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def sign_text(header: str, claims: str, key: ECKey) -> str:
    """Sign any two texts as header and claims."""
    signed = f"{b64(header)}.{b64(claims)}"
    return f"{signed}.{b64(jws.JWSRegistry.algorithms['ES256'].sign(signed.encode(), key))}"
