"""What the lists of reports and demands may be sorted and filtered by."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from intake.store.tables import DemandRow, ReportRow
from shared.http.filters import Condition, any_of, from_day, to_day
from shared.http.paging import Sorting

_REPORTS: Any = ReportRow.__table__
_DEMANDS: Any = DemandRow.__table__


def _sorting(table: Any) -> Sorting:
    keys = {"received_on": table.c.received_on, "state": table.c.state}
    return Sorting(keys, default="-received_on", last=table.c.id)


def _conditions(table: Any, *codes: str) -> MappingProxyType[str, Condition]:
    return MappingProxyType(
        {
            **{name: any_of(table.c[name]) for name in codes},
            "received_from": from_day(table.c.received_on),
            "received_to": to_day(table.c.received_on),
        }
    )


REPORT_SORTING, DEMAND_SORTING = _sorting(_REPORTS), _sorting(_DEMANDS)
REPORT_CONDITIONS = _conditions(_REPORTS, "category", "channel", "region", "field", "named_status")
DEMAND_CONDITIONS = _conditions(_DEMANDS, "channel", "region", "field")
