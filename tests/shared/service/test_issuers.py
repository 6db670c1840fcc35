from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from joserfc import jwt

from shared.auth.keys import SigningKey
from shared.auth.roles import Role
from shared.auth.tokens import TokenInvalid, TokenVerifier
from shared.clock import FakeClock
from shared.service.issuers import outside_issuers
from shared.settings import OutsideIssuer

URL = "https://login.city.example"


def configured(folder: Path, signer: SigningKey, **given: object) -> OutsideIssuer:
    (folder / "jwks.json").write_text(json.dumps({"keys": [signer.public()]}))
    return OutsideIssuer.model_validate(
        {
            "url": URL, "jwks": str(folder / "jwks.json"), "audience": "huiying", "claims": {"login": "account"},
            "roles": {"信访岗": "petition_officer"}, **given,
        }
    )  # fmt: skip


async def test_an_outside_token_speaks_for_an_officer_with_translated_roles(
    tmp_path: Path, clock: FakeClock
) -> None:
    signer = SigningKey.create(tmp_path / "key.jwk", clock.now())
    issuers = outside_issuers([configured(tmp_path, signer)], [])
    for keys in issuers.values():
        assert await keys.refresh()
    now = int(clock.now().timestamp())
    claims = {
        "iss": URL, "aud": "huiying", "sub": str(uuid4()), "account": "su.xiaolan", "iat": now, "nbf": now,
        "exp": now + 300, "jti": str(uuid4()), "org": "city/city-petition", "clearance": "work_secret",
        "grants": [["信访岗", "city/city-petition", 0, None]],
    }  # fmt: skip
    header = {"alg": "ES256", "typ": "at+jwt", "kid": signer.kid}
    token = jwt.encode(header, claims, signer.private, algorithms=["ES256"])

    verifier = TokenVerifier(issuers)
    actor = verifier.verify(token, clock.now()).actor

    assert (actor.login, [grant.role for grant in actor.grants]) == ("su.xiaolan", [Role.PETITION_OFFICER])
    with pytest.raises(TokenInvalid):
        TokenVerifier([]).verify(token, clock.now() + timedelta(seconds=1))


def test_a_role_that_is_not_ours_is_refused_at_the_start(tmp_path: Path, clock: FakeClock) -> None:
    signer = SigningKey.create(tmp_path / "key.jwk", clock.now())
    with pytest.raises(ValueError, match="emperor"):
        outside_issuers([configured(tmp_path, signer, roles={"皇帝": "emperor"})], [])
