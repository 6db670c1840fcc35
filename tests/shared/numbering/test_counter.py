"""Numbers have no gap and no double, whatever is rolled back and however many work at once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.db import Database
from shared.numbering import Number, next_number, void, voided
from shared.numbering.counter import NotANumber

NOW = datetime(2026, 3, 2, tzinfo=UTC)


async def take(database: Database, org: str = "city", kind: str = "report", year: int = 2026) -> Number:
    async with database.transaction() as tx:
        return await next_number(tx, org=org, kind=kind, year=year)


async def test_each_organ_kind_and_year_counts_for_itself(database: Database) -> None:
    numbers = [
        await take(database),
        await take(database),
        await take(database, kind="demand"),
        await take(database, org="district-1"),
        await take(database, year=2027),
    ]

    assert [str(number) for number in numbers] == [
        "city-report-2026-0001",
        "city-report-2026-0002",
        "city-demand-2026-0001",
        "district-1-report-2026-0001",
        "city-report-2027-0001",
    ]


async def test_a_rolled_back_number_is_given_to_the_next(database: Database) -> None:
    async def broken() -> None:
        async with database.transaction() as tx:
            await next_number(tx, org="city", kind="report", year=2026)
            raise RuntimeError("rolled back")

    await take(database)
    with pytest.raises(RuntimeError, match="rolled back"):
        await broken()

    assert (await take(database)).seq == 2


async def test_many_sessions_with_rollbacks_leave_no_gap_and_no_double(database: Database) -> None:
    random = Random(20260302)  # noqa: S311 - the same mixture every time
    plans = [random.random() for _ in range(80)]
    given_out: list[int] = []

    async def session(luck: float) -> None:
        seq = 0
        try:
            async with database.transaction() as tx:
                seq = (await next_number(tx, org="city", kind="clue", year=2026)).seq
                await asyncio.sleep(luck / 200)
                if luck < 0.4:
                    raise RuntimeError("rolled back")
        except RuntimeError:
            return
        given_out.append(seq)

    await asyncio.gather(*(session(luck) for luck in plans))

    kept = sum(luck >= 0.4 for luck in plans)
    assert sorted(given_out) == list(range(1, kept + 1))


async def test_a_void_number_stays_visible_and_is_not_given_again(database: Database) -> None:
    first = await take(database)
    async with database.transaction() as tx:
        await void(tx, first, ground="registered_twice", by="officer-1", at=NOW)

    async with database.reader() as reader:
        assert await voided(reader, org="city", kind="report", year=2026) == [first]
    assert (await take(database)).seq == 2


async def test_a_number_that_was_never_given_cannot_be_void(database: Database) -> None:
    await take(database)

    for seq in (0, 2):
        with pytest.raises(NotANumber, match="never given"):
            async with database.transaction() as tx:
                await void(tx, Number("city", "report", 2026, seq), ground="x", by="y", at=NOW)


@given(
    st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    st.from_regex(r"[a-z]{1,8}(_[a-z]{1,5})?", fullmatch=True),
    st.integers(2000, 2099),
    st.integers(1, 10_000_000),
)
def test_a_number_reads_back_as_it_was_written(org: str, kind: str, year: int, seq: int) -> None:
    number = Number(org, kind, year, seq)

    assert Number.parse(str(number)) == number


@pytest.mark.parametrize(
    "text", ["", "city-report-2026", "city-report-26-0001", "city-report-2026-1", "市-a-2026-0001"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        Number.parse(text)


@pytest.mark.parametrize(
    ("org", "kind"), [("City", "report"), ("city", "re-port"), ("", "report"), ("city", "")]
)
def test_parts_that_could_not_be_read_back_are_refused(org: str, kind: str) -> None:
    with pytest.raises(NotANumber):
        Number(org, kind, 2026, 1)
