"""Small workbooks, as an officer would make them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shared.sheets.columns import Column, Kind

COLUMNS = (
    Column("name", "名称", "写全称", required=True, example="晴川街道"),
    Column("kind", "类别", "从列表选择", vocabulary="kind"),
    Column("tags", "标签", "顿号分隔", vocabulary="tag", many=True),
    Column("opened_on", "设立日期", kind=Kind.DAY),
    Column("amount", "金额（元）", kind=Kind.MONEY),
    Column("is_open", "是否存续", kind=Kind.YES_NO),
    Column("count", "数量", kind=Kind.NUMBER),
)
LABELS = {"kind": {"街道": "street", "乡镇": "town"}, "tag": {"重点": "focus", "一般": "plain"}}


def book_of(*rows: Sequence[Any]) -> bytes:
    """Return a workbook with these rows, the headers first."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def opened(content: bytes) -> Workbook:
    """Open a workbook."""
    return load_workbook(BytesIO(content))


def first(content: bytes) -> Worksheet:
    """Open a workbook and return its first sheet."""
    return opened(content).worksheets[0]


def printed(page: Worksheet) -> tuple[str, str]:
    """Return what stands at the top right and the bottom left of every printed page."""
    header: Any = page.oddHeader
    footer: Any = page.oddFooter
    return header.right.text, footer.left.text
