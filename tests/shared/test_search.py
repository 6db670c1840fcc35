"""Searches find exactly what a person typed, in Chinese, mixed and rare text."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.postgresql import TSVECTOR

from shared import search
from shared.db import Database, Transaction

notes = sa.Table(
    "notes",
    sa.MetaData(),
    sa.Column("id", sa.Integer),
    sa.Column("text", sa.Text),
    sa.Column("vector", TSVECTOR),
)

TEXTS = {
    1: "海州镇的低保补贴没有发放",
    2: "补助款被截留，贴息贷款正常",
    3: "危房改造户：𠮷野家的王𬱖反映",
    4: "房屋漏雨，物业不管",
    5: "合同编号HT-2026_08已签，折扣100%",
    6: "ＡＢＣ公司拖欠ＸＹＺ农民工工资１２３４元",
    7: "巡察工作正常，后来整改到位",
    8: "巡察整改情况",
    9: "路径C:\\temp与O'Brien先生",
    10: "低保\u200b补贴名单",
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def shelf(module_database: Database) -> AsyncIterator[Transaction]:
    """A table of notes that vanishes with the transaction."""
    async with module_database.transaction() as tx:
        await tx.run(sa.text("CREATE TEMP TABLE notes (id int, text text, vector tsvector) ON COMMIT DROP"))
        await tx.run(sa.text("CREATE INDEX ON notes USING gin (vector)"))
        for number, text in TEXTS.items():
            tx.add(notes, id=number, text=text, vector=search.tsvector(text))
        await tx.flush()
        yield tx


async def found(tx: Transaction, typed: str) -> set[int]:
    query = search.parse(typed)
    if query is None:
        return set()
    rows = await tx.all(sa.select(notes.c.id).where(search.matches(query, notes.c.vector, notes.c.text)))
    return {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("补贴", {1, 10}),  # not 2, where the characters stand apart
        ("房", {3, 4}),  # one character
        ("巡察整改", {8}),  # not 7, which has both words apart
        ("巡察 整改", {7, 8}),  # words apart must both be found
        ("低保补贴", {1, 10}),  # an invisible character does not hide a text
        ("ABC公司", {6}),
        ("ａｂｃ", {6}),  # full width and case are folded
        ("1234元", {6}),
        ("HT-2026_08", {5}),
        ("HT-2026X08", set()),  # `_` is not a wildcard
        ("100%", {5}),
        ("%", set()),
        ("C:\\temp", {9}),
        ("o'brien", {9}),
        ("没有这样的话", set()),
        ("   ", set()),
    ],
)
async def test_a_search_finds_what_was_typed(shelf: Transaction, typed: str, expected: set[int]) -> None:
    assert await found(shelf, typed) == expected


@pytest.mark.parametrize("typed", ["𠮷", "王𬱖", "𠮷野家", "王𬱖反映"])
async def test_rare_characters_beyond_the_basic_plane_are_found(shelf: Transaction, typed: str) -> None:
    assert await found(shelf, typed) == {3}


async def test_postgresql_stores_the_lexemes_that_were_made(shelf: Transaction) -> None:
    stored = await shelf.scalar(sa.select(sa.func.tsvector_to_array(notes.c.vector)).where(notes.c.id == 9))
    made_there = sa.func.array_to_tsvector(sa.cast(search.lexemes(TEXTS[9]), sa.ARRAY(sa.Text)))
    same = await shelf.scalar(sa.select(made_there == notes.c.vector).where(notes.c.id == 9))

    assert sorted(stored) == search.lexemes(TEXTS[9])
    assert same


def test_a_run_gives_every_character_and_every_pair() -> None:
    assert search.lexemes("危房改") == sorted(["危", "房", "改", "危房", "房改"])


def test_several_texts_do_not_make_pairs_across_their_border() -> None:
    assert "甲乙" not in search.lexemes("甲", "乙", None)


def test_a_word_is_kept_whole_and_in_lower_case() -> None:
    assert search.lexemes("Hello 世Ab9") == ["ab9", "hello", "世"]


def test_text_without_letters_cannot_be_searched() -> None:
    assert search.parse("？！…  -- ") is None


def test_like_takes_escaped_text_literally() -> None:
    assert search.escape_like("50%_\\") == "50\\%\\_\\\\"


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4E0F), min_size=1, max_size=12)


@given(HAN, HAN)
def test_what_contains_the_typed_characters_is_always_a_candidate(text: str, typed: str) -> None:
    query = search.parse(typed)
    assert query is not None

    is_candidate = set(query.lexemes) <= set(search.lexemes(text))

    assert is_candidate or typed not in text


@given(HAN, HAN)
def test_pairs_decide_alone_only_when_they_are_enough(text: str, typed: str) -> None:
    query = search.parse(typed)
    assert query is not None

    is_candidate = set(query.lexemes) <= set(search.lexemes(text))

    if is_candidate and not query.phrases:
        assert typed in text
