"""Rows of a sheet become fields: labels become codes, days become text, empty cells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from shared.sheets.columns import read_row, version_of

from tests.shared.sheets.books import COLUMNS, LABELS


def test_labels_and_codes_both_stand_for_codes() -> None:
    assert read_row(COLUMNS, {"kind": "街道"}, LABELS) == {"kind": "street"}
    assert read_row(COLUMNS, {"kind": "street"}, LABELS) == {"kind": "street"}


@pytest.mark.parametrize("cell", ["重点、一般", "重点;一般", " 重点； plain 、"])
def test_several_codes_stand_in_one_cell(cell: str) -> None:
    assert read_row(COLUMNS, {"tags": cell}, LABELS)["tags"] == ["focus", "plain"]


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 8, 30), "2026-03-02"),  # noqa: DTZ001 - a spreadsheet knows no zone
        ("2026-03-02", "2026-03-02"),
    ],
)
def test_days_come_as_dates_or_text(cell: Any, field: str) -> None:
    assert read_row(COLUMNS, {"opened_on": cell}, LABELS) == {"opened_on": field}


def test_numbers_lose_their_point_and_empty_cells_vanish() -> None:
    cells = {"name": 12345.0, "kind": "", "opened_on": None, "tags": "  "}

    assert read_row(COLUMNS, cells, LABELS) == {"name": "12345"}


@pytest.mark.parametrize(
    ("cell", "cents"),
    [("1,234.5", 123_450), (1234.56, 123_456), (80, 8_000), ("-3", -300), ("0.01", 1)],
)
def test_yuan_become_cents(cell: Any, cents: int) -> None:
    assert read_row(COLUMNS, {"amount": cell}, LABELS) == {"amount": cents}


@pytest.mark.parametrize("cell", ["十元", "1.234", "1.2.3", "1e5"])
def test_what_is_no_amount_is_left_for_the_check_to_refuse(cell: str) -> None:
    assert read_row(COLUMNS, {"amount": cell}, LABELS) == {"amount": cell}


def test_yes_and_no_are_words() -> None:
    assert read_row(COLUMNS, {"is_open": "是"}, LABELS) == {"is_open": True}
    assert read_row(COLUMNS, {"is_open": False}, LABELS) == {"is_open": False}
    assert read_row(COLUMNS, {"is_open": "也许"}, LABELS) == {"is_open": "也许"}


def test_two_words_in_a_cell_for_one_are_left_for_the_check_to_refuse() -> None:
    assert read_row(COLUMNS, {"kind": "街道、乡镇"}, LABELS) == {"kind": "街道、乡镇"}
    assert read_row(COLUMNS, {"kind": "、"}, LABELS) == {"kind": "、"}


def test_a_template_has_another_version_when_a_column_changes_and_the_same_when_a_note_does() -> None:
    name, *others = COLUMNS

    assert version_of([replace(name, note="简称也可"), *others]) == version_of(COLUMNS)
    assert version_of([replace(name, zh="全称"), *others]) != version_of(COLUMNS)
    assert version_of(others) != version_of(COLUMNS)
