"""An issuer with one key, an officer, and a verifier that trusts that issuer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from joserfc.jwk import Key

from shared.auth.actor import Actor, RoleGrant
from shared.auth.keys import SigningKey, public_keys
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.auth.tokens import Issuer, TokenVerifier

ISSUER = "https://issuer.example"
AUDIENCE = "casework"
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


class FixedKeys:
    """Public keys handed over by the test."""

    def __init__(self, *keys: SigningKey) -> None:
        self.generation = 1
        self._keys = public_keys({"keys": [key.public() for key in keys]})

    def key(self, kid: str) -> Key | None:
        return self._keys.get(kid)

    def withdraw(self, kid: str) -> None:
        del self._keys[kid]
        self.generation += 1


@pytest.fixture(scope="session")
def signer(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    folder: Path = tmp_path_factory.mktemp("signer")
    return SigningKey.create(folder / "key.jwk", NOW)


@pytest.fixture
def keys(signer: SigningKey) -> FixedKeys:
    return FixedKeys(signer)


@pytest.fixture
def issuer(keys: FixedKeys) -> Issuer:
    return Issuer(ISSUER, AUDIENCE, keys)


@pytest.fixture
def verifier(issuer: Issuer) -> TokenVerifier:
    return TokenVerifier([issuer])


@pytest.fixture(scope="session")
def officer() -> Actor:
    return Actor(
        kind="officer",
        id="5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11",
        login="li.wen",
        organisation="city/city-office-1",
        grants=(
            RoleGrant(Role.HANDLER, "city/city-office-1"),
            RoleGrant(
                Role.OFFICE_HEAD, "city:district-1", True, datetime(2026, 9, 1, tzinfo=UTC), "delegation-7"
            ),
        ),
        clearance=SecrecyLevel.WORK_SECRET,
        permission_version=3,
    )
