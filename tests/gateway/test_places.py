"""What is more than a service has places for is refused at the gateway at once, and shuts no reserved door."""

from __future__ import annotations

import asyncio

import pytest

from tests.gateway.conftest import StartGateway
from tests.gateway.wire import ask

pytestmark = pytest.mark.running
PLACES = 3


async def test_the_next_one_is_refused_at_once_and_the_public_is_not(fresh_gateway: StartGateway) -> None:
    gateway = await fresh_gateway(GATEWAY_REQUESTS_PER_PROCESS=str(PLACES))
    officer, stub = gateway.officer(), gateway.stubs["intake"]
    slow = [asyncio.create_task(ask(gateway.port, "/intake/v1/slow", headers=officer)) for _ in range(PLACES)]
    async with asyncio.timeout(5):
        while stub.seen["GET /v1/slow"] < PLACES:
            await asyncio.sleep(0.01)

    async with asyncio.timeout(1):
        refused = await ask(gateway.port, "/intake/v1/reports", headers=officer)
        reported = await ask(gateway.port, "/intake/v1/public/options")
    assert (refused.status, refused.json["code"]) == (503, "overloaded")
    assert int(refused.headers["retry-after"]) >= 1
    assert stub.seen["GET /v1/reports"] == 0
    assert reported.status == 200

    stub.release.set()
    assert {answer.status for answer in await asyncio.gather(*slow)} == {200}
    assert (await ask(gateway.port, "/intake/v1/reports", headers=officer)).status == 200
