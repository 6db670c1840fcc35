from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.auth.jwks import REFRESH_S, UNKNOWN_KEY_PAUSE_S, IssuerKeys, from_file, over_http
from shared.auth.keys import KeyRing
from shared.http.client import ServiceClient, Unavailable

from tests.shared.auth.conftest import ISSUER, NOW


class Issuer:
    """The publishing side, which can be down."""

    def __init__(self, folder: Path) -> None:
        self.ring = KeyRing(folder / "ring")
        self.first = self.ring.rotate(NOW)
        self.now = NOW
        self.is_down = False
        self.asked = 0
        self.document: Mapping[str, Any] | None = None

    async def __call__(self) -> Mapping[str, Any]:
        self.asked += 1
        if self.is_down:
            raise Unavailable("identity", "down")
        return self.document if self.document is not None else self.ring.jwks(self.now)


@pytest.fixture
def publisher(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path)


async def test_keys_are_those_the_issuer_publishes(publisher: Issuer) -> None:
    keys = IssuerKeys(ISSUER, publisher)

    usable = [keys.is_usable, await keys.refresh(), keys.is_usable]

    assert usable == [False, True, True]
    assert keys.key(publisher.first.kid) is not None
    assert keys.key("another") is None


async def test_a_failed_refresh_changes_nothing(publisher: Issuer) -> None:
    keys = IssuerKeys(ISSUER, publisher)
    await keys.refresh()
    before = keys.generation

    publisher.is_down = True

    assert not await keys.refresh()
    assert keys.generation == before
    assert keys.key(publisher.first.kid) is not None


@pytest.mark.parametrize("document", [{}, {"keys": []}, {"keys": [{"kty": "oct", "k": "AAAA", "kid": "a"}]}])
async def test_a_document_without_a_usable_key_changes_nothing(
    publisher: Issuer, document: dict[str, Any]
) -> None:
    keys = IssuerKeys(ISSUER, publisher)
    await keys.refresh()

    publisher.document = document

    assert not await keys.refresh()
    assert keys.key(publisher.first.kid) is not None


async def test_the_generation_counts_changes_and_not_refreshes(publisher: Issuer) -> None:
    keys = IssuerKeys(ISSUER, publisher)
    await keys.refresh()
    await keys.refresh()
    assert keys.generation == 1

    publisher.now += timedelta(seconds=1)
    publisher.ring.rotate(publisher.now, ahead=timedelta(0))
    publisher.ring.withdraw(publisher.first.kid)
    await keys.refresh()

    assert keys.generation == 2
    assert keys.key(publisher.first.kid) is None


async def test_an_unknown_key_is_asked_for_at_most_every_ten_seconds(publisher: Issuer) -> None:
    now = [100.0]
    keys = IssuerKeys(ISSUER, publisher, now=lambda: now[0])

    assert await keys.refresh_for_unknown()
    for _ in range(1000):
        assert not await keys.refresh_for_unknown()
    now[0] += UNKNOWN_KEY_PAUSE_S
    assert await keys.refresh_for_unknown()

    assert publisher.asked == 2


async def test_a_service_starts_with_saved_keys_while_the_issuer_is_down(
    publisher: Issuer, tmp_path: Path
) -> None:
    saved_at = tmp_path / "jwks.json"
    await IssuerKeys(ISSUER, publisher, saved_at=saved_at).refresh()
    publisher.is_down = True

    restarted = IssuerKeys(ISSUER, publisher, saved_at=saved_at)

    assert restarted.key(publisher.first.kid) is not None
    assert restarted.fetched_ago_s() is None
    assert not await restarted.refresh()


async def test_broken_saved_keys_do_not_keep_a_service_from_starting(
    publisher: Issuer, tmp_path: Path
) -> None:
    saved_at = tmp_path / "jwks.json"
    saved_at.write_text("{")

    keys = IssuerKeys(ISSUER, publisher, saved_at=saved_at)

    assert not keys.is_usable
    assert await keys.refresh()
    assert json.loads(saved_at.read_text()) == publisher.ring.jwks(NOW)


async def test_keys_can_come_from_a_file(publisher: Issuer, tmp_path: Path) -> None:
    path = tmp_path / "pinned.json"
    path.write_text(json.dumps(publisher.ring.jwks(NOW)))
    keys = IssuerKeys(ISSUER, from_file(path))

    assert await keys.refresh()
    path.unlink()
    assert not await keys.refresh()
    assert keys.key(publisher.first.kid) is not None


async def test_keys_are_fetched_over_http_without_a_token(publisher: Issuer) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=publisher.ring.jwks(NOW))

    async with ServiceClient("identity", "http://i.test", transport=httpx.MockTransport(answer)) as client:
        keys = IssuerKeys(ISSUER, over_http(client, "/v1/jwks"))
        assert await keys.refresh()

    assert keys.key(publisher.first.kid) is not None
    assert "authorization" not in seen[0].headers


def test_a_withdrawn_key_is_out_of_use_within_a_minute() -> None:
    assert REFRESH_S <= 60
