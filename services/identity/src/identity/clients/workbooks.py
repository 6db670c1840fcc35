"""Spreadsheets: read what was sent, write a template, write remarks into what was sent.

The libraries take half a second to import, so they are imported when a sheet is at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from identity.domain.sheets import FIRST_ROW, MOST_ROWS, Column

LARGEST_UNPACKED = 20 * 1024 * 1024
RED = "FFC7CE"
REMARKS = "检查结果"
_LISTS = "_lists"


class Unreadable(Exception):
    """Not a sheet we can read."""


def read_sheet(content: bytes, columns: Sequence[Column]) -> list[tuple[int, dict[str, Any]]]:
    """Return the filled rows with their numbers; columns are found by their headers. Raises: Unreadable."""
    from python_calamine import CalamineError, CalamineWorkbook

    _check_size(content)
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        raise Unreadable("no workbook") from error
    places = header_places(rows[0] if rows else [], columns)
    found = [
        (number, {key: row[place] if place < len(row) else None for key, place in places.items()})
        for number, row in enumerate(rows[1:], FIRST_ROW)
        if any(cell not in ("", None) for cell in row)
    ]
    if len(found) > MOST_ROWS:
        raise Unreadable("too many rows")
    return found


def header_places(headers: Iterable[Any], columns: Sequence[Column]) -> dict[str, int]:
    """Return where each column stands. Raises: Unreadable when a required one is missing."""
    texts = {str(header or "").strip().rstrip("*"): place for place, header in enumerate(headers)}
    if any(column.required and column.zh not in texts for column in columns):
        raise Unreadable("a column is missing")
    return {column.key: texts[column.zh] for column in columns if column.zh in texts}


def _check_size(content: bytes) -> None:
    try:
        unpacked = sum(item.file_size for item in ZipFile(BytesIO(content)).infolist())
    except BadZipFile as error:
        raise Unreadable("no zip") from error
    if unpacked > LARGEST_UNPACKED:
        raise Unreadable("too large")


def write_template(title: str, columns: Sequence[Column], choices: Mapping[str, Sequence[str]]) -> bytes:
    """Return an empty sheet with headers, notes and drop-down lists."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, lists = book.add_worksheet(title), book.add_worksheet(_LISTS)
        lists.hide()
        bold = book.add_format({"bold": True, "bg_color": "#D9E1F2", "border": 1})
        day, text = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "@"})
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.header, bold)
            sheet.write_comment(0, place, column.note)
            sheet.set_column(place, place, column.width, day if column.is_day else text)
            if labels := choices.get(column.vocabulary):
                lists.write_column(0, place, labels)
                source = f"={_LISTS}!${_letter(place)}$1:${_letter(place)}${len(labels)}"
                rule = {"validate": "list", "source": source, "ignore_blank": True}
                # several roles in one cell are typed, so the list only suggests there
                rule |= {"show_error": False} if column.many else {}
                sheet.data_validation(1, place, MOST_ROWS, place, rule)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def write_remarks(
    content: bytes, columns: Sequence[Column], remarks: Mapping[tuple[int, str | None], str]
) -> bytes:
    """Return the same workbook with red cells and a last column that says what is wrong in each row."""
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    red = PatternFill("solid", fgColor=RED)
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    places = header_places([cell.value for cell in sheet[1]], columns)
    last = sheet.max_column + 1
    sheet.cell(row=1, column=last, value=REMARKS).font = Font(bold=True)
    by_row: dict[int, list[str]] = {}
    for (row, key), remark in remarks.items():
        by_row.setdefault(row, []).append(remark)
        if key in places:
            cell = sheet.cell(row=row, column=places[key] + 1)
            cell.fill = red
            cell.comment = Comment(remark, "Huiying")
    for row, texts in by_row.items():
        cell = sheet.cell(row=row, column=last, value="；".join(texts))
        cell.data_type = "s"  # never a formula, whatever it begins with
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _letter(place: int) -> str:
    return chr(ord("A") + place)
