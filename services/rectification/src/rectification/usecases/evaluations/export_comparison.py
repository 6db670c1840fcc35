"""The comparison as a sheet: one row for each evaluation, one column for each dimension. Rule: chapter 8, point 8."""

from __future__ import annotations

from typing import Any

from rectification.domain.comparison import Compared
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.usecases.evaluations.compare_evaluations import (
    Comparison,
    ComparisonQuery,
    change,
    compared,
)
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.process.desk import Call, Desk
from shared.process.export import Exported, check_many, sheet_of, with_names
from shared.sheets.columns import Column, Kind

TITLE = "整改成效评估对照表"

# fmt: off
_FIRST = (
    Column("round",        "巡察轮次", width=28),
    Column("rank",         "名次",     kind=Kind.NUMBER, width=8),
    Column("organisation", "党组织",   kind=Kind.ORGANISATION, width=28),
    Column("total",        "得分",     kind=Kind.DECIMAL, width=10),
    Column("grade",        "评估等次", width=10),
)
_LAST = (
    Column("earlier",       "上次评估轮次", width=28),
    Column("earlier_total", "上次得分",     kind=Kind.DECIMAL, width=10),
    Column("earlier_grade", "上次等次",     width=10),
    Column("change",        "变化",         kind=Kind.DECIMAL, width=10),
    Column("confirmed_on",  "审定日期",     kind=Kind.DAY, width=12),
)
# fmt: on


async def export_comparison(desk: Desk, query: ComparisonQuery, call: Call) -> Exported:
    """Return the comparison as a workbook; taking it away is audited.

    Raises: Problem `forbidden`, `comparison_too_large`, `export_needs_head`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        found = await compared(tx, desk, query, call)
        check_many(len(found.asked), call)
        audit(
            tx, call.actor, call.at, action=f"{EVALUATION.name}:export", object_type=EVALUATION.name,
            field_group="comparison", request_id=call.request_id, details={"rows": len(found.asked)},
        )  # fmt: skip
    columns = (*_FIRST, *_dimensions(found.asked), *_LAST)
    rows = await with_names(desk, columns, [_row(desk, one, found, query) for one in found.asked])
    return await sheet_of(TITLE, columns, rows, call)


def _dimensions(asked: list[Compared]) -> tuple[Column, ...]:
    names = {part.code: part.name_zh for one in asked for part in one.dimensions}
    return tuple(
        Column(f"dimension_{code}", f"{code} {name}得分率（%）", kind=Kind.DECIMAL, width=20)
        for code, name in sorted(names.items())
    )


def _row(desk: Desk, one: Compared, found: Comparison, query: ComparisonQuery) -> dict[str, Any]:
    before = found.earlier.get(one.evaluation_id)
    return {
        "round": found.rounds[one.round_id],
        "rank": found.places.get(one.evaluation_id, (None,))[0],
        "organisation": code_of(one.organisation_path),
        "total": one.total,
        "grade": _grade(desk, one.grade),
        **{f"dimension_{part.code}": part.rate for part in one.dimensions},
        "earlier": found.rounds[before.round_id] if before else None,
        "earlier_total": before.total if before else None,
        "earlier_grade": _grade(desk, before.grade) if before else None,
        "change": change(one, before, query.dimension) if before else None,
        "confirmed_on": one.confirmed_on,
    }


def _grade(desk: Desk, grade: str) -> str:
    return desk.vocabularies.label("evaluation_grade", grade, "zh-CN")
