"""From rows to reports and demands."""

from __future__ import annotations

from dataclasses import fields

from intake.domain.demand import Demand
from intake.domain.report import Report
from shared.db.engine import Row

_REPORT = tuple(field.name for field in fields(Report))
_DEMAND = tuple(field.name for field in fields(Demand))


def report_of(row: Row) -> Report:
    values = {name: row[name] for name in _REPORT}
    return Report(**{**values, "problem_types": tuple(row["problem_types"])})


def demand_of(row: Row) -> Demand:
    return Demand(**{name: row[name] for name in _DEMAND})
