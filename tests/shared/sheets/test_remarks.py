"""Remarks go into the sender's own workbook, which keeps its looks; a second check replaces the first."""

from __future__ import annotations

from openpyxl.styles import Font

from shared.sheets.remarks import RED, REMARKS, write_remarks

from tests.shared.sheets.books import COLUMNS, book_of, first, opened, saved

SENT = book_of(["名称", "类别", "备注"], ["甲", "？", "我的话"], ["乙", "街道", ""])


def test_wrong_cells_are_red_and_the_last_column_says_why() -> None:
    page = first(write_remarks(SENT, COLUMNS, {(2, "kind"): "类别不存在", (2, None): "整行有误"}))

    assert page["B2"].fill.fgColor.rgb.endswith(RED)
    assert page["B2"].comment.text == "类别不存在"
    assert [cell.value for cell in page["D"]] == [REMARKS, "类别不存在；整行有误", None]


def test_the_senders_own_formats_and_columns_stay() -> None:
    book = opened(SENT)
    book.worksheets[0]["C2"].font = Font(italic=True)

    page = first(write_remarks(saved(book), COLUMNS, {(3, "name"): "重名"}))

    assert page["C2"].value == "我的话"
    assert page["C2"].font.italic


def test_a_second_check_leaves_nothing_of_the_first() -> None:
    once = write_remarks(SENT, COLUMNS, {(2, "kind"): "类别不存在"})

    page = first(write_remarks(once, COLUMNS, {(3, "name"): "重名"}))

    assert not page["B2"].fill.fgColor.rgb.endswith(RED)
    assert page["B2"].comment is None
    assert [cell.value for cell in page[1]] == ["名称", "类别", "备注", REMARKS]
    assert [cell.value for cell in page["D"]] == [REMARKS, None, "重名"]


def test_a_remark_is_never_a_formula() -> None:
    page = first(write_remarks(SENT, COLUMNS, {(2, None): "=1+1"}))

    assert page["D2"].value == "=1+1"
    assert page["D2"].data_type == "s"
