"""From the filters of a list to conditions on its table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from intake.store.tables import DemandRow, ReportRow
from shared.clocks.store import overdue
from shared.clocks.tables import clocks
from shared.http.filters import any_of, from_day, to_day
from shared.http.paging import Sorting

UNROUTED = ("received", "registered", "classified")

REPORT_SORTING = Sorting(
    {"received_on": ReportRow.__table__.c.received_on, "state": ReportRow.__table__.c.state},
    default="-received_on",
    last=ReportRow.__table__.c.id,
)
DEMAND_SORTING = Sorting(
    {"received_on": DemandRow.__table__.c.received_on, "state": DemandRow.__table__.c.state},
    default="-received_on",
    last=DemandRow.__table__.c.id,
)


def report_conditions(query: Any, at: datetime) -> list[sa.ColumnElement[bool]]:
    return _conditions(
        ReportRow.__table__, query, at, ("state", "category", "region", "field", "named_status")
    )


def demand_conditions(query: Any, at: datetime) -> list[sa.ColumnElement[bool]]:
    return _conditions(DemandRow.__table__, query, at, ("state", "region", "field"))


def _conditions(table: Any, query: Any, at: datetime, lists: tuple[str, ...]) -> list[sa.ColumnElement[bool]]:
    found = [any_of(table.c[name])(values) for name in lists if (values := getattr(query, name))]
    if query.received_from is not None:
        found.append(from_day(table.c.received_on)(query.received_from))
    if query.received_to is not None:
        found.append(to_day(table.c.received_on)(query.received_to))
    if query.overdue is not None:
        late = overdue(table.c.id, at)
        found.append(late if query.overdue else sa.not_(late))
    return found


def is_breach(at: datetime) -> sa.ColumnElement[bool]:
    """Return the condition on a demand whose fifteen days for routing ran out while nobody had routed it.

    Rule: R-B1, DL-32.
    """
    late = clocks.alias("late_routing")
    return DemandRow.state.in_(UNROUTED) & sa.exists().where(
        late.c.object_id == DemandRow.__table__.c.id,
        late.c.rule == "DL-32",
        late.c.ends_at <= at,
        late.c.closed_on.is_(None),
    )
