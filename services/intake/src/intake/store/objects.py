"""From rows to reports and demands."""

from __future__ import annotations

from dataclasses import fields
from operator import itemgetter

from intake.domain.demand import Demand
from intake.domain.report import Report
from shared.db.engine import Row

_REPORT = tuple(field.name for field in fields(Report))
_report = itemgetter(*_REPORT)
_demand = itemgetter(*(field.name for field in fields(Demand)))
_LISTS = tuple(_REPORT.index(name) for name in ("problem_types", "subject_organisations"))


def report_of(row: Row) -> Report:
    values = list(_report(row))
    for place in _LISTS:
        values[place] = tuple(values[place])
    return Report(*values)


def demand_of(row: Row) -> Demand:
    return Demand(*_demand(row))
