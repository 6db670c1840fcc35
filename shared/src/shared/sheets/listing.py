"""Write a list to take away: Chinese headers, real dates, frozen header with filters, and no cell that is a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from shared.clock import ZONE
from shared.sheets.columns import SEPARATOR, YES_NO, Column, Kind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
"""What a cell holds at most; a longer text is cut."""

_FORMATS = {
    Kind.DAY: "yyyy-mm-dd",
    Kind.INSTANT: "yyyy-mm-dd hh:mm",
    Kind.NUMBER: "0",
    Kind.DECIMAL: "0.0",
    Kind.MONEY: "#,##0.00",
}
_TELL_EVERY = 500
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Watermark:
    """Who took the list away, and when: on every printed page, and in the file's properties."""

    by: str
    at: datetime

    @property
    def text(self) -> str:
        """The line that is printed."""
        return f"{self.by} {self.at.astimezone(ZONE):%Y-%m-%d %H:%M}"


def write_list(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Any]],
    watermark: Watermark,
    progress: Progress | None = None,
) -> bytes:
    """Return the workbook. Codes in `rows` are already labels; days and instants are such, or as JSON writes them.

    Every text goes in as a string, so that a leading = + - @ tab or CR is never a formula.
    All of it stays in memory: what the library writes row by row lies readable in a temporary file.
    """
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "author": watermark.by, "created": _naive(watermark.at)})
        book.set_custom_property("exported_by", watermark.text)
        sheet = book.add_worksheet(title[:31])
        formats = {kind: book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
        bold = book.add_format({"bold": True, "bg_color": "#D9E1F2", "border": 1})
        printed = watermark.text.replace("&", "&&")
        sheet.set_header(f"&L{title}&R{printed}")
        sheet.set_footer(f"&L{printed}&R&P / &N")
        sheet.set_landscape()
        sheet.repeat_rows(0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.zh, bold)
        count = 0
        for count, row in enumerate(rows, 1):
            for place, column in enumerate(columns):
                _write(sheet, count, place, column, row.get(column.key), formats.get(column.kind))
            if progress and count % _TELL_EVERY == 0:
                progress(count)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, count, len(columns) - 1)
    return out.getvalue()


def _write(sheet: Any, row: int, place: int, column: Column, value: Any, style: Any) -> None:
    if value is None or value == "":
        return
    if column.kind in (Kind.DAY, Kind.INSTANT):
        sheet.write_datetime(row, place, _moment(column.kind, value), style)
    elif column.kind is Kind.MONEY:
        sheet.write_number(row, place, int(value) / 100, style)
    elif column.kind in (Kind.NUMBER, Kind.DECIMAL) and isinstance(value, int | float | Decimal):
        sheet.write_number(row, place, value, style)
    else:
        sheet.write_string(row, place, _text(value)[:LONGEST_CELL])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return next(word for word, meaning in YES_NO.items() if meaning is value)
    if isinstance(value, list | tuple):
        return SEPARATOR.join(_text(one) for one in value)
    return str(value)


def _moment(kind: Kind, value: Any) -> datetime:
    """Return what a date cell holds: it knows no zone, so instants are those of the deployment's."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if kind is Kind.INSTANT else date.fromisoformat(value)
    if isinstance(value, datetime):
        return _naive(value)
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a cell knows no zone


def _naive(at: datetime) -> datetime:
    return at.astimezone(ZONE).replace(tzinfo=None)
