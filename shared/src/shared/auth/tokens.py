"""Access tokens: issued by identity, verified by every service on its own.

TokenRefused
├── Unauthenticated    no token was presented
├── TokenExpired       it was good and its time is over
├── TokenInvalid       anything else that is wrong with it; the reason is for the log only
│   └── UnknownKey     signed with a key this service has not seen yet
└── TokenRevoked       the holder's rights changed after it was issued
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key

from shared.auth.actor import Actor
from shared.auth.claims import BadClaims, StrictDecoder, actor_from, claims_of, is_instant, peek
from shared.auth.keys import ALGORITHM, SigningKey
from shared.ids import uuid4

TOKEN_TYPE = "at+jwt"  # noqa: S105 - a media type
LIFE = timedelta(minutes=5)
LEEWAY = timedelta(seconds=5)
MAX_LENGTH = 16_384
ALGORITHMS = frozenset({"ES256", "ES384", "PS256", "RS256", "Ed25519"})
"""What an issuer may be configured with; nothing symmetric, and never `none`."""

_HEADERS = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})


class TokenRefused(Exception):
    """The caller is not known; `code` is the stable code of the answer."""

    code = "token_invalid"


class Unauthenticated(TokenRefused):
    """No token was presented."""

    code = "unauthenticated"


class TokenExpired(TokenRefused):
    """The token's time is over."""

    code = "token_expired"


class TokenInvalid(TokenRefused):
    """The token is not one this service accepts."""


class TokenRevoked(TokenRefused):
    """The holder's rights changed after the token was issued."""

    code = "token_revoked"


class KeySource(Protocol):
    """The pinned public keys of one issuer; `generation` changes when they do."""

    generation: int

    def key(self, kid: str) -> Key | None:
        """Return the key with that id, if it is published."""
        ...


class UnknownKey(TokenInvalid):
    """Signed with a key id that its issuer has not published, as far as this service knows."""

    def __init__(self, keys: KeySource) -> None:
        super().__init__("unknown key")
        self.keys = keys


@dataclass(frozen=True, slots=True)
class Issuer:
    """Somebody whose tokens are accepted, and on what terms.

    `audience` is this service's name for that issuer; `read` turns its claims into the caller.
    """

    url: str
    audience: str
    keys: KeySource
    algorithms: frozenset[str] = frozenset({ALGORITHM})
    token_type: str = TOKEN_TYPE
    max_life: timedelta = timedelta(minutes=10)
    read: Callable[[Mapping[str, Any]], Actor] = actor_from

    def __post_init__(self) -> None:
        if not self.algorithms or not self.algorithms <= ALGORITHMS:
            raise ValueError(f"issuer {self.url} has algorithms that are not allowed")


@dataclass(frozen=True, slots=True)
class Verified:
    """A token that was good at the time of asking."""

    actor: Actor
    issuer: Issuer
    audience: frozenset[str]
    expires_at: int
    generation: int


def issue(
    actor: Actor,
    *,
    issuer: str,
    audience: Iterable[str],
    signer: SigningKey,
    at: datetime,
    life: timedelta = LIFE,
) -> tuple[str, Mapping[str, Any]]:
    """Sign an access token for the actor; return it with its claims. A fresh token id is given to each."""
    now = int(at.timestamp())
    claims = {
        "iss": issuer,
        "aud": sorted(audience),
        "exp": now + int(life.total_seconds()),
        "iat": now,
        "nbf": now,
        "jti": str(uuid4()),
        **claims_of(actor),
    }
    header = {"alg": ALGORITHM, "typ": TOKEN_TYPE, "kid": signer.kid}
    return jwt.encode(header, claims, signer.private, algorithms=[ALGORITHM]), claims


class TokenVerifier:
    """Verifies tokens of the listed issuers, and remembers good ones until they expire or keys change."""

    def __init__(
        self, issuers: Iterable[Issuer], *, leeway: timedelta = LEEWAY, remember: int = 10_000
    ) -> None:
        self._issuers = {issuer.url: issuer for issuer in issuers}
        self._leeway = int(leeway.total_seconds())
        self._remember = remember
        self._good: OrderedDict[bytes, Verified] = OrderedDict()

    def verify(self, token: str, at: datetime) -> Verified:
        """Return who the token speaks for. Raises: TokenExpired, TokenInvalid, UnknownKey."""
        digest = sha256(token.encode(errors="surrogatepass")).digest()
        known = self._good.get(digest)
        fresh = known is None or known.generation != known.issuer.keys.generation
        if known is None or fresh:
            known = self._verify(token, at.timestamp())
        if at.timestamp() >= known.expires_at + self._leeway:
            raise TokenExpired("exp")
        if fresh:
            self._good[digest] = known
            if len(self._good) > self._remember:
                self._good.popitem(last=False)
        else:
            self._good.move_to_end(digest)
        return known

    def _verify(self, token: str, now: float) -> Verified:
        if len(token) > MAX_LENGTH:
            raise TokenInvalid("too long")
        try:
            header, unproved = peek(token)
        except BadClaims as error:
            raise TokenInvalid(str(error)) from error
        url = unproved.get("iss")
        issuer = self._issuers.get(url) if isinstance(url, str) else None
        if issuer is None:
            raise TokenInvalid("issuer")
        claims = _proved(token, issuer, _key(header, issuer))
        audience = self._check_terms(claims, issuer, now)
        try:
            actor = issuer.read(claims)
        except BadClaims as error:
            raise TokenInvalid(str(error)) from error
        return Verified(actor, issuer, audience, claims["exp"], issuer.keys.generation)

    def _check_terms(self, claims: Mapping[str, Any], issuer: Issuer, now: float) -> frozenset[str]:
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        if issuer.audience not in audiences or not all(isinstance(one, str) for one in audiences):
            raise TokenInvalid("audience")
        if not all(is_instant(claims.get(name)) for name in ("exp", "iat", "nbf")):
            raise TokenInvalid("times")
        if claims["exp"] <= claims["iat"] or claims["exp"] - claims["iat"] > issuer.max_life.total_seconds():
            raise TokenInvalid("life")
        if max(claims["nbf"], claims["iat"]) > now + self._leeway:
            raise TokenInvalid("not yet")
        return frozenset(audiences)


def _key(header: Mapping[str, Any], issuer: Issuer) -> Key:
    """Choose the pinned key; what the header says about keys beyond an id is refused, not followed."""
    if not header.keys() <= _HEADERS:
        raise TokenInvalid("header")
    if header.get("alg") not in issuer.algorithms or header.get("typ") != issuer.token_type:
        raise TokenInvalid("algorithm or type")
    kid = header.get("kid")
    if not isinstance(kid, str) or not 0 < len(kid) <= 128:
        raise TokenInvalid("key id")
    key = issuer.keys.key(kid)
    if key is None:
        raise UnknownKey(issuer.keys)
    return key


def _proved(token: str, issuer: Issuer, key: Key) -> Mapping[str, Any]:
    try:
        return jwt.decode(token, key, algorithms=issuer.algorithms, decoder_cls=StrictDecoder).claims
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise TokenInvalid("signature or form") from error
