"""The life of a gateway: services that die and come back, changed settings, a killed Envoy, a quiet end."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import ssl
from pathlib import Path

import pytest

from gateway.process import Envoy, EnvoyFailed
from gateway.settings import Settings

from tests.gateway.certificates import make_certificate
from tests.gateway.conftest import StartGateway
from tests.gateway.running import Running
from tests.gateway.wire import Answer, ask

pytestmark = pytest.mark.running


async def until(gateway: Running, path: str, status: int, within_s: float = 8) -> tuple[Answer, float]:
    """Ask until the answer has this status; return it and how long that took."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    while True:
        answer = await ask(gateway.port, path, headers=gateway.officer())
        if answer.status == status or loop.time() - start > within_s:
            return answer, loop.time() - start
        await asyncio.sleep(0.05)


def envoy_of(gateway: Running) -> int:
    lines = [line for line in gateway.written().splitlines() if '"envoy_live"' in line]
    return int(json.loads(lines[-1])["pid"])


async def test_a_dead_service_is_refused_at_once_and_comes_back_by_itself(gateway: Running) -> None:
    stub = gateway.stubs["rectification"]
    await stub.stop()
    answer, _ = await until(gateway, "/rectification/v1/x", 503)
    assert (answer.status, answer.json["code"]) == (503, "service_unavailable")
    assert int(answer.headers["retry-after"]) > 0
    state = await gateway.readiness()
    for _ in range(100):
        if state["degraded"]:
            break
        await asyncio.sleep(0.05)
        state = await gateway.readiness()
    assert state == {"status": "ready", "failed": {}, "degraded": {"rectification": "unreachable"}}
    assert (await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())).status == 200
    await stub.start()
    answer, took_s = await until(gateway, "/rectification/v1/x", 200)
    assert answer.status == 200
    assert took_s < 3


async def test_figures_of_envoy_are_on_the_management_port(gateway: Running) -> None:
    await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())
    answer = await ask(gateway.management_port, "/metrics")
    assert b"envoy_cluster_upstream_rq_total" in answer.body
    assert b"python_info" in answer.body


async def test_a_reload_changes_limits_and_drops_no_request(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    slow = asyncio.create_task(ask(gateway.port, "/casework/v1/slow", headers=gateway.officer()))
    gateway.settings_file.write_text("GATEWAY_CALLER_PER_S=nothing\n")
    gateway.process.send_signal(signal.SIGHUP)
    await gateway.settled('"reload_refused"')
    before = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())
    assert before.headers["ratelimit-policy"] == '"officer";q=2000;w=1'

    gateway.settings_file.write_text(
        "GATEWAY_CALLER_PER_S=1\nGATEWAY_ADDRESS_PER_S=1\nGATEWAY_LOGIN_PER_S=1\n"
    )
    gateway.process.send_signal(signal.SIGHUP)
    await until_told(gateway, '"officer";q=1;w=1')

    await each_caller_has_a_rate_of_his_own(gateway)
    assert not slow.done()
    gateway.stubs["casework"].release.set()
    assert (await slow).status == 200


async def until_told(gateway: Running, policy: str) -> None:
    for _ in range(100):
        answer = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())
        if answer.headers["ratelimit-policy"] == policy:
            return
        await asyncio.sleep(0.05)
    pytest.fail("not reloaded")


async def each_caller_has_a_rate_of_his_own(gateway: Running) -> None:
    async def at_once(path: str, *callers: dict[str, str], method: str = "GET") -> list[Answer]:
        return await asyncio.gather(
            *(ask(gateway.port, path, headers=who, method=method, body=b"a=b") for who in callers)
        )

    busy = await at_once("/casework/v1/x", *([gateway.officer("busy")] * 12))
    refused = [answer for answer in busy if answer.status == 429]
    assert 0 < len(refused) < len(busy)
    assert refused[0].json["code"] == "rate_limited"
    assert refused[0].headers["retry-after"] == "1"
    assert refused[0].headers["ratelimit"].startswith('"officer";r=0;t=')
    calm = await at_once("/casework/v1/x", *(gateway.officer(f"calm-{n}") for n in range(12)))
    assert {answer.status for answer in calm} == {200}
    forged = await at_once("/casework/v1/x", *({"Authorization": f"Bearer {n}"} for n in range(12)))
    assert 429 in {answer.status for answer in forged}
    logins = await at_once("/identity/v1/token", *([{}] * 12), method="POST")
    assert 429 in {answer.status for answer in logins}


async def test_a_page_of_a_named_origin_may_call_over_tls_from_behind_a_balancer(
    fresh_gateway: StartGateway, tmp_path: Path
) -> None:
    certificate, key = make_certificate(tmp_path)
    gateway = await fresh_gateway(
        GATEWAY_TLS_CERTIFICATE=str(certificate),
        GATEWAY_TLS_KEY=str(key),
        GATEWAY_CORS_ORIGINS='["https://app.example"]',
        GATEWAY_BALANCERS="1",
    )
    tls = ssl.create_default_context(cafile=certificate)
    allowed = {"Origin": "https://app.example"}

    question = {**allowed, "Access-Control-Request-Method": "POST"}
    may = await ask(gateway.port, "/casework/v1/cases", method="OPTIONS", headers=question, tls=tls)
    refused = await ask(gateway.port, "/casework/v1/cases", headers=allowed, tls=tls)
    stranger = await ask(gateway.port, "/casework/v1/x", headers={"Origin": "https://b.example"}, tls=tls)
    assert may.status == 200
    assert refused.status == 401
    for answer in (may, refused):
        assert answer.headers["access-control-allow-origin"] == "https://app.example"
    assert "access-control-allow-origin" not in stranger.headers

    told = {"X-Forwarded-For": "10.1.1.1, 10.2.2.2", "X-Forwarded-Proto": "https", **gateway.officer()}
    headers = (await ask(gateway.port, "/casework/v1/x", headers=told, tls=tls)).json["headers"]
    assert headers["x-forwarded-for"] == "10.2.2.2"


async def listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def test_a_request_under_way_is_answered_before_the_gateway_ends(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    slow = asyncio.create_task(ask(gateway.port, "/casework/v1/slow", headers=gateway.officer()))
    while not gateway.stubs["casework"].seen["GET /v1/slow"]:
        await asyncio.sleep(0.01)
    ending = asyncio.create_task(gateway.stop())
    async with asyncio.timeout(10):
        while await listens(gateway.port):
            await asyncio.sleep(0.05)
    assert not ending.done()
    gateway.stubs["casework"].release.set()
    assert (await slow).status == 200
    assert await ending == 0


async def test_a_killed_envoy_is_started_again_and_a_killed_gateway_leaves_none(
    fresh_gateway: StartGateway,
) -> None:
    gateway = await fresh_gateway()
    os.kill(envoy_of(gateway), signal.SIGKILL)
    await until_door(gateway, is_open=False)
    await until_door(gateway, is_open=True)
    await gateway.stop(signal.SIGKILL)
    await until_door(gateway, is_open=False)


async def until_door(gateway: Running, *, is_open: bool) -> None:
    for _ in range(300):
        try:
            answers = (await ask(gateway.port, "/intake/v1/public/x")).status == 200
        except (OSError, EOFError):
            answers = False
        if answers == is_open:
            return
        await asyncio.sleep(0.01)
    pytest.fail("opens never" if is_open else "still answers")


async def test_a_port_that_is_taken_is_named(gateway: Running, tmp_path: Path) -> None:
    envoy = Envoy(Settings(port=gateway.port, run_dir=tmp_path))
    with pytest.raises(EnvoyFailed, match=f"port {gateway.port}: is it taken"):
        await envoy.start()
    await envoy.stop()
