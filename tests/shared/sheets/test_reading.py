"""What was sent is read by its headers, and refused for a reason before it can do harm."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from shared.sheets.columns import Column
from shared.sheets.reading import LARGEST_UNPACKED, Unreadable, read_sheet
from shared.sheets.template import write_template

from tests.shared.sheets.books import COLUMNS, LABELS, book_of


def refused(content: bytes, *, most_rows: int = 10) -> str:
    with pytest.raises(Unreadable) as caught:
        read_sheet(content, COLUMNS, most_rows=most_rows)
    return caught.value.reason


def test_columns_stand_in_any_order_among_others_and_rows_keep_their_numbers() -> None:
    content = book_of(["备注", "类别", "名称*"], ["x", "街道", "甲"], [None, None, None], ["", "", "乙"])

    rows = read_sheet(content, COLUMNS, most_rows=10)

    assert [(number, cells["name"], cells["kind"]) for number, cells in rows] == [
        (2, "甲", "街道"),
        (4, "乙", ""),
    ]


def test_each_kind_of_nonsense_has_its_reason() -> None:
    assert refused(b"not a workbook") == "no_workbook"
    assert refused(book_of(["类别"], ["街道"])) == "columns_missing"
    assert refused(book_of(["名称"], *[["甲"]] * 3), most_rows=2) == "too_many_rows"


def test_a_small_file_that_unpacks_to_a_large_one_is_not_unpacked() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (LARGEST_UNPACKED + 1))

    assert refused(out.getvalue()) == "too_large"


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")

    assert refused(out.getvalue()) == "no_workbook"


def test_the_template_of_an_older_version_is_refused_and_the_present_one_is_read() -> None:
    present = write_template("places", "地点", COLUMNS, LABELS, most_rows=10)
    older = write_template("places", "地点", (*COLUMNS, Column("old", "旧列")), LABELS, most_rows=10)

    assert read_sheet(present, COLUMNS, most_rows=10) == []
    assert refused(older) == "other_template"
