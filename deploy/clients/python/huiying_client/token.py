"""Access tokens: for a system by its private key (RFC 7523), for an officer by password; kept while good."""

from __future__ import annotations

import time
import uuid
from abc import ABC, abstractmethod
from typing import Any

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey

from huiying_client.client import Refused

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
PATH = "/identity/v1/token"
SPARE_S = 30
ASSERTION_LIVES_S = 60


class _Token(ABC):
    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=30, transport=transport)
        self._held: dict[str, tuple[str, float]] = {}

    def __call__(self, audience: str) -> str:
        """Return an access token for one service. Raises: Refused."""
        token, until = self._held.get(audience, ("", 0.0))
        if time.monotonic() < until:
            return token
        answer = self._http.post(PATH, data=self._form(audience))
        body = answer.json()
        if answer.status_code != 200:
            raise Refused(answer.status_code, body)
        self._held[audience] = body["access_token"], time.monotonic() + body["expires_in"] - SPARE_S
        return str(body["access_token"])

    @abstractmethod
    def _form(self, audience: str) -> dict[str, str]:
        """Return the form that asks for a token."""


class KeyToken(_Token):
    """Tokens of a client that is registered with its public key; the private key never leaves this machine."""

    def __init__(self, base_url: str, client_id: str, key: ECKey, issuer: str, **more: Any) -> None:
        super().__init__(base_url, **more)
        self._client_id, self._key, self._issuer = client_id, key, issuer

    def _form(self, audience: str) -> dict[str, str]:
        return {
            "grant_type": "client_credentials",
            "audience": audience,
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": self._assertion(),
        }

    def _assertion(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self._client_id, "sub": self._client_id, "aud": self._issuer, "jti": str(uuid.uuid4()),
            "iat": now, "exp": now + ASSERTION_LIVES_S,
        }  # fmt: skip
        return jwt.encode(
            {"alg": "ES256", "kid": self._key.kid or self._key.thumbprint()},
            claims,
            self._key,
            algorithms=["ES256"],
        )


class PasswordToken(_Token):
    """Tokens of an officer, for tools that officers run themselves."""

    def __init__(self, base_url: str, login: str, password: str, **more: Any) -> None:
        super().__init__(base_url, **more)
        self._login, self._password = login, password

    def _form(self, audience: str) -> dict[str, str]:
        return {"grant_type": "password", "username": self._login, "password": self._password}
