"""Password hashes: in threads, few at once, the same work for accounts that do not exist."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from identity.clients.passwords import LONGEST_QUEUE, Passwords, PasswordsBusy


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    made = Passwords(memory_kib=8192, rounds=1, slots=2)
    yield made
    made.close()


async def test_a_hash_fits_its_password_and_no_other(passwords: Passwords) -> None:
    stored = await passwords.hash("a quiet river town")

    assert stored.startswith("$argon2id$")
    assert await passwords.verify(stored, "a quiet river town")
    assert not await passwords.verify(stored, "a quiet river towm")


async def test_an_account_without_a_password_is_verified_and_never_fits(passwords: Passwords) -> None:
    assert not await passwords.verify(None, "nobody has this password")


async def test_what_is_no_hash_fits_nothing(passwords: Passwords) -> None:
    assert not await passwords.verify("not a hash", "whatever it is")


async def test_a_queue_that_is_full_refuses_before_any_work(passwords: Passwords) -> None:
    asked = [passwords.verify(None, "x") for _ in range(LONGEST_QUEUE + 8)]

    answers = await asyncio.gather(*asked, return_exceptions=True)

    assert sum(isinstance(answer, PasswordsBusy) for answer in answers) == 8


async def test_a_hash_made_with_other_settings_is_outdated(passwords: Passwords) -> None:
    weaker = Passwords(memory_kib=8192, rounds=2, slots=1)

    stored = await weaker.hash("a quiet river town")
    weaker.close()

    assert passwords.is_outdated(stored)
    assert not passwords.is_outdated(await passwords.hash("a quiet river town"))
