"""What the lists of rectification may be sorted and filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from rectification.domain.planned_measure_lifecycle import PlannedMeasureState
from rectification.store import tables as t
from shared.http.filters import Condition, any_of, equals, from_day, is_true, to_day
from shared.http.paging import Sorting


def table_of(row: Any) -> Any:
    return row.__table__


def sorting(row: Any, *days: str, first: str) -> Sorting:
    """Sort by days or by state, by default as `first` says."""
    table = table_of(row)
    return Sorting({name: table.c[name] for name in (*days, "state")}, default=first, last=table.c.id)


def conditions(
    row: Any, *, codes: tuple[str, ...] = (), ids: tuple[str, ...] = ()
) -> Mapping[str, Condition]:
    """Return one condition for each filter by code or by id."""
    table = table_of(row)
    found = {name: any_of(table.c[name]) for name in codes}
    return MappingProxyType({**found, **{name: equals(table.c[name]) for name in ids}})


def item_conditions() -> Mapping[str, Condition]:
    table = table_of(t.ItemRow)
    own = conditions(
        t.ItemRow, codes=("integration_theme",),
        ids=("inspected_organization_id", "finding_id", "recommendation_id", "owner"),
    )  # fmt: skip
    return MappingProxyType(
        {
            **own,
            "due_from": from_day(table.c.due_on),
            "due_until": to_day(table.c.due_on),
            "is_long_term": is_true(table.c.is_long_term),
        }
    )


def plan_conditions() -> Mapping[str, Condition]:
    table = table_of(t.PlannedMeasureRow)
    own = conditions(t.PlannedMeasureRow, codes=("kind",), ids=("inspected_organization_id",))
    days = {"planned_from": from_day(table.c.planned_on), "planned_until": to_day(table.c.planned_on)}
    return MappingProxyType({**own, **days})


def late_plans(today: date, *, wanted: bool) -> sa.ColumnElement[bool]:
    """Hold for measures whose day has passed and that were neither carried out nor cancelled, or for all others."""
    table = table_of(t.PlannedMeasureRow)
    late = sa.and_(table.c.state == PlannedMeasureState.PLANNED.value, table.c.planned_on < today)
    return late if wanted else sa.not_(late)
