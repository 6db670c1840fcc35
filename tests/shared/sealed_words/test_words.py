"""Sealed texts are found by their pairs; the numbers kept for it tell a reader of the database next to nothing."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from shared.db import Database, Scope
from shared.sealed_words import words
from shared.sealed_words.tables import sealed_words
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create
from shared.sealing.seals import Seals

OFFICER = Scope("officer", "somebody")


@pytest.fixture
def seals(tmp_path: Path) -> Seals:
    create(tmp_path / "ring.json")
    return Seals(LocalKeyRing(tmp_path / "ring.json"))


async def kept(database: Database, seals: Seals, group: str, *texts: str) -> UUID:
    identity = uuid4()
    async with database.transaction(OFFICER) as tx:
        await words.keep(tx, seals, identity, group, *texts)
    return identity


async def found(
    database: Database, seals: Seals, text: str, group: str = "content", scope: Scope = OFFICER
) -> set[UUID]:
    column = sealed_words.c.object_id
    async with database.reader(scope) as reader:
        rows = await reader.all(sa.select(column).where(words.may_hold(seals, column, group, text)))
    return {row["object_id"] for row in rows}


async def test_a_text_is_found_by_its_pairs_in_its_group_only(database: Database, seals: Seals) -> None:
    lamp = await kept(database, seals, "content", "小区门口的路灯坏了两周")
    await kept(database, seals, "content", "农民工工资没有发放")
    await kept(database, seals, "subjects", "路灯管理所")

    assert await found(database, seals, "路灯") == {lamp}
    assert await found(database, seals, "路灯坏了 小区") == {lamp}
    assert await found(database, seals, "路灯修好") == set()
    assert await found(database, seals, "路灯", "reporter") == set()


async def test_one_character_is_too_little_to_look_for(database: Database, seals: Seals) -> None:
    await kept(database, seals, "content", "路")

    assert await found(database, seals, "路") == set()
    assert await found(database, seals, "……") == set()


async def test_a_changed_text_is_found_by_what_it_says_now_and_an_erased_one_no_more(
    database: Database, seals: Seals
) -> None:
    identity = await kept(database, seals, "content", "路灯坏了")
    async with database.transaction(OFFICER) as tx:
        await words.keep(tx, seals, identity, "content", "井盖丢了")

    assert await found(database, seals, "路灯") == set()
    assert await found(database, seals, "井盖") == {identity}
    async with database.transaction(OFFICER) as tx:
        await words.forget(tx, identity)
    assert await found(database, seals, "井盖") == set()


async def test_the_numbers_of_a_pair_differ_between_groups_and_between_deployments(
    database: Database, seals: Seals, tmp_path: Path
) -> None:
    create(tmp_path / "other.json")
    other = Seals(LocalKeyRing(tmp_path / "other.json"))
    for one, group in ((seals, "content"), (seals, "subjects"), (other, "content")):
        await kept(database, one, group, "路灯井盖工资证书拖欠")

    async with database.reader(OFFICER) as reader:
        rows = await reader.all(sa.select(sealed_words.c.numbers))

    assert len({tuple(row["numbers"]) for row in rows}) == 3
    assert all(0 <= number < 2**words.BITS for row in rows for number in row["numbers"])


async def test_dozens_of_pairs_share_each_number(seals: Seals) -> None:
    han = [chr(code) for code in range(0x4E00, 0x4E00 + 700)]
    pairs = [first + second for first in han for second in han]

    numbers = [words._numbers(seals, "content", [pair]).pop() for pair in pairs[:50_000]]

    assert len(set(numbers)) < 2**words.BITS
    assert len(numbers) / len(set(numbers)) > 3


async def test_neither_the_public_surface_nor_another_service_reads_the_numbers(
    database: Database, seals: Seals
) -> None:
    await kept(database, seals, "content", "路灯坏了")

    for kind in ("public", "service"):
        assert await found(database, seals, "路灯", scope=Scope(kind, "x")) == set()
