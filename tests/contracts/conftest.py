"""Services that speak to each other without sockets, each on a database of its own, at the same time of day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

import pytest_asyncio

from huiying.generated import spec_of
from shared.auth.actor import Actor
from shared.auth.secrecy import SecrecyLevel
from shared.clock import FakeClock

from tests.conftest import MakeAccess
from tests.support.cast import actor
from tests.support.house import House, open_house

OpenHouses = Callable[..., Awaitable[list[House]]]


@dataclass
class HouseTokens:
    """Tokens as identity would give them: the service's own, or the officer's."""

    house: House
    service: str

    async def own(self, audience: str) -> str:
        cleared = SecrecyLevel.WORK_SECRET
        return self.house.token(Actor(kind="service", id=self.service, login=self.service, clearance=cleared))

    async def on_behalf(self, who: Actor, audience: str) -> str:
        return self.house.token(replace(actor(who.login), acting=self.service))

    def forget(self, token: str) -> None:
        """Tokens of the test never wear out."""


@pytest_asyncio.fixture
async def open_houses(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[OpenHouses]:
    """A function that opens services by name, and returns them in this order."""
    async with AsyncExitStack() as stack:

        async def open_all(*services: str) -> list[House]:
            houses = []
            for service in services:
                folder = tmp_path / service
                folder.mkdir()
                settings = import_module(f"{service}.settings").Settings
                opening = open_house(spec_of(service), settings, await make_access(service), folder, clock)
                houses.append(await stack.enter_async_context(opening))
            return houses

        yield open_all
