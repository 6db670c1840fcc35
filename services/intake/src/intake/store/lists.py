"""What the lists of reports and demands may be sorted and filtered by."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from intake.domain.channels import with_ways
from intake.store.tables import DemandRow, ReportRow
from intake.store.tables.confidential import StubRow
from shared.clocks.tables import clocks
from shared.http.filters import Condition, any_of, from_day, is_true, to_day
from shared.http.paging import Sorting

_REPORTS: Any = ReportRow.__table__
_DEMANDS: Any = DemandRow.__table__
UNROUTED_REPORTS = ("received", "registered", "screened", "accepted", "returned")
UNROUTED_DEMANDS = ("received", "registered", "classified")


def _sorting(table: Any, **more: Any) -> Sorting:
    keys = {"received_on": table.c.received_on, "state": table.c.state, **more}
    return Sorting(keys, default="-received_on", last=table.c.id)


def _conditions(table: Any, *codes: str) -> MappingProxyType[str, Condition]:
    return MappingProxyType(
        {
            **{name: any_of(table.c[name]) for name in codes},
            "channel": lambda channels: any_of(table.c.channel)(with_ways(channels)),
            "repeated": is_true(table.c.repeats > 0),
            "received_from": from_day(table.c.received_on),
            "received_to": to_day(table.c.received_on),
        }
    )


REPORT_SORTING, DEMAND_SORTING = _sorting(_REPORTS, priority=_REPORTS.c.priority), _sorting(_DEMANDS)
STUB_SORTING = _sorting(StubRow.__table__)
REPORT_CONDITIONS = _conditions(_REPORTS, "category", "region", "field", "named_status", "jurisdiction")
DEMAND_CONDITIONS = _conditions(_DEMANDS, "region", "field")


def report_is_breach(at: datetime) -> sa.ColumnElement[bool]:
    """Return the condition on a report whose fifteen days ran out while nobody had sent it on or declined it.

    Rule: R-B1.
    """
    return sa.and_(_REPORTS.c.state.in_(UNROUTED_REPORTS), _ran_out(_REPORTS, "P-R-B1", at))


def demand_is_breach(at: datetime) -> sa.ColumnElement[bool]:
    """Return the condition on a demand whose fifteen days for routing ran out while nobody had routed it.

    Rule: R-B1, DL-32.
    """
    return sa.and_(_DEMANDS.c.state.in_(UNROUTED_DEMANDS), _ran_out(_DEMANDS, "DL-32", at))


def _ran_out(table: Any, rule: str, at: datetime) -> sa.ColumnElement[bool]:
    late = clocks.alias("late_routing")
    return sa.exists().where(
        late.c.object_id == table.c.id, late.c.rule == rule, late.c.ends_at <= at, late.c.closed_on.is_(None)
    )
