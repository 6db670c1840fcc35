"""A city's own index comes as a sheet, one row for each item: all of it or nothing, as a version nobody can change.

Rule: chapter 8, point 9; 18.7.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from rectification.domain.evaluation_index import Method, Source, parse_index
from rectification.domain.index_sheet import IndexLine, read_index
from rectification.store.indexes import add_index, maybe_index
from shared.db import Transaction
from shared.http.models import Input, Line
from shared.http.problems import Problem
from shared.process.bodies import Code
from shared.process.desk import Call, Desk
from shared.sheets.columns import CellError, Column, Kind
from shared.sheets.importing import Rows, SheetImport, one_by_one

MOST_ITEMS = 200
PERMISSION = "evaluation_index:import"

# fmt: off
INDEX = (
    Column("index_code",       "体系代码",     "填在首行，以下可空；同一代码的新版本另填版本", example="city-index"),
    Column("index_version",    "体系版本",     "填在首行，以下可空；已有的版本不能再次导入", width=10, example="2026-1"),
    Column("index_name",       "体系名称",     "填在首行，以下可空", width=28, example="市委巡察整改成效评估指标"),
    Column("dimension",        "层面代码",     "一个大写字母，填在该层面首行，以下可空", width=10, example="A"),
    Column("dimension_name",   "评估层面",     "填在该层面首行，以下可空", example="责任落实"),
    Column("dimension_points", "层面分值",     "等于所属内容分值之和，各层面合计 100", kind=Kind.NUMBER, width=10,
           example="25"),
    Column("content",          "内容代码",     "层面代码加序号，填在该内容首行，以下可空", width=10, example="A1"),
    Column("content_name",     "评估内容",     "填在该内容首行，以下可空", example="主体责任"),
    Column("content_points",   "内容分值",     "等于所属指标分值之和", kind=Kind.NUMBER, width=10, example="8"),
    Column("item",             "指标代码",     "内容代码加点加序号", required=True, width=10, example="A1.1"),
    Column("item_name",        "评估标准",     "", required=True, width=50, example="党组及时召开会议，逐条研究反馈意见"),
    Column("item_points",      "分值",         "整数", required=True, kind=Kind.NUMBER, width=8, example="2"),
    Column("method",           "评分方法",     "", required=True, vocabulary="scoring_method", example="分档评分"),
    Column("source",           "评估方式",     "", required=True, vocabulary="evaluation_source", width=22,
           example="集中评估"),
    Column("evidence",         "佐证要求",     "", width=40, example="会议记录"),
    Column("metric",           "系统计算指标", "评分方法为“按比例计分”的必填，其余不填", vocabulary="evaluation_metric",
           width=28),
)
# fmt: on
Points = Annotated[int, Field(ge=1, le=100)]


class IndexRow(Input):
    """One row of the sheet by itself; what it leaves out stands above it."""

    index_code: Code | None = None
    index_version: Code | None = None
    index_name: Annotated[str, Line(2, 100)] | None = None
    dimension: Annotated[str, Field(pattern=r"^[A-Z]$")] | None = None
    dimension_name: Annotated[str, Line(2, 100)] | None = None
    dimension_points: Points | None = None
    content: Annotated[str, Field(pattern=r"^[A-Z][0-9]{1,2}$")] | None = None
    content_name: Annotated[str, Line(2, 100)] | None = None
    content_points: Points | None = None
    item: Annotated[str, Field(pattern=r"^[A-Z][0-9]{1,2}\.[0-9]{1,2}$")]
    item_name: Annotated[str, Line(2, 300)]
    item_points: Points
    method: Method
    source: Source
    evidence: Annotated[str, Line(0, 300)] = ""
    metric: Annotated[str, Line(1, 63)] | None = None


async def check_row(_: Transaction, desk: Desk, fields: dict[str, Any], __: Call) -> str:
    """Look at a row by itself, and return the code of its item.

    Raises: ValidationError, Problem `metric_unknown`.
    """
    row = IndexRow.model_validate(fields)
    if row.metric is not None and desk.vocabularies["evaluation_metric"].get(row.metric) is None:
        raise Problem("metric_unknown")
    return row.item


async def add_index_of(tx: Transaction, desk: Desk, rows: Rows, call: Call) -> list[CellError]:
    """Make one index of all rows, or return what is wrong with it. Rule: 18.7."""
    lines = [(number, _line(IndexRow.model_validate(fields))) for number, fields in rows]
    document, faults = read_index(lines)
    if not faults and await maybe_index(tx, document["code"], document["version"]) is not None:
        return [CellError(lines[0][0], "index_version", "index_version_known", {})]
    if not faults:
        add_index(tx, parse_index(document), document, call.actor.id, call.at)
    return [CellError(one.row, one.column, one.code, one.params) for one in faults]


def _line(row: IndexRow) -> IndexLine:
    return IndexLine(**row.model_dump(mode="json", exclude_none=True))


IMPORTS = (
    SheetImport(
        name="evaluation-indexes", title="评估指标体系", permission=PERMISSION, columns=INDEX, prepare=one_by_one(check_row),
        together=add_index_of, most_rows=MOST_ITEMS, column_of=MappingProxyType({"metric_unknown": "metric"}),
    ),
)  # fmt: skip
