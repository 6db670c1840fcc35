"""The directory in memory: read again when old, but never inside a transaction, which has its connection already."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from shared.db import Database
from shared.directory import cache
from shared.directory.cache import DirectoryCache
from shared.directory.tables import directory


async def add(database: Database, code: str, **names: str) -> None:
    async with database.transaction() as tx:
        await tx.run(sa.insert(directory).values(code=code, path=code, kind="bureau", is_open=True, **names))


async def test_inside_a_transaction_what_was_read_ahead_is_used_however_old(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add(database, "bureau-1")
    known = DirectoryCache(database)
    await known.read_ahead()
    await add(database, "bureau-2")
    monkeypatch.setattr(cache, "KEEP_S", -1.0)

    async with database.transaction():
        assert await known.codes_of_kind("bureau") == ["bureau-1"]

    assert await known.codes_of_kind("bureau") == ["bureau-1", "bureau-2"]


async def test_who_did_not_read_ahead_is_told_so(database: Database) -> None:
    known = DirectoryCache(database)

    async with database.transaction():
        with pytest.raises(RuntimeError, match="already open"):
            await known.kind_of("bureau-1")


async def test_who_was_never_told_a_name_is_called_by_the_code(database: Database) -> None:
    await add(database, "bureau-1", name="住建局", name_en="Housing Bureau")
    await add(database, "bureau-2", name="卫健委")
    await add(database, "bureau-3")

    assert [one[2:4] for one in await DirectoryCache(database).of_kind("bureau")] == [
        ("住建局", "Housing Bureau"),
        ("卫健委", "卫健委"),
        ("bureau-3", "bureau-3"),
    ]


async def test_a_place_is_called_by_its_own_name_or_by_that_of_who_is_responsible(database: Database) -> None:
    await add(
        database, "bureau-1", name="青溪区纪委监委", place_name="青溪区", place_name_en="Qingxi District"
    )
    await add(database, "bureau-2", name="临澜区纪委监委", name_en="Linlan District Commission")

    assert [(one.place, one.place_en) for one in await DirectoryCache(database).of_kind("bureau")] == [
        ("青溪区", "Qingxi District"),
        ("临澜区纪委监委", "Linlan District Commission"),
    ]
