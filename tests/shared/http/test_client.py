from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from shared.auth.actor import PUBLIC, SYSTEM, Actor
from shared.db import Database
from shared.http import trace
from shared.http.client import Rejected, ServiceClient, Unavailable, Wire

OFFICER = Actor("officer", "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11", token_id="t1")
Answering = Callable[[httpx.Request], httpx.Response]


class ReportOut(Wire):
    id: str
    state: str


class HouseTokens:
    """Tokens that say whom they speak for."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def own(self, audience: str) -> str:
        return f"own-for-{audience}"

    async def on_behalf(self, actor: Actor, audience: str) -> str:
        return f"{actor.token_id}-for-{audience}"

    def forget(self, token: str) -> None:
        self.forgotten.append(token)


@dataclass
class Neighbour:
    """Another service, as its answers: a status, a response or an error for each call, the last one for ever."""

    answers: list[Any]
    seen: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        answer = self.answers[min(len(self.seen), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):
            return answer
        return httpx.Response(answer, json={"id": "r", "state": "accepted", "unheard_of": 1})


def client(neighbour: Answering, **options: Any) -> ServiceClient:
    return ServiceClient(
        "intake",
        "http://intake.test",
        HouseTokens(),
        transport=httpx.MockTransport(neighbour),
        jitter=lambda low, high: 0.0,
        **options,
    )


async def test_an_answer_is_read_tolerantly() -> None:
    async with client(Neighbour([200])) as intake:
        report = await intake.get("/v1/reports/r", ReportOut, params={"q": "a b"})

    assert report == ReportOut(id="r", state="accepted")


@pytest.mark.parametrize("actor", [None, SYSTEM, PUBLIC, Actor("service", "casework")])
async def test_without_an_officer_the_service_speaks_for_itself(actor: Actor | None) -> None:
    neighbour = Neighbour([200])
    async with client(neighbour) as intake:
        await intake.get("/v1/reports/r", ReportOut, actor=actor)

    assert neighbour.seen[0].headers["authorization"] == "Bearer own-for-intake"


async def test_an_officer_stays_the_subject_of_the_call() -> None:
    neighbour = Neighbour([200])
    async with client(neighbour) as intake:
        await intake.get("/v1/reports/r", ReportOut, actor=OFFICER)

    assert neighbour.seen[0].headers["authorization"] == "Bearer t1-for-intake"


async def test_a_write_carries_its_key_its_version_and_json() -> None:
    neighbour = Neighbour([200])
    async with client(neighbour) as intake:
        await intake.post("/v1/reports/r/close", {"reason": "了结"}, ReportOut, key="k-1", if_match=7)
    (sent,) = neighbour.seen

    assert sent.headers["idempotency-key"] == "k-1"
    assert sent.headers["if-match"] == '"7"'
    assert sent.headers["content-type"] == "application/json"
    assert sent.content.decode() == '{"reason":"了结"}'


async def test_the_trace_of_the_served_request_is_passed_on() -> None:
    neighbour = Neighbour([200])
    served = trace.Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01", "request-1")
    token = trace.current.set(served)
    async with client(neighbour) as intake:
        await intake.get("/v1/reports/r", ReportOut)
    trace.current.reset(token)

    assert neighbour.seen[0].headers["traceparent"] == served.traceparent
    assert neighbour.seen[0].headers["x-request-id"] == "request-1"


@pytest.mark.parametrize("fault", [502, 503, 504, httpx.ConnectError("no"), httpx.ReadError("cut")])
async def test_an_idempotent_call_is_repeated_once_it_may_be(fault: Any) -> None:
    neighbour = Neighbour([fault, 200])
    async with client(neighbour) as intake:
        await intake.get("/v1/reports/r", ReportOut)

    assert len(neighbour.seen) == 2


async def test_a_repeated_write_carries_the_same_key() -> None:
    neighbour = Neighbour([502, 200])
    async with client(neighbour) as intake:
        await intake.post("/v1/reports", {}, ReportOut, key="k-1")

    assert [request.headers["idempotency-key"] for request in neighbour.seen] == ["k-1", "k-1"]


async def test_a_call_is_repeated_at_most_twice() -> None:
    neighbour = Neighbour([502])
    async with client(neighbour) as intake:
        for _ in range(12):
            intake._budget.earn()
        with pytest.raises(Unavailable):
            await intake.get("/v1/reports/r", ReportOut)

    assert len(neighbour.seen) == 3


async def test_what_is_not_idempotent_is_sent_once() -> None:
    neighbour = Neighbour([502])
    async with client(neighbour) as intake:
        with pytest.raises(Unavailable):
            await intake.call("POST", "/v1/reports/_search", ReportOut, body={})

    assert len(neighbour.seen) == 1


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503, headers={"Retry-After": "2"}),
        httpx.Response(429, headers={"Retry-After": "2"}),
        httpx.Response(500),
        httpx.Response(302, headers={"Location": "http://evil.test/"}),
    ],
)
async def test_who_asks_to_be_left_alone_or_leads_astray_is_not_called_again(answer: httpx.Response) -> None:
    neighbour = Neighbour([answer])
    async with client(neighbour) as intake:
        with pytest.raises(Unavailable):
            await intake.get("/v1/reports/r", ReportOut)

    assert len(neighbour.seen) == 1


async def test_a_refusal_tells_its_code() -> None:
    refusal = httpx.Response(409, json={"code": "sign_off_pending", "status": 409})
    async with client(Neighbour([refusal])) as intake:
        with pytest.raises(Rejected) as refused:
            await intake.get("/v1/reports/r", ReportOut)

    assert (refused.value.code, refused.value.status) == ("sign_off_pending", 409)


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"code": 7}'])
async def test_a_refusal_without_a_code_is_still_a_refusal(content: bytes) -> None:
    async with client(Neighbour([httpx.Response(404, content=content)])) as intake:
        with pytest.raises(Rejected) as refused:
            await intake.get("/v1/reports/r", ReportOut)

    assert refused.value.code == "unexplained"


async def test_a_token_that_was_refused_is_dropped() -> None:
    tokens = HouseTokens()
    transport = httpx.MockTransport(Neighbour([401]))
    async with ServiceClient("intake", "http://intake.test", tokens, transport=transport) as intake:
        with pytest.raises(Rejected):
            await intake.get("/v1/reports/r", ReportOut)

    assert tokens.forgotten == ["own-for-intake"]


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"id": 1}', b'{"id": "r"}', b"[" * 10_000])
async def test_an_answer_of_another_form_counts_as_no_answer(content: bytes) -> None:
    async with client(Neighbour([httpx.Response(200, content=content)])) as intake:
        with pytest.raises(Unavailable):
            await intake.get("/v1/reports/r", ReportOut)


async def test_an_answer_that_does_not_end_is_cut_off() -> None:
    endless = httpx.Response(200, content=b'{"id":"' + b"x" * 5000 + b'"}')
    async with client(Neighbour([endless]), largest_answer=1000) as intake:
        with pytest.raises(Unavailable, match="large"):
            await intake.get("/v1/reports/r", ReportOut)


async def test_a_failing_service_is_left_alone_and_tried_again_later() -> None:
    now = [0.0]
    neighbour = Neighbour([500])
    async with client(neighbour, now=lambda: now[0]) as intake:
        for _ in range(25):
            with pytest.raises(Unavailable):
                await intake.get("/v1/reports/r", ReportOut)
        assert intake.breaker.is_open
        assert len(neighbour.seen) == 20

        now[0], neighbour.answers = 5.0, [200]
        for _ in range(3):
            await intake.get("/v1/reports/r", ReportOut)

        assert not intake.breaker.is_open


async def test_refusals_do_not_open_the_breaker() -> None:
    async with client(Neighbour([404])) as intake:
        for _ in range(40):
            with pytest.raises(Rejected):
                await intake.get("/v1/reports/r", ReportOut)

        assert not intake.breaker.is_open


async def test_no_call_is_made_while_a_transaction_is_open(database: Database) -> None:
    neighbour = Neighbour([200])
    async with client(neighbour) as intake:
        for block in (database.transaction, database.reader):
            async with block():
                with pytest.raises(RuntimeError, match="transaction"):
                    await intake.get("/v1/reports/r", ReportOut)

    assert neighbour.seen == []


@pytest.mark.parametrize("path", ["http://evil.test/", "v1/reports", ""])
async def test_only_paths_are_called(path: str) -> None:
    async with client(Neighbour([200])) as intake:
        with pytest.raises(ValueError, match="no path"):
            await intake.get(path, ReportOut)


@asynccontextmanager
async def silent_service() -> AsyncIterator[str]:
    """A service that takes connections and never answers."""

    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)
        writer.close()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def test_a_silent_service_is_waited_for_no_longer_than_the_limit() -> None:
    async with silent_service() as address, ServiceClient("intake", address, total_s=0.3) as intake:
        began_at = time.monotonic()
        with pytest.raises(Unavailable, match="in time"):
            await intake.get("/v1/reports/r", ReportOut)

    assert 0.25 < time.monotonic() - began_at < 0.6


async def test_a_dead_service_is_noticed_at_once() -> None:
    async with ServiceClient("intake", "http://127.0.0.1:1") as intake:
        began_at = time.monotonic()
        with pytest.raises(Unavailable):
            await intake.get("/v1/reports/r", ReportOut)

    assert time.monotonic() - began_at < 1.5


async def test_proxy_settings_of_the_environment_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    async with ServiceClient("intake", "http://127.0.0.1:2") as intake:
        assert not intake._http._mounts
