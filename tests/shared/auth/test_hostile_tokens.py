"""None of the corpus of hostile tokens passes the verifier; tests/contracts asks every service the same."""

from __future__ import annotations

import contextlib

import pytest

from shared.auth.actor import Actor
from shared.auth.keys import SigningKey
from shared.auth.tokens import TokenRefused, TokenVerifier

from tests.shared.auth.conftest import AUDIENCE, ISSUER, NOW
from tests.support.hostile_tokens import Corpus, Forger, corpus_of


@pytest.fixture(scope="module")
def forger(signer: SigningKey, officer: Actor, tmp_path_factory: pytest.TempPathFactory) -> Forger:
    folder = tmp_path_factory.mktemp("forger")
    return Forger(signer, officer, folder, issuer=ISSUER, audience=AUDIENCE, at=NOW)


@pytest.fixture(scope="module")
def corpus(forger: Forger) -> Corpus:
    return corpus_of(forger)


def accepted(corpus: Corpus, verifier: TokenVerifier) -> list[str]:
    """Name the tokens the verifier lets pass."""
    passed = []
    for name, token in corpus:
        with contextlib.suppress(TokenRefused):
            verifier.verify(token, NOW)
            passed.append(name)
    return passed


def test_none_of_the_hostile_tokens_is_accepted(corpus: Corpus, verifier: TokenVerifier) -> None:
    assert len({token for _, token in corpus}) >= 80
    assert accepted(corpus, verifier) == []


def test_the_token_they_are_made_from_is_good(forger: Forger, verifier: TokenVerifier) -> None:
    verifier.verify(forger.good, NOW)
    verifier.verify(forger.saying(), NOW)
    verifier.verify(forger.saying(aud=AUDIENCE), NOW)
    verifier.verify(forger.saying(act={"sub": "intake", "act": {"sub": "casework"}}), NOW)


def test_a_good_token_does_not_open_the_door_to_hostile_ones(
    corpus: Corpus, forger: Forger, verifier: TokenVerifier
) -> None:
    verifier.verify(forger.good, NOW)

    assert accepted(corpus, verifier) == []
    assert accepted(corpus, verifier) == []
