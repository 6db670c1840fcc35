"""Write what is wrong into the sender's own workbook: their formatting stays, wrong cells turn red."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from shared.sheets.columns import Column
from shared.sheets.reading import header_places

RED = "FFC7CE"
REMARKS = "检查结果"


def write_remarks(
    content: bytes, columns: Sequence[Column], remarks: Mapping[tuple[int, str | None], str]
) -> bytes:
    """Return the same workbook with red cells and a last column that says what is wrong in each row.

    `remarks` are sentences by row and column; a sheet that was checked before keeps one such column.
    """
    from openpyxl import load_workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    red, none = PatternFill("solid", fgColor=RED), PatternFill()
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    headers = [cell.value for cell in sheet[1]]
    places = header_places(headers, columns)
    last = headers.index(REMARKS) + 1 if REMARKS in headers else sheet.max_column + 1
    for cells in sheet.iter_rows(min_row=1):
        for cell in cells:
            if cell.fill.fgColor.rgb == f"00{RED}":  # of an earlier check
                cell.fill, cell.comment = none, None
            if cell.column == last:
                cell.value = None
    sheet.cell(row=1, column=last, value=REMARKS).font = Font(bold=True)
    by_row: dict[int, list[str]] = {}
    for (row, key), remark in remarks.items():
        by_row.setdefault(row, []).append(remark)
        if key is not None and key in places:
            cell = sheet.cell(row=row, column=places[key] + 1)
            cell.fill = red
            cell.comment = Comment(remark, "Huiying")
    for row, texts in by_row.items():
        cell = sheet.cell(row=row, column=last, value="；".join(texts))
        cell.data_type = "s"  # never a formula, whatever it begins with
    out = BytesIO()
    book.save(out)
    return out.getvalue()
