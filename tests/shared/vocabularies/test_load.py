"""Lists are read from TOML; a file that is not a list is refused with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shared.vocabularies import InvalidVocabulary, load_folder
from shared.vocabularies.load import read_list

COLOURS = """
name_zh = "颜色"
name_en = "Colour"
entries = [
    { code = "red", name_zh = "红", name_en = "Red", source = "P" },
    { code = "blue", name_zh = "蓝", name_en = "Blue", source = "P", sort = 5, valid_from = 2026-01-01 },
]
"""


def test_entries_keep_the_order_of_the_file_unless_they_say_otherwise() -> None:
    colours = read_list("colour", COLOURS)

    assert [(entry.code, entry.sort) for entry in colours.entries] == [("blue", 5), ("red", 10)]
    assert colours.entries[0].valid_from == date(2026, 1, 1)


def test_a_folder_is_read_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "colour.toml").write_text(COLOURS, encoding="utf-8")
    (tmp_path / "README.md").write_text("not a list", encoding="utf-8")
    (tmp_path / "index").mkdir()

    assert list(load_folder(tmp_path)) == ["colour"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name_zh = ", "colour: "),
        ('name_en = "Colour"\nentries = []', "colour: 'name_zh' is missing"),
        (COLOURS + 'colour = "grey"', "colour: unknown key colour"),
        (COLOURS.replace("sort = 5", "rank = 5"), "colour, entry 2: .*rank"),
        (COLOURS.replace('name_zh = "红", ', ""), "colour, entry 1: .*name_zh"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(InvalidVocabulary, match=problem):
        read_list("colour", text)
