"""Argon2id in a few threads: at most so many at once, and only a short queue, so that log-ins cannot stop the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LONGEST_QUEUE = 32

T = TypeVar("T")


class PasswordsBusy(Exception):
    """Too many log-ins wait already."""

    code = "overloaded"


class Passwords:
    """Hashes and verifies passwords. Work for an account that does not exist takes as long as for one that does."""

    def __init__(self, *, memory_kib: int, rounds: int, slots: int) -> None:
        self._hasher = PasswordHasher(time_cost=rounds, memory_cost=memory_kib, parallelism=1)
        self._threads = ThreadPoolExecutor(slots, thread_name_prefix="argon2")
        self._waiting = 0
        self._nobody = self._hasher.hash("nobody has this password")

    async def hash(self, password: str) -> str:
        """Return the hash to store. Raises: PasswordsBusy."""
        return await self._run(self._hasher.hash, password)

    async def hash_all(self, passwords: Sequence[str]) -> list[str]:
        """Return a hash for each, however many; for set-up, not for requests."""
        loop = asyncio.get_running_loop()
        hashing = [loop.run_in_executor(self._threads, self._hasher.hash, one) for one in passwords]
        return list(await asyncio.gather(*hashing))

    async def verify(self, stored: str | None, password: str) -> bool:
        """Say whether the password fits; None stands for an account without one. Raises: PasswordsBusy."""
        fits = await self._run(self._verify, stored or self._nobody, password)
        return fits and stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Say whether the hash was made with other settings than today's."""
        return self._hasher.check_needs_rehash(stored)

    def close(self) -> None:
        """Let the threads go without waiting for them."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _verify(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[..., T], *arguments: str) -> T:
        if self._waiting >= LONGEST_QUEUE:
            raise PasswordsBusy
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)
        finally:
            self._waiting -= 1
