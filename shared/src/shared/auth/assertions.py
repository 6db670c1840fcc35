"""A client proves who it is with a short JWT signed by its own key (`private_key_jwt`): both sides of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key

from shared.auth.claims import BadClaims, StrictDecoder, is_instant, peek
from shared.auth.keys import ALGORITHM, SigningKey
from shared.auth.tokens import LEEWAY
from shared.ids import uuid4

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LIFE = timedelta(minutes=1)
LONGEST_LIFE = timedelta(minutes=5)
_LONGEST = 8192
_CLAIMS = frozenset({"iss", "sub", "aud", "exp", "iat", "nbf", "jti"})

KeysOf = Callable[[str], Awaitable[Mapping[str, Key]]]
UseOnce = Callable[[str, str, datetime], Awaitable[bool]]


class AssertionRefused(Exception):
    """The client did not prove who it is; the reason is for the log only."""


def assertion(client_id: str, audience: str, signer: SigningKey, at: datetime) -> str:
    """Sign a fresh assertion, good for a minute and for one use."""
    now = int(at.timestamp())
    claims = {
        "iss": client_id,
        "sub": client_id,
        "aud": audience,
        "iat": now,
        "exp": now + int(LIFE.total_seconds()),
        "jti": str(uuid4()),
    }
    return jwt.encode({"alg": ALGORITHM, "kid": signer.kid}, claims, signer.private, algorithms=[ALGORITHM])


async def verify_assertion(
    presented: str, *, audience: str, keys_of: KeysOf, use_once: UseOnce, at: datetime
) -> str:
    """Return the id of the client that signed it.

    `keys_of` returns a client's registered public keys, none for an unknown client. `use_once` records a
    client's `jti` until an instant and says whether it was new.

    Raises: AssertionRefused.
    """
    if len(presented) > _LONGEST:
        raise AssertionRefused("too long")
    try:
        header, unproved = peek(presented)
        client_id = unproved.get("iss")
        if not isinstance(client_id, str) or not header.keys() <= {"alg", "kid", "typ"}:
            raise AssertionRefused("header or issuer")
        key = (await keys_of(client_id)).get(str(header.get("kid")))
        if key is None:
            raise AssertionRefused("unknown client or key")
        claims = jwt.decode(presented, key, algorithms=[ALGORITHM], decoder_cls=StrictDecoder).claims
    except (BadClaims, JoseError, ValueError, TypeError) as error:
        raise AssertionRefused("signature or form") from error
    _check(claims, client_id, audience, int(at.timestamp()))
    if not await use_once(client_id, claims["jti"], datetime.fromtimestamp(claims["exp"], UTC) + LEEWAY):
        raise AssertionRefused("used before")
    return client_id


def _check(claims: Mapping[str, Any], client_id: str, audience: str, now: int) -> None:
    leeway = int(LEEWAY.total_seconds())
    if claims.get("sub") != client_id or claims.get("aud") not in (audience, [audience]):
        raise AssertionRefused("subject or audience")
    if not claims.keys() <= _CLAIMS:
        raise AssertionRefused("claims")
    jti = claims.get("jti")
    if not isinstance(jti, str) or not 8 <= len(jti) <= 128:
        raise AssertionRefused("jti")
    issued_at, expires_at = claims.get("iat"), claims.get("exp")
    not_before = claims.get("nbf", issued_at)
    if not all(is_instant(value) for value in (issued_at, expires_at, not_before)):
        raise AssertionRefused("times")
    if max(claims["iat"], not_before) > now + leeway or claims["exp"] <= now - leeway:
        raise AssertionRefused("not now")
    if not 0 < claims["exp"] - claims["iat"] <= LONGEST_LIFE.total_seconds():
        raise AssertionRefused("life")
