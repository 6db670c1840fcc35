"""A template explains itself: notes, lists to choose from, an example nobody imports, its version hidden."""

from __future__ import annotations

from shared.sheets.columns import version_of
from shared.sheets.template import write_template

from tests.shared.sheets.books import COLUMNS, LABELS, opened


def test_headers_have_notes_and_lists_offer_labels_beside_their_codes() -> None:
    book = opened(write_template("places", "地点", COLUMNS, LABELS, most_rows=50))
    page, lists = book["地点"], book["_lists"]

    assert [cell.value for cell in page[1]] == [column.header for column in COLUMNS]
    assert page["A1"].comment.text == "写全称"
    assert page.freeze_panes == "A2"
    offered = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert offered["B2:B51"].formula1 == "_lists!$C$1:$C$2"
    assert offered["B2:B51"].showErrorMessage
    assert not offered["C2:C51"].showErrorMessage
    assert [lists["C1"].value, lists["D1"].value] == ["街道", "street"]
    assert [lists["K1"].value, lists["K2"].value] == ["是", "否"]


def test_version_and_codes_are_hidden_and_the_example_is_on_a_sheet_of_its_own() -> None:
    book = opened(write_template("places", "地点", COLUMNS, LABELS, most_rows=50))

    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "hidden", "hidden"]
    assert [cell.value for cell in book["_about"]["B"]] == ["places", version_of(COLUMNS), "50"]
    assert book["填写示例"]["A2"].value == "晴川街道"
