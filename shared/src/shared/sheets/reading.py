"""Read a filled-in sheet: columns are found by their headers, rows keep their numbers.

Unreadable   not a sheet we can read; `reason` says which kind of not

The library takes its time to be imported, so it is imported when a sheet is at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from shared.sheets.columns import FIRST_ROW, Column, version_of

LARGEST_UNPACKED = 40 * 1024 * 1024
ABOUT = "_about"
"""The hidden sheet in which our templates say which of them they are."""

Reason = Literal["no_workbook", "too_large", "too_many_rows", "columns_missing", "other_template"]


class Unreadable(Exception):
    """Not a sheet we can read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read_sheet(
    content: bytes, columns: Sequence[Column], *, most_rows: int
) -> list[tuple[int, dict[str, Any]]]:
    """Return the filled rows with their numbers. A sheet that was not made from our template is fine too.

    Raises: Unreadable.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    _check_size(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        if ABOUT in book.sheet_names:
            _check_about(book.get_sheet_by_name(ABOUT).to_python(), columns)
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        raise Unreadable("no_workbook") from error
    places = header_places(rows[0] if rows else [], columns)
    found = [
        (number, {key: row[place] if place < len(row) else None for key, place in places.items()})
        for number, row in enumerate(rows[1:], FIRST_ROW)
        if any(cell not in ("", None) for cell in row)
    ]
    if len(found) > most_rows:
        raise Unreadable("too_many_rows")
    return found


def header_places(headers: Iterable[Any], columns: Sequence[Column]) -> Mapping[str, int]:
    """Return where each column stands. Raises: Unreadable when a required one does not."""
    by_text = {str(text).strip().rstrip("*"): place for place, text in enumerate(headers) if text}
    places = {column.key: by_text[column.zh] for column in columns if column.zh in by_text}
    if any(column.required and column.key not in places for column in columns):
        raise Unreadable("columns_missing")
    return places


def _check_about(rows: list[list[Any]], columns: Sequence[Column]) -> None:
    """Refuse a template with other columns: what was written into those would vanish in silence."""
    said = {str(row[0]): str(row[1]) for row in rows if len(row) > 1}
    if said.get("version", version_of(columns)) != version_of(columns):
        raise Unreadable("other_template")


def _check_size(content: bytes) -> None:
    """Look before unpacking: a small file may hold a very large sheet."""
    try:
        unpacked = sum(item.file_size for item in ZipFile(BytesIO(content)).infolist())
    except BadZipFile as error:
        raise Unreadable("no_workbook") from error
    if unpacked > LARGEST_UNPACKED:
        raise Unreadable("too_large")
