"""Write an empty sheet to fill in: headers with notes, drop-down lists, an example, and which version it is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from shared.sheets.columns import YES_NO, Column, Kind, Labels, version_of
from shared.sheets.reading import ABOUT

_LISTS, _EXAMPLE = "_lists", "填写示例"


def write_template(
    name: str, title: str, columns: Sequence[Column], labels: Labels, *, most_rows: int
) -> bytes:
    """Return the template. `labels` are the choices of each vocabulary that a column names.

    The example stands on a sheet of its own, so that nobody imports it.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet(title)
        _write_example(book, columns)
        lists, about = book.add_worksheet(_LISTS), book.add_worksheet(ABOUT)
        lists.hide()
        about.hide()
        for row, (word, value) in enumerate(
            (("template", name), ("version", version_of(columns)), ("rows", str(most_rows)))
        ):
            about.write_row(row, 0, (word, value))
        _write_headers(book, sheet, columns)
        for place, column in enumerate(columns):
            choices = YES_NO if column.kind is Kind.YES_NO else labels.get(column.vocabulary, {})
            if choices:
                _offer(sheet, lists, place, choices, most_rows, is_only_a_hint=column.many)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _write_headers(book: Any, sheet: Any, columns: Sequence[Column]) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#D9E1F2", "border": 1})
    formats = {
        Kind.DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
        Kind.MONEY: book.add_format({"num_format": "#,##0.00"}),
        Kind.NUMBER: book.add_format({"num_format": "0"}),
    }
    text = book.add_format({"num_format": "@"})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.header, bold)
        sheet.set_column(place, place, column.width, formats.get(column.kind, text))
        if column.note:
            sheet.write_comment(0, place, column.note)


def _write_example(book: Any, columns: Sequence[Column]) -> None:
    if not any(column.example for column in columns):
        return
    sheet = book.add_worksheet(_EXAMPLE)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.header)
        sheet.write_string(1, place, column.example)
        sheet.set_column(place, place, column.width)


def _offer(sheet: Any, lists: Any, place: int, choices: Any, most_rows: int, *, is_only_a_hint: bool) -> None:
    """Offer a list in every cell of a column; where several stand in one cell they are typed, and it only hints."""
    from xlsxwriter.utility import xl_col_to_name

    lists.write_column(0, 2 * place, list(choices))
    lists.write_column(0, 2 * place + 1, [str(code) for code in choices.values()])
    letter = xl_col_to_name(2 * place)
    rule = {
        "validate": "list",
        "source": f"={_LISTS}!${letter}$1:${letter}${len(choices)}",
        "ignore_blank": True,
    }
    if is_only_a_hint:
        rule["show_error"] = False
    sheet.data_validation(1, place, most_rows, place, rule)
