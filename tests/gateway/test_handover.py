"""A gateway hands its door to the next one: whoever comes meanwhile, on whatever connection, is let in."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from gateway.handover import Handover, arguments, seats_taken

from tests.gateway.conftest import StartGateway
from tests.gateway.running import Running, free_ports
from tests.gateway.wire import ask

pytestmark = pytest.mark.running


async def call(gateway: Running, answered: Counter[str], told: asyncio.Event) -> None:
    """Come again and again, each time on a new connection, and note what happens."""
    officer = gateway.officer()
    while not told.is_set():
        try:
            answer = await ask(gateway.port, "/casework/v1/cases", headers=officer)
            answered[str(answer.status)] += 1
        except (OSError, EOFError) as error:
            answered[type(error).__name__] += 1
        await asyncio.sleep(0.005)


async def test_nobody_is_refused_while_the_door_changes_hands(fresh_gateway: StartGateway) -> None:
    first = await fresh_gateway(GATEWAY_HANDOVER="give", GATEWAY_DRAIN_S="2")
    answered, told = Counter[str](), asyncio.Event()
    callers = [asyncio.create_task(call(first, answered, told)) for _ in range(4)]
    slow = asyncio.create_task(ask(first.port, "/casework/v1/slow", headers=first.officer()))
    assert len(seats_taken(first.port)) == 1

    second = await first.next()
    first.stubs["casework"].release.set()
    assert await first.stop() == 0
    third = await second.next()
    assert await second.stop() == 0
    before = answered.total()
    await asyncio.sleep(0.5)
    told.set()
    await asyncio.gather(*callers)

    assert set(answered) == {"200"}
    assert answered.total() > before, "the third one serves"
    assert (await slow).status == 200
    assert len(seats_taken(first.port)) == 1
    assert await third.stop() == 0
    assert seats_taken(first.port) == []


async def test_a_door_is_taken_only_on_purpose(fresh_gateway: StartGateway) -> None:
    first = await fresh_gateway(GATEWAY_HANDOVER="give")
    with pytest.raises(AssertionError, match="cannot listen"):
        await first.next(Handover.GIVE)
    assert (await ask(first.port, "/casework/v1/cases", headers=first.officer())).status == 200


def test_who_takes_a_door_that_nobody_has_opens_it() -> None:
    (port,) = free_ports(1)
    assert arguments(Handover.TAKE, port, 10)[:4] == ["--base-id", str(port), "--restart-epoch", "0"]
    assert arguments(Handover.NO, port, 10)[0] == "--disable-hot-restart"
