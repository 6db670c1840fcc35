"""The columns of the sheets that organisations and officers are imported from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

MOST_ROWS = 500
FIRST_ROW = 2
"""The row below the headers, as a spreadsheet counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `vocabulary` names the list whose labels or codes may stand in it; `many` separates by 、 or ;."""

    key: str
    zh: str
    note: str
    required: bool = False
    vocabulary: str = ""
    many: bool = False
    is_day: bool = False
    width: int = 18

    @property
    def header(self) -> str:
        """The text of the header cell."""
        return f"{self.zh}*" if self.required else self.zh


ORGANISATIONS = (
    Column("code", "机构代码", "小写字母、数字、连字符，例如 city-office-3", required=True),
    Column("name", "名称", "机构全称或规范简称", required=True, width=30),
    Column("name_en", "英文名称", "可空", width=30),
    Column("parent", "上级机构代码", "可以是本表中靠前的机构", required=True),
    Column(
        "relation", "隶属方式", "内设或派驻选“内设”，下级机关选“下级”", required=True, vocabulary="relation"
    ),
    Column("kind", "机构类别", "从下拉列表选择", required=True, vocabulary="organisation_kind", width=30),
    Column("host", "驻在单位代码", "仅派驻组填写"),
    Column("opened_on", "设立日期", "可空，默认当天", is_day=True),
)
OFFICERS = (
    Column("login", "登录名", "小写字母、数字、点、连字符", required=True),
    Column("name", "姓名", "真实姓名", required=True),
    Column("organisation", "所在机构代码", "须为已有机构", required=True),
    Column("position", "职务", "可空"),
    Column("joined_on", "到岗日期", "可空，默认当天", is_day=True),
    Column("roles", "角色", "多个角色用顿号分隔，及于所在机构", vocabulary="role", many=True, width=40),
    Column("begins_on", "角色起始日", "可空，默认当天", is_day=True),
    Column("ends_on", "角色截止日", "可空，表示长期", is_day=True),
)
SHEETS: MappingProxyType[str, tuple[Column, ...]] = MappingProxyType(
    {"organisations": ORGANISATIONS, "officers": OFFICERS}
)
TITLES: MappingProxyType[str, str] = MappingProxyType({"organisations": "机构", "officers": "人员"})

Labels = Mapping[str, Mapping[str, str]]
"""For each vocabulary: label or code → code."""


@dataclass(frozen=True, slots=True)
class CellError:
    """What is wrong with one cell; without a column, with the whole row. `row` counts as a spreadsheet does."""

    row: int
    column: str | None
    code: str
    params: Mapping[str, Any]


def read_row(columns: tuple[Column, ...], cells: Mapping[str, Any], labels: Labels) -> dict[str, Any]:
    """Return the fields of a row: labels become codes, empty cells are left out, days become text."""
    fields: dict[str, Any] = {}
    for column in columns:
        value = _plain(cells.get(column.key))
        if value == "":
            continue
        if column.vocabulary:
            known = labels[column.vocabulary]
            words = [word.strip() for word in value.replace(";", "、").replace("；", "、").split("、")]
            codes = [known.get(word, word) for word in words if word]
            fields[column.key] = codes if column.many else codes[0] if codes else value
        else:
            fields[column.key] = value
    return fields


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
