"""A list taken away opens safely: texts are texts, days are days, and each page says who took it and when."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from shared.sheets.columns import Column, Kind
from shared.sheets.listing import LONGEST_CELL, Watermark, write_list

from tests.shared.sheets.books import COLUMNS, opened, printed

MARK = Watermark("petition.city", datetime(2026, 3, 2, 1, 5, tzinfo=UTC))


def written(*rows: dict[str, Any], columns: tuple[Column, ...] = COLUMNS) -> Workbook:
    return opened(write_list("地点", columns, rows, MARK))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_could_be_a_formula_is_a_text(first: str) -> None:
    text = f"{first}HYPERLINK(1)"

    cell = written({"name": text}).worksheets[0]["A2"]

    assert cell.data_type == "s"
    assert cell.value.replace("_x000D_", "\r").replace("\n", "\r") == text


def test_days_and_instants_are_real_and_of_the_deployments_zone() -> None:
    columns = (Column("on", "日期", kind=Kind.DAY), Column("at", "时间", kind=Kind.INSTANT))
    rows: list[dict[str, Any]] = [
        {"on": date(2026, 3, 2), "at": datetime(2026, 3, 1, 16, 30, tzinfo=UTC)},
        {"on": "2026-03-02", "at": "2026-03-02T00:30:00+08:00"},
    ]

    page = written(*rows, columns=columns).worksheets[0]

    for row in (2, 3):
        assert page.cell(row, 1).value == datetime(2026, 3, 2)  # noqa: DTZ001 - a cell knows no zone
        assert page.cell(row, 2).value == datetime(2026, 3, 2, 0, 30)  # noqa: DTZ001 - as above
        assert page.cell(row, 1).number_format == "yyyy-mm-dd"


def test_money_is_yuan_and_words_stand_for_yes_and_for_several_labels() -> None:
    row = {"amount": 123_456, "is_open": False, "tags": ["重点", "一般"], "count": 3, "kind": None}

    page = written(row).worksheets[0]

    assert (page["E2"].value, page["F2"].value, page["C2"].value, page["G2"].value) == (
        1234.56,
        "否",
        "重点、一般",
        3,
    )
    assert page["B2"].value is None


def test_the_header_is_frozen_and_filtered_and_the_watermark_is_on_every_page() -> None:
    book = written({"name": "甲"}, {"name": "乙"})
    page = book.worksheets[0]
    properties: Any = vars(book)["custom_doc_props"]

    assert [cell.value for cell in page[1]] == [column.zh for column in COLUMNS]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:G3")
    assert printed(page) == (MARK.text, MARK.text) == ("petition.city 2026-03-02 09:05",) * 2
    assert properties["exported_by"].value == MARK.text
    assert book.properties.creator == "petition.city"


def test_a_text_too_long_for_a_cell_is_cut_and_progress_is_told() -> None:
    told: list[int] = []
    rows = [{"name": "长" * (LONGEST_CELL + 1)}, *[{"name": "短"}] * 999]

    content = write_list("地点", COLUMNS, rows, MARK, progress=told.append)

    assert len(opened(content).worksheets[0]["A2"].value) == LONGEST_CELL
    assert told == [500, 1000]
