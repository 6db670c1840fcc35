from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.auth.actor import Actor
from shared.auth.exchange import ExchangeRefused, exchange
from shared.auth.keys import SigningKey
from shared.auth.tokens import LIFE, Issuer, TokenVerifier, Verified, issue

from tests.shared.auth.conftest import ISSUER, NOW, FixedKeys

GRAPH = {"casework": ["intake", "rectification"], "intake": ["casework"]}


def presented(
    actor: Actor, signer: SigningKey, *, to: str = "casework", at: timedelta = timedelta(0)
) -> Verified:
    """Verify, as the issuer does, a token that a service presents on behalf of an officer."""
    token, _ = issue(actor, issuer=ISSUER, audience=[to], signer=signer, at=NOW)
    return TokenVerifier([Issuer(ISSUER, to, FixedKeys(signer))]).verify(token, NOW + at)


def test_the_officer_stays_and_the_service_is_named(officer: Actor, signer: SigningKey) -> None:
    actor, life = exchange(presented(officer, signer), "casework", "intake", GRAPH, NOW)

    assert actor == replace(officer, acting="casework")
    assert life == LIFE


def test_the_new_token_ends_with_the_officers_own(officer: Actor, signer: SigningKey) -> None:
    later = timedelta(minutes=4)

    _, life = exchange(presented(officer, signer, at=later), "casework", "intake", GRAPH, NOW + later)

    assert life == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("service", "audience"), [("casework", "identity"), ("rectification", "intake"), ("x", "y")]
)
def test_a_call_outside_the_graph_is_refused(
    officer: Actor, signer: SigningKey, service: str, audience: str
) -> None:
    with pytest.raises(ExchangeRefused):
        exchange(presented(officer, signer, to=service), service, audience, GRAPH, NOW)


def test_a_token_given_to_another_service_is_not_exchanged(officer: Actor, signer: SigningKey) -> None:
    stolen = presented(officer, signer, to="intake")

    with pytest.raises(ExchangeRefused, match="given"):
        exchange(stolen, "casework", "intake", GRAPH, NOW)


def test_services_are_not_acted_for(signer: SigningKey) -> None:
    service = presented(Actor("service", "intake"), signer)

    with pytest.raises(ExchangeRefused, match="officers"):
        exchange(service, "casework", "intake", GRAPH, NOW)


def test_an_expired_token_is_not_exchanged(officer: Actor, signer: SigningKey) -> None:
    verified = presented(officer, signer)

    with pytest.raises(ExchangeRefused, match="expired"):
        exchange(verified, "casework", "intake", GRAPH, NOW + LIFE)
