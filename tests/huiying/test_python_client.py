"""The Python client repeats safely, shows refusals as codes, follows lists and the feed, and proves itself by key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from huiying_client import Client, KeyToken, Refused, Unreachable, follow
from joserfc.jwk import ECKey

from shared.auth.assertions import verify_assertion
from shared.auth.keys import SigningKey

BASE = "http://set.test"
Answering = Callable[[httpx.Request], httpx.Response]


def client(answering: Answering) -> Client:
    return Client(BASE, pause=lambda _: None, transport=httpx.MockTransport(answering))


def test_a_lost_answer_is_asked_for_again_with_the_same_key() -> None:
    keys: list[str] = []

    def answering(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) == 1:
            raise httpx.ReadError("cut")
        return httpx.Response(503 if len(keys) == 2 else 201, json={"receipt": "r"})

    assert client(answering).post("/intake/v1/public/submissions", {"content": "…"}) == {"receipt": "r"}
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_who_gets_no_answer_is_told_the_key_to_repeat_with() -> None:
    def answering(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("down")

    with pytest.raises(Unreachable) as caught:
        client(answering).post("/intake/v1/public/submissions", {}, key="mine")

    assert caught.value.key == "mine"


def test_a_refusal_is_its_code_and_is_not_repeated() -> None:
    asked: list[httpx.Request] = []

    def answering(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(412, json={"code": "version_conflict", "detail": "已被他人修改"})

    with pytest.raises(Refused) as caught:
        client(answering).act("/intake/v1/demands/1", "register", {"version": 7})

    assert (caught.value.status, caught.value.code) == (412, "version_conflict")
    assert [one.headers["If-Match"] for one in asked] == ['"7"']


def test_a_list_is_followed_to_its_end() -> None:
    pages: dict[str, Any] = {
        "": {"items": [1, 2], "next_cursor": "b"},
        "b": {"items": [3], "next_cursor": None},
    }

    def answering(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=pages[request.url.params.get("cursor", "")])

    assert list(client(answering).all("/intake/v1/demands", state="received")) == [1, 2, 3]


def test_the_feed_goes_on_from_where_it_stood() -> None:
    def answering(request: httpx.Request) -> httpx.Response:
        after = int(request.url.params["after"])
        events = [
            {"sequence": number, "type": "demand.closed", "subject": "x", "data": {}}
            for number in range(after + 1, min(after + 3, 6))
        ]
        return httpx.Response(200, json={"events": events, "next_after": min(after + 2, 5)})

    assert [one.after for one in follow(client(answering), "intake", 2, wait_s=0)] == [3, 4, 5]


async def test_the_service_accepts_its_proof_of_identity(tmp_path: Path) -> None:
    now = datetime.now(UTC)  # noqa: TID251 - the client lives in real time
    signer = SigningKey.create(tmp_path / "key.jwk", now)
    private = signer.private
    proofs: list[str] = []

    def answering(request: httpx.Request) -> httpx.Response:
        proofs.append(parse_qs(request.content.decode())["client_assertion"][0])
        return httpx.Response(200, json={"access_token": "t", "expires_in": 300})

    token = KeyToken(
        BASE, "hotline", private, "https://issuer.test", transport=httpx.MockTransport(answering)
    )
    assert [token("intake"), token("intake")] == ["t", "t"]
    assert len(proofs) == 1, "a token is kept while it is good"

    async def keys_of(client_id: str) -> dict[str, ECKey]:
        return {signer.kid: ECKey.import_key({**signer.public()})} if client_id == "hotline" else {}

    async def use_once(client_id: str, jti: str, expires_at: datetime) -> bool:
        return True

    proved = await verify_assertion(
        proofs[0], audience="https://issuer.test", keys_of=keys_of, use_once=use_once, at=now
    )
    assert proved == "hotline"
