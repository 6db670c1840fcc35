"""The life of a gateway: services that die and come back, changed settings, a killed Envoy, a quiet end."""

from __future__ import annotations

import asyncio
import json
import os
import signal

import pytest

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


async def test_each_caller_has_a_rate_of_his_own_and_a_reload_changes_it(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    slow = asyncio.create_task(ask(gateway.port, "/casework/v1/slow", headers=gateway.officer()))
    gateway.settings_file.write_text(
        "GATEWAY_CALLER_PER_S=1\nGATEWAY_ADDRESS_PER_S=1\nGATEWAY_LOGIN_PER_S=1\n"
    )
    gateway.process.send_signal(signal.SIGHUP)
    await gateway.settled('"reloaded"')
    await asyncio.sleep(0.3)

    busy = [await ask(gateway.port, "/casework/v1/x", headers=gateway.officer("busy")) for _ in range(5)]
    assert busy[0].status == 200
    assert busy[-1].status == 429
    assert busy[-1].json["code"] == "rate_limited"
    assert busy[-1].headers["retry-after"] == "1"
    assert busy[-1].headers["ratelimit"] == '"officer";r=0;t=1'
    calm = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer("calm"))
    assert calm.status == 200
    forged = [
        await ask(gateway.port, "/casework/v1/x", headers={"Authorization": f"Bearer {n}"}) for n in range(5)
    ]
    assert forged[-1].status == 429
    logins = [await ask(gateway.port, "/identity/v1/token", method="POST", body=b"a=b") for _ in range(5)]
    assert logins[-1].status == 429

    assert not slow.done()
    gateway.stubs["casework"].release.set()
    assert (await slow).status == 200


async def test_a_mistake_in_the_settings_leaves_everything_as_it_was(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    gateway.settings_file.write_text("GATEWAY_CALLER_PER_S=nothing\n")
    gateway.process.send_signal(signal.SIGHUP)
    await gateway.settled('"reload_refused"')
    answer = await ask(gateway.port, "/casework/v1/x", headers=gateway.officer())
    assert answer.status == 200
    assert '"officer";q=2000' in answer.headers["ratelimit-policy"]


async def test_a_request_under_way_is_answered_before_the_gateway_ends(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    slow = asyncio.create_task(ask(gateway.port, "/casework/v1/slow", headers=gateway.officer()))
    while not gateway.stubs["casework"].seen["GET /v1/slow"]:
        await asyncio.sleep(0.01)
    ending = asyncio.create_task(gateway.stop())
    await asyncio.sleep(0.5)
    with pytest.raises(OSError, match="Connect call failed"):
        await ask(gateway.port, "/casework/v1/x")
    assert not ending.done()
    gateway.stubs["casework"].release.set()
    assert (await slow).status == 200
    assert await ending == 0


async def test_an_envoy_that_was_killed_is_started_again(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    os.kill(envoy_of(gateway), signal.SIGKILL)
    for _ in range(100):
        await asyncio.sleep(0.05)
        try:
            answer = await ask(gateway.port, "/intake/v1/public/x")
        except OSError:
            continue
        if answer.status == 200:
            break
    else:
        pytest.fail("not started again")
    assert '"envoy_died"' in gateway.written()


async def test_when_the_gateway_is_killed_its_envoy_ends_too(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway()
    await gateway.stop(signal.SIGKILL)
    for _ in range(100):
        try:
            await ask(gateway.port, "/intake/v1/public/x")
        except OSError:
            return
        await asyncio.sleep(0.05)
    pytest.fail("Envoy still answers")


async def test_a_port_that_is_taken_ends_the_gateway_with_a_reason(
    gateway: Running, fresh_gateway: StartGateway
) -> None:
    with pytest.raises(AssertionError, match=f"port {gateway.port}: is it taken"):
        await fresh_gateway(GATEWAY_PORT=str(gateway.port))
