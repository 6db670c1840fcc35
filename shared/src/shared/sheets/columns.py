"""The columns of a sheet, whichever way it goes, and the rules by which cells become fields. Pure.

One type serves what is imported and what is exported, so that a list can be taken away and sent back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

FIRST_ROW = 2
"""The row below the headers, as a spreadsheet counts."""

SEPARATOR = "、"


class Kind(StrEnum):
    """What the cells of a column hold. `money` is yuan in the sheet and cents in the field; `decimal` shows one place.

    `organisation` is a name in a sheet to take away, for the code in the field.
    """

    TEXT = "text"
    DAY = "day"
    INSTANT = "instant"
    NUMBER = "number"
    DECIMAL = "decimal"
    MONEY = "money"
    YES_NO = "yes_no"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `vocabulary` names the list whose labels or codes may stand in it; `many` separates by 、 or ;.

    `note` and `example` help who fills the sheet in; a list that is only taken away has none.
    """

    key: str
    zh: str
    note: str = ""
    required: bool = False
    vocabulary: str = ""
    many: bool = False
    kind: Kind = Kind.TEXT
    width: int = 18
    example: str = ""

    @property
    def header(self) -> str:
        """The text of the header cell."""
        return f"{self.zh}*" if self.required else self.zh


Labels = Mapping[str, Mapping[str, str]]
"""For each vocabulary: label → code, in the order of the list."""

YES_NO: Mapping[str, bool] = {"是": True, "否": False}


@dataclass(frozen=True, slots=True)
class CellError:
    """What is wrong with one cell; without a column, with the whole row. `row` counts as a spreadsheet does."""

    row: int
    column: str | None
    code: str
    params: Mapping[str, Any]


def version_of(columns: Sequence[Column]) -> str:
    """Return what tells a template from one with other columns; wording of notes does not count."""
    text = "\n".join(f"{column.key}\t{column.header}\t{column.kind}\t{column.many}" for column in columns)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_row(columns: Sequence[Column], cells: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    """Return the fields of a row as JSON has them: labels become codes, empty cells are left out, days are text.

    What cannot be understood stays as it was written, for the check to refuse.
    """
    fields: dict[str, Any] = {}
    for column in columns:
        written = _plain(cells.get(column.key))
        if written == "":
            continue
        if column.vocabulary:
            fields[column.key] = _codes(column, written, labels[column.vocabulary])
        elif column.many:
            fields[column.key] = _parts(written) or written
        else:
            fields[column.key] = _typed(column.kind, written)
    return fields


def _codes(column: Column, written: str, known: Mapping[str, str]) -> Any:
    codes = [known.get(word, word) for word in _parts(written)]
    if column.many:
        return codes
    return codes[0] if len(codes) == 1 else written


def _parts(written: str) -> list[str]:
    words = written.replace(";", SEPARATOR).replace("；", SEPARATOR).split(SEPARATOR)
    return [word.strip() for word in words if word.strip()]


def _typed(kind: Kind, written: str) -> Any:
    if kind is Kind.YES_NO:
        return YES_NO.get(written, written)
    if kind is Kind.NUMBER and written.lstrip("-").isdecimal():
        return int(written)
    if kind is Kind.MONEY:
        return _cents(written)
    return written


def _cents(written: str) -> Any:
    """Return yuan as cents; a third decimal is no amount of money."""
    yuan, _, rest = written.replace(",", "").replace("，", "").partition(".")
    if not yuan.lstrip("-").isdecimal() or not (rest == "" or rest.isdecimal()) or len(rest) > 2:
        return written
    return int(yuan + rest.ljust(2, "0"))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
