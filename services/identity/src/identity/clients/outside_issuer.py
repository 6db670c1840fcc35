"""An outside identity provider (OIDC): its pinned keys, and the proof of the ID tokens it signs.

Stricter than OpenID Connect asks: key ids, listed algorithms and a recent time of issue are required.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from joserfc import jwt
from joserfc.errors import JoseError

from identity.settings import Settings
from shared.auth.claims import BadClaims, StrictDecoder, is_instant, peek
from shared.auth.jwks import Fetch, IssuerKeys, from_file, over_http
from shared.auth.tokens import ALGORITHMS, LEEWAY, MAX_LENGTH, TokenInvalid
from shared.http.client import ServiceClient

FRESH = timedelta(minutes=10)
"""An ID token is exchanged at once; an older one was kept by somebody."""


class OutsideIssuer:
    """Proves tokens of one provider. `login_claim` holds the login name of our officer."""

    def __init__(
        self, url: str, audience: str, keys: IssuerKeys, algorithms: frozenset[str], login_claim: str
    ) -> None:
        if not algorithms or not algorithms <= ALGORITHMS:
            raise ValueError(f"issuer {url} has algorithms that are not allowed")
        self.url, self.audience, self.login_claim = url, audience, login_claim
        self._keys, self._algorithms = keys, algorithms

    async def verify(self, token: str, at: datetime) -> dict[str, Any]:
        """Return the claims of a good token. Raises: TokenInvalid."""
        if len(token) > MAX_LENGTH:
            raise TokenInvalid("too long")
        try:
            header, _ = peek(token)
            key = await self._key(header)
            claims = jwt.decode(token, key, algorithms=self._algorithms, decoder_cls=StrictDecoder).claims
        except (BadClaims, JoseError, ValueError, TypeError) as error:
            raise TokenInvalid("signature or form") from error
        self._check(claims, at)
        return dict(claims)

    async def _key(self, header: Mapping[str, Any]) -> Any:
        kid = header.get("kid")
        if header.get("alg") not in self._algorithms or not isinstance(kid, str):
            raise TokenInvalid("algorithm or key id")
        key = self._keys.key(kid)
        if key is None and await self._keys.refresh_for_unknown():
            key = self._keys.key(kid)
        if key is None:
            raise TokenInvalid("unknown key")
        return key

    def _check(self, claims: Mapping[str, Any], at: datetime) -> None:
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        if claims.get("iss") != self.url or self.audience not in audiences:
            raise TokenInvalid("issuer or audience")
        if len(audiences) > 1 and claims.get("azp") != self.audience:
            raise TokenInvalid("made for somebody else")
        if not all(is_instant(claims.get(name)) for name in ("exp", "iat")):
            raise TokenInvalid("times")
        now, leeway = at.timestamp(), LEEWAY.total_seconds()
        too_old = claims["iat"] < now - FRESH.total_seconds()
        if claims["exp"] <= now - leeway or claims["iat"] > now + leeway or too_old:
            raise TokenInvalid("not now")


def digest_of(token: str) -> bytes:
    """Return what is written down so that a token is exchanged once."""
    return sha256(b"outside\0" + token.encode()).digest()


def outside_issuer(settings: Settings) -> OutsideIssuer | None:
    """Return the provider the settings name, if they name one."""
    if settings.outside_issuer is None:
        return None
    keys = IssuerKeys(settings.outside_issuer, _fetch(settings.outside_keys))
    algorithms = frozenset(settings.outside_algorithms.split(","))
    return OutsideIssuer(
        settings.outside_issuer, settings.outside_audience, keys, algorithms, settings.outside_login_claim
    )


def _fetch(place: str) -> Fetch:
    address = urlsplit(place)
    if address.scheme not in ("http", "https"):
        return from_file(Path(place))
    return over_http(ServiceClient("outside issuer", f"{address.scheme}://{address.netloc}"), address.path)
