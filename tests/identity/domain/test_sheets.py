"""Rows of a sheet become fields: labels become codes, days become text, empty cells nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from identity.domain.sheets import OFFICERS, ORGANISATIONS, read_row

LABELS = {
    "role": {"承办人": "handler", "信访室干部": "petition_officer"},
    "relation": {"内设": "unit", "下级": "organ"},
    "organisation_kind": {"信访室": "petition_office"},
}


def test_labels_and_codes_both_stand_for_codes() -> None:
    by_label = read_row(ORGANISATIONS, {"relation": "下级", "kind": "信访室"}, LABELS)
    by_code = read_row(ORGANISATIONS, {"relation": "organ", "kind": "petition_office"}, LABELS)

    assert by_label == by_code == {"relation": "organ", "kind": "petition_office"}


@pytest.mark.parametrize("cell", ["承办人、信访室干部", "承办人;信访室干部", " 承办人； petition_officer 、"])
def test_several_roles_stand_in_one_cell(cell: str) -> None:
    assert read_row(OFFICERS, {"roles": cell}, LABELS)["roles"] == ["handler", "petition_officer"]


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 8, 30), "2026-03-02"),  # noqa: DTZ001 - a spreadsheet knows no zone
        ("2026-03-02", "2026-03-02"),
    ],
)
def test_days_come_as_dates_or_text(cell: Any, field: str) -> None:
    assert read_row(OFFICERS, {"joined_on": cell}, LABELS) == {"joined_on": field}


def test_numbers_lose_their_point_and_empty_cells_vanish() -> None:
    assert read_row(OFFICERS, {"login": 12345.0, "name": " 甘棠 ", "position": "", "ends_on": None}, LABELS) == {
        "login": "12345", "name": "甘棠",
    }  # fmt: skip


def test_a_cell_of_separators_only_is_left_for_the_check_to_refuse() -> None:
    assert read_row(ORGANISATIONS, {"kind": "、"}, LABELS) == {"kind": "、"}
