"""Which of several database servers takes writes now: asked side by side, so that a silent one holds nobody up.

An address may name several: `postgresql://user:password@a:5432,b:5432,c:5432/name?target_session_attrs=read-write`.
The library asks one after the other; a machine that lost its power answers nobody, and every new connection would
wait for it in vain. Here whoever took the last connection is asked first, and the others a moment later.
"""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

HEAD_START_S = 0.25
Refusal = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


def each_of(dsn: str) -> list[str]:
    """Return one address for each server an address names; all else stays the same."""
    parts = urlsplit(dsn)
    login, at, places = parts.netloc.rpartition("@")
    return [urlunsplit(parts._replace(netloc=f"{login}{at}{place}")) for place in places.split(",")]


class Hosts:
    """The servers of one address, and which of them took the last connection."""

    def __init__(self, dsn: str) -> None:
        self._addresses = each_of(dsn)
        self._last = 0

    async def connect(self, _: str, **options: Any) -> asyncpg.Connection:
        """Connect to the server that takes what the address asks for; this is the pool's `connect`.

        Raises: one of `Refusal` when none does; a server's own word goes before "connection refused".
        """
        if len(self._addresses) == 1:
            return await asyncpg.connect(self._addresses[0], **options)
        asking = [asyncio.create_task(self._ask(number, options)) for number in range(len(self._addresses))]
        try:
            return await self._first(asking)
        finally:
            await _let_go(asking)

    async def _ask(self, number: int, options: dict[str, Any]) -> tuple[int, asyncpg.Connection]:
        if number != self._last:
            await asyncio.sleep(HEAD_START_S)
        return number, await asyncpg.connect(self._addresses[number], **options)

    async def _first(self, asking: list[asyncio.Task[tuple[int, asyncpg.Connection]]]) -> asyncpg.Connection:
        refusals: list[BaseException] = []
        waiting = set(asking)
        while waiting:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if (refusal := task.exception()) is None:
                    self._last, connection = task.result()
                    asking.remove(task)
                    return connection
                refusals.append(refusal)
        raise max(refusals, key=lambda one: isinstance(one, asyncpg.PostgresError))


async def connect(dsn: str, **options: Any) -> asyncpg.Connection:
    """Open one connection to the server that takes what the address asks for. Raises: one of `Refusal`.

    A standby that lags knows neither a new database nor a new password: its refusal is not the last word.
    """
    return await Hosts(dsn).connect(dsn, **options)


async def _let_go(asking: list[asyncio.Task[tuple[int, asyncpg.Connection]]]) -> None:
    """End what still asks, and close what was answered too late."""
    for task in asking:
        task.cancel()
    for late in await asyncio.gather(*asking, return_exceptions=True):
        if not isinstance(late, BaseException):
            late[1].terminate()
