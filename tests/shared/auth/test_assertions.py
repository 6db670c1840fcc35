from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import Key

from shared.auth.assertions import LIFE, LONGEST_LIFE, AssertionRefused, assertion, verify_assertion
from shared.auth.keys import SigningKey, public_keys
from shared.auth.tokens import LEEWAY

from tests.shared.auth.conftest import ISSUER, NOW
from tests.support.forging import sign_text

SECOND = timedelta(seconds=1)


class Registry:
    """The issuer's book of clients, and of assertions it has seen."""

    def __init__(self, **clients: SigningKey) -> None:
        self._clients = clients
        self.used: dict[tuple[str, str], datetime] = {}

    async def keys_of(self, client_id: str) -> Mapping[str, Key]:
        key = self._clients.get(client_id)
        return public_keys({"keys": [key.public()]}) if key else {}

    async def use_once(self, client_id: str, jti: str, until: datetime) -> bool:
        is_new = (client_id, jti) not in self.used
        self.used[client_id, jti] = until
        return is_new

    async def verify(self, presented: str, at: datetime = NOW) -> str:
        return await verify_assertion(
            presented, audience=ISSUER, keys_of=self.keys_of, use_once=self.use_once, at=at
        )


@pytest.fixture
def casework(tmp_path: Path) -> SigningKey:
    return SigningKey.create(tmp_path / "casework.jwk", NOW)


@pytest.fixture
def intake(tmp_path: Path) -> SigningKey:
    return SigningKey.create(tmp_path / "intake.jwk", NOW)


def signed(key: SigningKey, *, header: dict[str, Any] | None = None, **claims: Any) -> str:
    now = int(NOW.timestamp())
    good = {"iss": "casework", "sub": "casework", "aud": ISSUER, "iat": now, "exp": now + 60, "jti": "j" * 36}
    said = {name: value for name, value in (good | claims).items() if value is not ...}
    return jwt.encode({"alg": "ES256", "kid": key.kid} | (header or {}), said, key.private)


async def test_a_client_is_known_by_its_assertion(casework: SigningKey) -> None:
    registry = Registry(casework=casework)

    assert await registry.verify(assertion("casework", ISSUER, casework, NOW)) == "casework"
    assert await registry.verify(signed(casework, aud=[ISSUER])) == "casework"


async def test_an_assertion_is_good_once(casework: SigningKey) -> None:
    registry = Registry(casework=casework)
    presented = assertion("casework", ISSUER, casework, NOW)
    await registry.verify(presented)

    with pytest.raises(AssertionRefused, match="before"):
        await registry.verify(presented)


async def test_a_used_assertion_is_remembered_until_it_is_worthless(casework: SigningKey) -> None:
    registry = Registry(casework=casework)
    await registry.verify(assertion("casework", ISSUER, casework, NOW))

    assert list(registry.used.values()) == [NOW + LIFE + LEEWAY]


async def test_an_assertion_lives_a_minute(casework: SigningKey) -> None:
    registry = Registry(casework=casework)
    presented = assertion("casework", ISSUER, casework, NOW)

    with pytest.raises(AssertionRefused):
        await registry.verify(presented, NOW + LIFE + LEEWAY)
    with pytest.raises(AssertionRefused):
        await registry.verify(presented, NOW - LEEWAY - SECOND)
    assert await registry.verify(presented, NOW + LIFE + LEEWAY - SECOND)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "intake", "sub": "intake"},
        {"iss": "stranger", "sub": "stranger"},
        {"sub": "intake"},
        {"sub": ...},
        {"iss": ...},
        {"iss": 7},
        {"aud": "https://elsewhere.example"},
        {"aud": [ISSUER, "https://elsewhere.example"]},
        {"aud": ...},
        {"jti": ...},
        {"jti": "short"},
        {"jti": 12345678},
        {"jti": "x" * 129},
        {"exp": ...},
        {"iat": ...},
        {"exp": int(NOW.timestamp()) + int(LONGEST_LIFE.total_seconds()) + 1},
        {"exp": int(NOW.timestamp())},
        {"exp": True},
        {"iat": int(NOW.timestamp()) + 60, "exp": int(NOW.timestamp()) + 120},
        {"nbf": int(NOW.timestamp()) + 60},
        {"scope": "everything"},
    ],
)
async def test_an_assertion_that_says_something_else_is_refused(
    casework: SigningKey, intake: SigningKey, claims: dict[str, Any]
) -> None:
    registry = Registry(casework=casework, intake=intake)

    with pytest.raises(AssertionRefused):
        await registry.verify(signed(casework, **claims))
    assert not registry.used


@pytest.mark.parametrize(
    "header",
    [{"kid": "another"}, {"kid": None}, {"crit": ["exp"], "exp": 1}, {"jku": "https://evil.example/jwks"}],
)
async def test_an_assertion_with_another_header_is_refused(
    casework: SigningKey, header: dict[str, Any]
) -> None:
    claims = b64decode(assertion("casework", ISSUER, casework, NOW).split(".")[1] + "==", b"-_").decode()
    loose = sign_text(json.dumps({"alg": "ES256", "kid": casework.kid} | header), claims, casework.private)

    with pytest.raises(AssertionRefused):
        await Registry(casework=casework).verify(loose)


@pytest.mark.parametrize("presented", ["", "a.b.c", "..", "x" * 9000])
async def test_what_is_no_assertion_is_refused(casework: SigningKey, presented: str) -> None:
    with pytest.raises(AssertionRefused):
        await Registry(casework=casework).verify(presented)


async def test_a_client_cannot_use_the_key_of_another(casework: SigningKey, intake: SigningKey) -> None:
    registry = Registry(casework=casework, intake=intake)

    with pytest.raises(AssertionRefused):
        await registry.verify(signed(intake))
    with pytest.raises(AssertionRefused):
        await registry.verify(signed(intake, header={"kid": casework.kid}))
