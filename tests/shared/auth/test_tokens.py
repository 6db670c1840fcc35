from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shared.auth.actor import Actor
from shared.auth.claims import ClaimNames, actor_from
from shared.auth.keys import SigningKey
from shared.auth.roles import Role
from shared.auth.tokens import (
    LEEWAY,
    LIFE,
    Issuer,
    TokenExpired,
    TokenInvalid,
    TokenVerifier,
    UnknownKey,
    issue,
)

from tests.shared.auth.conftest import AUDIENCE, ISSUER, NOW, FixedKeys

SECOND = timedelta(seconds=1)


def token_for(actor: Actor, signer: SigningKey, *, audience: tuple[str, ...] = (AUDIENCE,)) -> str:
    return issue(actor, issuer=ISSUER, audience=audience, signer=signer, at=NOW)[0]


def test_a_token_says_who_its_holder_is(verifier: TokenVerifier, signer: SigningKey, officer: Actor) -> None:
    token, claims = issue(officer, issuer=ISSUER, audience=[AUDIENCE, "intake"], signer=signer, at=NOW)

    verified = verifier.verify(token, NOW)

    assert verified.actor == replace(officer, token_id=claims["jti"])
    assert verified.audience == {AUDIENCE, "intake"}


def test_a_token_of_an_exchange_names_the_service_that_acts(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor
) -> None:
    token = token_for(replace(officer, acting="intake"), signer)

    actor = verifier.verify(token, NOW).actor

    assert (actor.id, actor.acting) == (officer.id, "intake")


def test_a_client_is_told_which_events_it_may_pull(verifier: TokenVerifier, signer: SigningKey) -> None:
    client = Actor("client", "hotline", event_types=("report.accepted", "report.concluded"))

    actor = verifier.verify(token_for(client, signer), NOW).actor

    assert actor.event_types == client.event_types


def test_a_token_lives_five_minutes_and_the_leeway(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor
) -> None:
    token = token_for(officer, signer)
    end = NOW + LIFE + LEEWAY

    verifier.verify(token, end - SECOND)
    with pytest.raises(TokenExpired):
        verifier.verify(token, end)
    with pytest.raises(TokenExpired):
        TokenVerifier([verifier._issuers[ISSUER]]).verify(token, end)


def test_a_token_is_not_good_before_its_time(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor
) -> None:
    token = token_for(officer, signer)

    with pytest.raises(TokenInvalid):
        verifier.verify(token, NOW - LEEWAY - SECOND)
    verifier.verify(token, NOW - LEEWAY)


def test_a_known_token_is_not_proved_again(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor
) -> None:
    token = token_for(officer, signer)

    assert verifier.verify(token, NOW) is verifier.verify(token, NOW + SECOND)


def test_a_known_token_dies_with_its_key(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor, keys: FixedKeys
) -> None:
    token = token_for(officer, signer)
    verifier.verify(token, NOW)

    keys.withdraw(signer.kid)

    with pytest.raises(UnknownKey):
        verifier.verify(token, NOW)


def test_the_memory_of_good_tokens_is_bounded(issuer: Issuer, signer: SigningKey, officer: Actor) -> None:
    verifier = TokenVerifier([issuer], remember=2)
    tokens = [token_for(officer, signer) for _ in range(3)]
    first = [verifier.verify(token, NOW) for token in tokens]

    again = [verifier.verify(token, NOW) for token in reversed(tokens)]

    assert [one is other for one, other in zip(first, reversed(again), strict=True)] == [False, True, True]


def test_two_issuers_are_told_apart_by_their_name(
    issuer: Issuer, signer: SigningKey, officer: Actor, tmp_path: Path
) -> None:
    other = SigningKey.create(tmp_path / "other.jwk", NOW)
    verifier = TokenVerifier([issuer, Issuer("https://other.example", AUDIENCE, FixedKeys(other))])
    forged = issue(officer, issuer=ISSUER, audience=[AUDIENCE], signer=other, at=NOW)[0]
    honest = issue(officer, issuer="https://other.example", audience=[AUDIENCE], signer=other, at=NOW)[0]

    with pytest.raises(TokenInvalid):
        verifier.verify(forged, NOW)
    assert verifier.verify(honest, NOW).issuer.url == "https://other.example"


@pytest.mark.parametrize("algorithms", [[], ["none"], ["HS256"], ["ES256", "HS512"]])
def test_an_issuer_cannot_be_configured_with_a_symmetric_algorithm(
    algorithms: list[str], keys: FixedKeys
) -> None:
    with pytest.raises(ValueError, match="algorithms"):
        Issuer(ISSUER, AUDIENCE, keys, algorithms=frozenset(algorithms))


def test_claims_of_another_issuer_are_read_by_its_own_names() -> None:
    names = ClaimNames(
        login="preferred_username",
        organisation="huiying.organisation",
        grants="huiying.grants",
        clearance="huiying.clearance",
        roles={"承办人": Role.HANDLER},
        default_kind="officer",
        default_version=0,
    )
    claims = {
        "sub": "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11",
        "jti": "one",
        "preferred_username": "li.wen",
        "huiying": {
            "organisation": "city",
            "grants": [["承办人", "city", 1, None]],
            "clearance": "internal",
        },
    }

    actor = actor_from(claims, names)

    assert (actor.kind, actor.login, actor.permission_version) == ("officer", "li.wen", 0)
    assert [(grant.role, grant.path, grant.subtree) for grant in actor.grants] == [
        (Role.HANDLER, "city", True)
    ]


def test_a_role_this_version_does_not_know_gives_nothing(
    verifier: TokenVerifier, signer: SigningKey, officer: Actor
) -> None:
    _, claims = issue(officer, issuer=ISSUER, audience=[AUDIENCE], signer=signer, at=NOW)
    claims = {**claims, "grants": [["role_of_tomorrow", "city", 1, None], *claims["grants"]]}

    assert actor_from(claims).grants == officer.grants
